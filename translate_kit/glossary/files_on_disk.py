"""The files of a glossary as they lie on the disk: what is broken in each, and where a term stands.

``Glossary.load`` stops at the first thing that is wrong; here every file is read for itself, so
that a person sees all of them at once.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate_kit.errors import BadData, UserError
from translate_kit.files import read_lines
from translate_kit.glossary import folder
from translate_kit.glossary.cells import Place
from translate_kit.glossary.loading import CONCEPTS, domain_files
from translate_kit.glossary.store import Glossary
from translate_kit.messages import _
from translate_kit.model import LANGUAGES


@dataclass(frozen=True, slots=True)
class Spot:
    """A row of a file; ``line`` counts from 1, None where the file as a whole is meant."""

    file: Path
    line: int | None = None


def broken(folders: Sequence[Path]) -> Iterator[UserError]:
    """What keeps the glossary from being read: the first trouble of each file, and of the whole."""
    found = False
    for _domain, files in sorted(domain_files(folders).items()):
        known = set[str]()
        for name in (CONCEPTS, *sorted(files.keys() - {CONCEPTS})):
            try:
                known |= _read(files[name], known)
            except BadData as error:
                found = True
                yield error
    if not found:
        try:
            Glossary.load(folders)
        except UserError as error:
            yield error


def _read(path: Path, known: set[str]) -> set[str]:
    """The ids that a file of concepts enters; raises BadData."""
    if path.name == CONCEPTS:
        return {folder.concept(row, path.parent.name, {}).id for row in folder.read_concepts(path)}
    if path.stem not in LANGUAGES:
        why = _("unknown language file; the languages are {known}")
        raise BadData(path, why.format(known=", ".join(LANGUAGES)))
    for each in folder.read_terms(path, path.stem):
        if known and each.concept not in known:
            why = _("no concept {id} in this domain's concepts.csv").format(id=each.concept)
            raise each.row.bad("concept", why)
    return set()


def blanks(folders: Sequence[Path]) -> Iterator[tuple[Spot, str]]:
    """Cells with blanks at their ends, which reading forgives: where, and the column."""
    for files in domain_files(folders).values():
        for path in files.values():
            header: list[str] = []
            for line, cells in read_lines(path):
                header = header or cells
                for column, cell in zip(header, cells, strict=False):
                    if cell != cell.strip():
                        yield Spot(path, line), column


def spots(folders: Sequence[Path]) -> Mapping[tuple[str, str, str], Spot]:
    """(concept, language, term) -> its row; (concept, "", "") -> that of the concept itself."""
    found: dict[tuple[str, str, str], Spot] = {}
    for files in domain_files(folders).values():
        for name, path in files.items():
            if name == CONCEPTS:
                for row in folder.read_concepts(path):
                    found[row.cells["id"], "", ""] = Spot(path, row.line)
                continue
            for each in folder.read_terms(path, path.stem):
                found[each.concept, path.stem, each.term.text] = Spot(path, each.row.line)
    return found


def spot_of(place: Place, known: Mapping[tuple[str, str, str], Spot]) -> Spot | None:
    """Where a place of the glossary stands on the disk; the concept's row where a term has none."""
    of_term = known.get((place.concept, place.language, place.term))
    return of_term or known.get((place.concept, "", ""))
