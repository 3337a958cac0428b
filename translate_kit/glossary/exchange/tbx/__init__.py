"""TBX, the standard format of term bases: version 3 out and in, version 2 in.

Version 3 is ISO 30042:2019; what we write is its dialect TBX-Basic, in the style DCA (data
categories as attributes) or DCT (as elements). What TBX-Basic has no category for (a proposal, the
forms of a Russian term, counters) stands in a note that begins with ``translate-kit``, so that
other programs show it and ours takes it back.
"""
