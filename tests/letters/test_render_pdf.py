"""PDF through LibreOffice; skipped, with the reason, where the programs are not installed."""

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from translate_kit.errors import UserError
from translate_kit.letters.layout.sheet import Sheet
from translate_kit.letters.letter import Letter, Paragraph, Run
from translate_kit.letters.render import docx, pdf
from translate_kit.model import LANGUAGES

Make = Callable[..., Letter]
Arrange = Callable[[Letter], Sheet]
Files = dict[str, Path]

needs_office = pytest.mark.skipif(pdf.find_office() is None, reason="LibreOffice is not installed")
needs_poppler = pytest.mark.skipif(
    not all(map(shutil.which, ("pdftotext", "pdfinfo", "pdffonts"))),
    reason="poppler-utils (pdftotext, pdfinfo, pdffonts) is not installed",
)


@pytest.fixture(scope="module")
def printed(
    sample: Make, long_sample: Make, arranged: Arrange, tmp_path_factory: pytest.TempPathFactory
) -> Files:
    """The short and the long letter of every language, printed in one go."""
    folder = tmp_path_factory.mktemp("printed")
    letters = {
        f"{language}{length}": make(language)
        for length, make in (("", sample), ("-long", long_sample))
        for language in LANGUAGES
    }
    contents = pdf.render([arranged(letter) for letter in letters.values()])
    files = {name: folder / f"{name}.pdf" for name in letters}
    for file, content in zip(files.values(), contents, strict=True):
        file.write_bytes(content)
    return files


def said(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    return done.stdout.decode("utf-8")


def squeezed(text: str) -> str:
    """Without white space: where a line breaks is the program's business."""
    return re.sub(r"\s+", "", text)


@needs_office
@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_is_all_there(language: str, printed: Files, sample: Make) -> None:
    letter = sample(language)
    found = squeezed(said("pdftotext", "-enc", "UTF-8", printed[language], "-"))
    texts = (
        letter.subject,
        letter.reference,
        letter.closing,
        *letter.addressee,
        *letter.enclosures,
    )
    for text in texts:
        assert squeezed(text) in found, text
    assert re.search("30[, \xa0]?000", found)


@needs_office
@needs_poppler
@pytest.mark.parametrize(
    ("name", "pages"),
    [("ru", 1), ("ko", 1), ("en", 1), ("ja", 1), ("zh", 2), ("ru-long", 2), ("en-long", 2)],
)
def test_the_page_count(name: str, pages: int, printed: Files) -> None:
    (found,) = re.findall(r"Pages:\s+(\d+)", said("pdfinfo", printed[name]))
    assert int(found) == pages


@needs_office
@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_number_stands_on_the_second_page_only(language: str, printed: Files) -> None:
    number = {"zh": "—2—", "ko": "-2-", "ja": "-2-"}.get(language, "2")
    pages = [
        said("pdftotext", "-enc", "UTF-8", "-f", n, "-l", n, printed[f"{language}-long"], "-")
        for n in "12"
    ]
    on_a_line_of_its_own = [number in map(squeezed, page.splitlines()) for page in pages]
    assert on_a_line_of_its_own == [False, True]


@needs_office
@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_signature_has_company_on_its_page(
    language: str, printed: Files, long_sample: Make
) -> None:
    signature = long_sample(language).signature
    signed = squeezed(signature.name or signature.organisation)
    pages = said("pdftotext", "-enc", "UTF-8", printed[f"{language}-long"], "-").split("\f")
    # Japanese letters are signed at the head; behind the last page stands a form feed.
    page = squeezed(pages[0 if language == "ja" else -2])
    assert signed in page
    assert len(page) > 60


@needs_office
@needs_poppler
@pytest.mark.parametrize("language", ["en", "ru", "ko"])
def test_wherever_the_page_ends_the_signature_follows_text(
    language: str, sample: Make, arranged: Arrange, tmp_path: Path
) -> None:
    """Filler of growing length pushes the end of the letter over the edge of the page."""
    letter = sample(language)
    last = Paragraph((Run("Omega."),))
    filler = Paragraph((Run("Alpha."),))
    bodies = [(*letter.body, *[filler] * count, last) for count in range(0, 13, 2)]
    sheets = [arranged(replace(letter, body=body, enclosures=())) for body in bodies]
    spread = set()
    for content in pdf.render(sheets):
        (tmp_path / "x.pdf").write_bytes(content)
        pages = said("pdftotext", "-enc", "UTF-8", tmp_path / "x.pdf", "-").split("\f")[:-1]
        (page,) = [page for page in pages if letter.signature.name in page]
        assert "Omega." in page
        spread.add(len(pages))
    assert spread == {1, 2}


@needs_office
@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_font_is_embedded(language: str, printed: Files) -> None:
    rows = said("pdffonts", printed[language]).splitlines()[2:]
    assert rows
    assert all(re.search(r"\s(yes|no)\s+(yes|no)\s+(yes|no)\s", row)[1] == "yes" for row in rows)


@needs_office
def test_a_damaged_document_is_reported(sample: Make, arranged: Arrange) -> None:
    whole = docx.docx_bytes(arranged(sample("en")))
    with pytest.raises(UserError, match="LibreOffice could not make the PDF"):
        pdf.pdfs([whole[: len(whole) // 2]])


def test_nothing_to_print_starts_nothing() -> None:
    assert pdf.pdfs([]) == []


def test_without_the_program_the_message_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432"):
        monkeypatch.delenv(name, raising=False)
    if pdf.find_office() is not None:
        pytest.skip("LibreOffice is in its usual folder on this machine")
    with pytest.raises(UserError, match=r"install it from libreoffice\.org, or ask for docx"):
        pdf.pdfs([b"docx"])
