"""The one path of a segment: memory, prepare, engine, restore, enforce terms, check."""
