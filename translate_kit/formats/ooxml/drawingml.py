"""Paragraphs of DrawingML (``a:p``): slides, charts, SmartArt, shapes on sheets."""
