"""Characters that no letter can show: they would vanish, or break a file."""


def invisible(character: str) -> bool:
    """Whether it is a control other than line break and tab, a surrogate, a non-character, or of
    private use, where the marks of open passages live."""
    code = ord(character)
    if code < 32:
        return character not in "\n\t"
    return 0x7F <= code <= 0x9F or 0xD800 <= code <= 0xF8FF or code & 0xFFFE == 0xFFFE
