"""How well documents survive a translation that rewrites every word in a known way.

    uv run --no-sync python benchmarks/formats.py --data FOLDER [--export] [--projected] [--show]

``FOLDER`` holds office files in a folder per format (docx, pptx, xlsx, odt ...). For each format:
how many files, text runs that the translation reached, objects and field values kept, formatted
words that kept their format (words in order, and in reversed order), paragraphs that were not
translated as a whole. The counting walk shares no code with the product. ``--export`` has
LibreOffice open every translated file, and counts the words that it finds there and that were not
reached. ``--projected`` has the pipeline put the tags back from the links of words, instead of the
engine that knows. ``--show`` names what was missed.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

import office_oracle
from office_oracle import Paragraph, Part
from pseudo_engine import MARK, WORD, Rewriter

from translate_kit.errors import UserError
from translate_kit.formats import format_of
from translate_kit.model import Block, Document, Link, Pair, Span
from translate_kit.pipeline.tags import project
from translate_kit.pipeline.text import Placed, TranslatedText
from translate_kit.pipeline.translation import Origin, Translation

OFFICE = ("docx", "pptx", "xlsx", "odt")
LANGUAGE = "ru"
PAIR = Pair("en", "ru")


@dataclass(slots=True)
class Tally:
    """Counts over the files of a format."""

    files: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def share(self, of: str, among: str) -> str:
        whole = self.counts[among]
        return "    -  " if not whole else f"{100 * (1 - self.counts[of] / whole):6.2f} "


def translate(path: Path, out: Path, *, backwards: bool, by_pipeline: bool) -> Document:
    """Write the translated file; returns the blocks it had."""
    file_format = format_of(path)
    document = file_format.read(path)
    rewriter = Rewriter(backwards=backwards, parted=by_pipeline)
    put_back = projected if by_pipeline else Rewriter.block
    blocks = tuple(put_back(rewriter, block) for block in document.blocks)
    out.write_bytes(file_format.write(Document(blocks), path, LANGUAGE))
    return document


def projected(rewriter: Rewriter, block: Block) -> Block:
    """The block rewritten, its tags put back by the pipeline from the links of its words."""
    text, moves = rewriter.text(block.text)
    links = tuple(Link(old, new) for old, new in moves if WORD.fullmatch(old.of(block.text)))
    translation = Translation(block.text, text, PAIR, Origin.ENGINE, alignment=links)
    whole = Placed(translation, Span(0, len(block.text)), Span(0, len(text)))
    tags = project(block.tags, TranslatedText(block.text, text, PAIR, (whole,))).tags
    return replace(block, text=text, tags=tags)


def measure(path: Path, out: Path, back: Path, tally: Tally, *, by_pipeline: bool) -> None:
    """Add one file to the counts."""
    document = translate(path, out, backwards=False, by_pipeline=by_pipeline)
    translate(path, back, backwards=True, by_pipeline=by_pipeline)
    before, after, turned = map(office_oracle.read, (path, out, back))
    blocks = {_squeezed(block.text) for block in document.blocks}
    tally.files += 1
    for name, part in before.items():
        new = after.get(name, Part())
        missed = [run for run in new.runs if any(word[0] != MARK for word in _marked(run))]
        note(tally, "runs", len(part.runs), missed, f"{path.name} {name}: not reached")
        lost = list((part.objects - new.objects).elements())
        note(tally, "objects", part.objects.total(), lost, f"{path.name} {name}: lost")
        gone = list((Counter(part.values) - Counter(new.values)).elements())
        note(tally, "values", len(part.values), gone, f"{path.name} {name}: value changed")
        cut = [p.text for p in part.paragraphs if _squeezed(p.text) not in blocks]
        note(tally, "paragraphs", len(part.paragraphs), cut, f"{path.name} {name}: cut")
        formats(tally, part, new, f"{path.name} {name}", backwards=False)
        formats(tally, part, turned.get(name, Part()), f"{path.name} {name}", backwards=True)


def note(tally: Tally, what: str, whole: int, missed: list[str], where: str) -> None:
    """Count, and remember the first few that were missed."""
    tally.counts[what] += whole
    tally.counts[f"{what} missed"] += len(missed)
    tally.notes += [f"{where}: {text[:90]!r}" for text in missed[:8]]


_MARKED = re.compile(f"{MARK}?(?:{WORD.pattern})")


def _marked(text: str) -> list[str]:
    """The words of a text, each with its mark where it has one."""
    return _MARKED.findall(text)


def _squeezed(text: str) -> str:
    """The letters alone: blanks and the numbers of fields may stand in a block or not."""
    return "".join(filter(str.isalpha, text))


def formats(tally: Tally, part: Part, new: Part, where: str, *, backwards: bool) -> None:
    """Formatted words: those in another format than most of their paragraph."""
    what = "turned" if backwards else "words"
    kept = _words_of(new)
    lost = []
    for paragraph in part.paragraphs:
        usual = Counter(form for _word, form in paragraph.words).most_common(1)[0][0]
        found = kept.get(_key(paragraph), [])
        for word, form in paragraph.words:
            if form == usual:
                continue
            tally.counts[what] += 1
            if not any((word, form) == each for each in found):
                lost.append(f"{word} {sorted(form)}")
    note(tally, what, 0, lost, f"{where}: {what}: format lost")


def _key(paragraph: Paragraph) -> str:
    """A paragraph by its letters, whatever their order."""
    letters = "".join(word for word, _form in paragraph.words).replace(MARK, "")
    return "".join(sorted(letters))


def _words_of(part: Part) -> dict[str, list[tuple[str, frozenset[str]]]]:
    """Paragraph -> its words without the mark; an East Asian character is a word of its own."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for paragraph in part.paragraphs:
        words = found.setdefault(_key(paragraph), [])
        words += [(word.replace(MARK, ""), form) for word, form in paragraph.words]
    return found


_FLAT = {"docx": "fodt", "odt": "fodt", "pptx": "fodp", "xlsx": "fods"}


def export(kind: str, outputs: list[Path], folder: Path, tally: Tally) -> None:
    """What LibreOffice sees in the translated files, as one flat XML file each."""
    command = ["soffice", "--headless", "--convert-to", _FLAT[kind], "--outdir", str(folder)]
    subprocess.run([*command, *map(str, outputs)], check=True, capture_output=True, timeout=300)
    for path in outputs:
        exported = folder / f"{path.stem}.{_FLAT[kind]}"
        tally.counts["exported"] += 1
        if not exported.exists():
            note(tally, "unopened", 1, [path.name], "LibreOffice does not open")
            continue
        words = [word for word in _marked(office_oracle.flat_text(exported)) if word.isalpha()]
        missed = [word for word in words if word[0] != MARK]
        note(tally, "shown", len(words), missed, f"{path.name} in LibreOffice: not reached")


def main() -> None:
    """Read the folder, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--export", action="store_true")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--projected", action="store_true")
    parser.add_argument("--only", choices=OFFICE)
    arguments = parser.parse_args()
    print(f"{'':6}{'files':>6}{'runs':>8}{'reached':>9}{'objects':>9}{'values':>9}{'format':>9}"
          f"{'turned':>9}{'whole':>9}{'opens':>7}{'shown':>9}")  # fmt: skip
    with tempfile.TemporaryDirectory() as temporary:
        for kind in [arguments.only] if arguments.only else OFFICE:
            folder = Path(temporary) / kind
            (folder / "turned").mkdir(parents=True)
            tally = Tally()
            outputs = []
            for path in sorted(arguments.data.glob(f"{kind}/*.{kind}")):
                outputs.append(folder / path.name)
                try:
                    turned = folder / "turned" / path.name
                    measure(path, outputs[-1], turned, tally, by_pipeline=arguments.projected)
                except UserError as error:
                    print(error, file=sys.stderr)
                    outputs.pop()
            if arguments.export and outputs:
                export(kind, outputs, folder, tally)
            report(kind, tally, show=arguments.show)


def report(kind: str, tally: Tally, *, show: bool) -> None:
    """One line for a format, and under it what was missed."""
    shares = " ".join(
        tally.share(f"{what} missed", what)
        for what in ("runs", "objects", "values", "words", "turned", "paragraphs")
    )
    opened = tally.counts["exported"] - tally.counts["unopened missed"]
    print(f"{kind:6}{tally.files:6}{tally.counts['runs']:8}   {shares}{opened:7}"
          f"  {tally.share('shown missed', 'shown')}")  # fmt: skip
    for line in tally.notes if show else ():
        print("   ", line)


if __name__ == "__main__":
    main()
