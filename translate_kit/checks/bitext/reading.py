"""Opening bilingual files: which reader a file needs, and which languages it is in."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from translate_kit.checks.bitext import documents, tables, tmx, xliff
from translate_kit.checks.bitext.row import Bitext, Found, Row, Wanted
from translate_kit.errors import UserError
from translate_kit.languages.detect import detect
from translate_kit.messages import _
from translate_kit.model import LANGUAGES, Pair

_SAMPLE = 4000
"""Characters of each side by which its language is told."""

_ONE_FILE: dict[str, Callable[[Path, Wanted], Found]] = {
    ".tsv": tables.read,
    ".csv": tables.read,
    ".xlsx": tables.read,
    ".tmx": tmx.read,
    ".xlf": xliff.read,
    ".xliff": xliff.read,
    ".mxliff": xliff.read,
    ".sdlxliff": xliff.read,
}
BILINGUAL = frozenset(_ONE_FILE)
"""The suffixes of files that hold both languages."""


def read_bitext(
    files: Sequence[Path], wanted: Wanted, options: tuple[str, str] = ("--from", "--to")
) -> Bitext:
    """The rows of one bilingual file, or of a source and its translation.

    The languages are those ``wanted``, else those that the file names, else told from the texts.
    Raises UserError (BadData with line and field) for files that cannot be used, where a language
    is none of ours, and where both sides are in the same; ``options`` are what the person is told
    to say then.
    """
    if len(files) == 1:
        read = _ONE_FILE.get(files[0].suffix.lower())
        if read is None:
            why = _("{file} is one text; name its translation too, or a bilingual file: {known}")
            raise UserError(why.format(file=files[0], known=" ".join(sorted(_ONE_FILE))))
        found = read(files[0], wanted)
    else:
        found = documents.read(*files)
    rows = tuple(row for row in found.rows if row.source.strip() or row.target.strip())
    if not rows:
        raise UserError(_("{file} holds no text to check").format(file=files[0]))
    return Bitext(_pair(rows, found, wanted, options), rows)


def _pair(rows: Sequence[Row], found: Found, wanted: Wanted, options: tuple[str, str]) -> Pair:
    source = wanted.source or found.source or _told((row.source for row in rows), options[0])
    target = wanted.target or found.target or _told((row.target for row in rows), options[1])
    for language, option in zip((source, target), options, strict=True):
        if language not in LANGUAGES:
            why = _("no checks for the language {language}; say {option} with one of: {known}")
            known = ", ".join(LANGUAGES)
            raise UserError(why.format(language=language, option=option, known=known))
    if source == target:
        why = _("source and translation are both in {language}; say {first} and {second}")
        raise UserError(why.format(language=source, first=options[0], second=options[1]))
    return Pair(source, target)


def _told(texts: Iterable[str], option: str) -> str:
    """The language of the first texts together."""
    sample = ""
    for text in texts:
        sample += text + "\n"
        if len(sample) >= _SAMPLE:
            break
    try:
        return detect(sample[:_SAMPLE]).language
    except UserError as error:
        raise UserError(_("{why}; say {option}").format(why=error, option=option)) from None
