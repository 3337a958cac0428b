"""A change of the glossary carried out in what was translated before: only what it touches.

``Touch`` tells which passages a change touches, ``Renewal`` translates these anew, ``document``
does so in a finished batch, and ``writing`` puts the documents in place, all of them or none.
"""
