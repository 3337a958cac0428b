"""Sentences: cutting a text into them and putting their translations in their places.

``split`` finds the sentences; what lies between them (line breaks, indents, runs of blanks, blanks
to fill in, bullets) is layout. ``rejoin`` puts other sentences into the same layout, with the
blanks between sentences that the target's typography wants. Nothing is downloaded or trained.
"""

from translate_kit.languages.segmentation.rejoining import Rejoined, place, rejoin
from translate_kit.languages.segmentation.splitting import split

__all__ = ["Rejoined", "place", "rejoin", "split"]
