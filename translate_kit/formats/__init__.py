"""Document formats: what a reader sees of a file, out as blocks of text and back in translated.

``format`` is the seam: a new format is a module that answers to ``Format`` and a row in ``TABLE``.
A format never sees an engine.
"""
