"""One document of a finished batch, in which a change of the glossary is carried out."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from translate_kit.batch import finished
from translate_kit.batch.bilingual import Bilingual
from translate_kit.batch.change.renewal import Renewal, Renewed, State
from translate_kit.batch.documents import assembled, sentences_of
from translate_kit.batch.finished import Delivered
from translate_kit.batch.journal import Journal, Output
from translate_kit.batch.offer import Xliff
from translate_kit.batch.passage import Passage
from translate_kit.batch.product import Made, Product, Translated
from translate_kit.batch.sentence import is_approved, sentences
from translate_kit.files import read_bytes, sha256_of
from translate_kit.formats.interchange import VERSIONS
from translate_kit.model import Pair
from translate_kit.pipeline import Translation
from translate_kit.pipeline.signature import country_of

_VERSION = re.compile(rb'<xliff[^>]* version="([0-9.]+)"')
_HEAD = 4096
"""Bytes of an XLIFF file in which its first element stands."""


@dataclass(frozen=True, slots=True)
class ChangedDocument:
    """What the change makes of a document: its touched passages, in reading order.

    ``contents`` are the files to put in place, none where it stays as it is; ``answers`` all its
    sentences, ``left`` the files beside it that a person has worked on, which stay.
    """

    delivered: Delivered
    renewed: tuple[Renewed, ...] = ()
    contents: Mapping[Output, bytes] | None = None
    answers: tuple[Translation, ...] = ()
    left: tuple[str, ...] = ()


def change(
    one: Delivered, renewal: Renewal, beside: Iterable[Output], *, repair_approved: bool
) -> ChangedDocument:
    """The document with its touched sentences translated anew, all others as they are.

    ``beside`` are the batch's other outputs. A document that a person has worked on since stays
    as it is. Raises UserError where document or translation can't be read.
    """
    renewal = renewal.for_country(country_of(one.output.answers))
    source = one.require_source()
    if one.reviewed or not one.intact:
        return ChangedDocument(one, tuple(_edited(one, renewal)))
    document = one.source.format.read(source)
    told = Journal.of(one.folder).answers(
        one.pair, one.output.answers, sentences_of(document, one.pair.source)
    )
    renewed = _renewed(list(finished.passages(one)), told, renewal, repair_approved=repair_approved)
    new = {each.passage.source: each.translation for each in renewed if each.translation}
    if not new:
        return ChangedDocument(one, tuple(renewed))
    answers = {**told, **new}
    made_of = assembled(document, one.pair, answers)
    found = sentences(made_of, renewal.knowledge)
    made = Made(one.source, one.output.source_sha256, one.folder, made_of, found)
    products, left = _products(one, beside)
    signature = f"{one.output.answers} + glossary {renewal.revision}"
    contents = {
        _signed(output, signature, content): content
        for output, product in products.items()
        if (content := product.content(made))
    }
    return ChangedDocument(one, tuple(renewed), contents, tuple(answers.values()), left)


def _edited(one: Delivered, renewal: Renewal) -> Iterator[Renewed]:
    for passage in finished.passages(one):
        if renewal.touch.concepts(passage):
            yield renewal.proposed(passage, State.EDITED)


def _renewed(
    passages: Sequence[Passage],
    told: Mapping[str, Translation],
    renewal: Renewal,
    *,
    repair_approved: bool,
) -> list[Renewed]:
    """The touched passages in their order; what a person approved is at most repaired."""
    touched = [each for each in passages if renewal.touch.concepts(each)]
    free = [each for each in touched if not is_approved(told[each.source])]
    made = iter(renewal.renewed(free, [told[each.source] for each in free]))
    return [
        _approved(each, told[each.source], renewal, repair=repair_approved)
        if is_approved(told[each.source])
        else next(made)
        for each in touched
    ]


def _approved(passage: Passage, old: Translation, renewal: Renewal, *, repair: bool) -> Renewed:
    proposed = renewal.proposed(passage, State.APPROVED)
    repaired = renewal.repaired(passage, old) if repair else None
    if repaired is None:
        return proposed
    return replace(proposed, state=State.REPAIRED, translation=repaired)


def _products(
    one: Delivered, outputs: Iterable[Output]
) -> tuple[dict[Output, Product], tuple[str, ...]]:
    """What to write anew, and the names of what was edited since."""
    found: dict[Output, Product] = {one.output: Translated()}
    left: list[str] = []
    for output in outputs:
        same = (output.document, output.direction) == (one.output.document, one.output.direction)
        path = one.folder / output.name
        if not same or output.name == one.output.name or not path.is_file():
            continue
        if sha256_of(path) != output.sha256:
            left.append(output.name)
        elif product := _beside(one, output):
            found[output] = product
    return found, tuple(left)


def _beside(one: Delivered, output: Output) -> Product | None:
    language = one.pair.target
    if Bilingual().name(one.source, language).as_posix() == output.name:
        return Bilingual()
    if Xliff(VERSIONS[0]).name(one.source, language).as_posix() != output.name:
        return None
    version = _VERSION.search(read_bytes(one.folder / output.name)[:_HEAD])
    return Xliff(version[1].decode() if version else VERSIONS[0])


def _signed(output: Output, signature: str, content: bytes) -> Output:
    sha256 = hashlib.sha256(content).hexdigest()
    return replace(output, signature=signature, answers=signature, sha256=sha256)


def answers_of(
    changed: Iterable[ChangedDocument],
) -> dict[tuple[Pair, str], list[Translation]]:
    """The sentences of the documents that are to be written, by direction and signature."""
    found: dict[tuple[Pair, str], list[Translation]] = {}
    for one in changed:
        for output in one.contents or ():
            key = Pair.parse(output.direction), output.answers
            found.setdefault(key, []).extend(one.answers)
            break
    return found
