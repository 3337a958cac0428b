"""How formal a letter is, where a language marks it in the opening and the close."""

from typing import Literal

Formality = Literal["standard", "formal", "reply", "formal_reply"]
"""``formal`` for appeals and thanks to the head of a city, ``reply`` for an answer."""
