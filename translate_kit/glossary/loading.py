"""Reading the folders of a glossary: one state of it, however busy others are with it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from translate_kit.errors import BadData, UserError
from translate_kit.files import Row
from translate_kit.files.journal import pending, settle
from translate_kit.glossary import folder
from translate_kit.glossary.concept import Concept, Term
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

CONCEPTS = "concepts.csv"

Stamps = Mapping[Path, tuple[int, int, int]]


def read_folders(
    folders: Sequence[Path], domains: Collection[str] | None = None
) -> dict[str, Concept]:
    """The concepts of the domains, or of all, by id; see ``Glossary.load``."""
    while True:
        for place in folders:
            settle(place)
        before = stamps(folders)
        try:
            concepts = _read(folders, domains)
        except UserError:
            if _unchanged(folders, before):
                raise
        else:
            if _unchanged(folders, before):
                return concepts


def read_homes(folders: Sequence[Path]) -> dict[str, str]:
    """The id of each concept -> its domain: a twentieth of the work of reading the concepts."""
    for place in folders:
        settle(place)
    files = domain_files(folders)
    return {
        identifier: domain
        for domain in sorted(files, reverse=True)
        for identifier in folder.read_ids(files[domain][CONCEPTS])
    }


def _unchanged(folders: Sequence[Path], before: Stamps) -> bool:
    """The journal first: a change that ends between the two questions shows in the stamps."""
    return not any(pending(place) for place in folders) and stamps(folders) == before


def stamps(folders: Sequence[Path]) -> Stamps:
    """What shows that a file has changed, for every CSV file of the folders."""
    stamped = {}
    for place in folders:
        for path in sorted(place.glob("*/*.csv")):
            with suppress(FileNotFoundError):
                seen = path.stat()
                stamped[path] = (seen.st_mtime_ns, seen.st_size, seen.st_ino)
    return stamped


def _read(folders: Sequence[Path], domains: Collection[str] | None) -> dict[str, Concept]:
    concepts: dict[str, Concept] = {}
    homes: dict[str, Path] = {}
    for domain, files in sorted(domain_files(folders).items()):
        if domains is not None and domain not in domains:
            continue
        for row, each in _read_domain(domain, files):
            if each.id in concepts:
                why = _("{id} is taken already in {file}")
                raise row.bad("id", why.format(id=each.id, file=homes[each.id]))
            concepts[each.id] = each
            homes[each.id] = row.file
    return concepts


def domain_files(folders: Sequence[Path]) -> dict[str, dict[str, Path]]:
    """Domain -> file name -> the path that counts."""
    found: dict[str, dict[str, Path]] = {}
    for place in folders:
        if not place.is_dir():
            raise UserError(_("{folder}: no such glossary folder").format(folder=place))
        for path in sorted(place.glob("*/*.csv")):
            found.setdefault(path.parent.name, {})[path.name] = path
    for files in found.values():
        if CONCEPTS not in files:
            _refuse_orphans(files)
    return {domain: files for domain, files in found.items() if CONCEPTS in files}


def _refuse_orphans(files: Mapping[str, Path]) -> None:
    """A misspelt folder of a workspace would otherwise override nothing, in silence."""
    for language in LANGUAGES:
        path = files.get(f"{language}.csv")
        if path:
            why = _("no concepts.csv for this folder; is the folder's name spelt right?")
            raise BadData(path, why)


def _read_domain(domain: str, files: Mapping[str, Path]) -> Iterator[tuple[Row, Concept]]:
    rows = {row.cells["id"]: row for row in folder.read_concepts(files[CONCEPTS])}
    terms: dict[str, dict[str, list[Term]]] = {identifier: {} for identifier in rows}
    for name, path in files.items():
        if name != CONCEPTS:
            _read_language(path, terms)
    for identifier, row in rows.items():
        yield row, folder.concept(row, domain, terms[identifier])


def _read_language(path: Path, terms: Mapping[str, dict[str, list[Term]]]) -> None:
    language = path.stem
    if language not in LANGUAGES:
        why = _("unknown language file; the languages are {known}")
        raise BadData(path, why.format(known=", ".join(LANGUAGES)))
    for found in folder.read_terms(path, language):
        if found.concept not in terms:
            why = _("no concept {id} in this domain's concepts.csv")
            raise found.row.bad("concept", why.format(id=found.concept))
        terms[found.concept].setdefault(language, []).append(found.term)
    for by_language in terms.values():
        by_language.get(language, []).sort(key=lambda term: term.order)
