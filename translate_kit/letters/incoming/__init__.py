"""Letters that come in: what a reply in a foreign language says, laid out for the desk officer.

``read_incoming`` is the door. Everything found is quoted with the words around it; what cannot be
known (which of two letters is answered, who signed) is asked for, never guessed.
"""

from translate_kit.letters.incoming.incoming import Incoming, Known, read_incoming

__all__ = ["Incoming", "Known", "read_incoming"]
