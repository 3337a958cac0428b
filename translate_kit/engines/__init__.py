"""Engines: what turns sentences of one language into another, and the model packages they need.

``engine`` is the seam: a new engine is a module that answers to ``Engine``, and a row in ``TABLE``
or an entry point of the group ``translate_kit.engines``.
"""
