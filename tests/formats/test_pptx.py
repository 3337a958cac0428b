"""Presentations made by python-pptx: everything that a slide shows, and nothing of its prompts."""

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from translate_kit.formats import pptx as slides
from translate_kit.model import Document

Translate = Callable[..., Path]
PLACE = (Inches(1), Inches(1), Inches(4), Inches(2))


@pytest.fixture
def show(tmp_path: Path) -> Path:
    """A title, a text box on the layout, a table, a chart, a picture's words and notes."""
    presentation = Presentation()
    presentation.core_properties.title = "Visit"
    presentation.core_properties.comments = ""
    layout = presentation.slide_layouts[5]
    layout.shapes._spTree.append(_text_box(presentation, "Foreign Affairs Office"))
    slide = presentation.slides.add_slide(layout)
    slide.shapes.title.text = "Sister cities"
    table = slide.shapes.add_table(1, 2, *PLACE).table
    table.cell(0, 0).text, table.cell(0, 1).text = "City", "2020"
    data = CategoryChartData()
    data.categories = ["Tyumen", "2019"]
    data.add_series("Letters", (1, 2))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *PLACE, data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", "Letters by city")
    slide.notes_slide.notes_text_frame.text = "Speak slowly"
    presentation.save(tmp_path / "show.pptx")
    return tmp_path / "show.pptx"


def _text_box(presentation: Presentation, text: str) -> object:
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    box = slide.shapes.add_textbox(*PLACE)
    box.text_frame.text = text
    slides_list = presentation.slides._sldIdLst
    presentation.part.drop_rel(slides_list[0].rId)
    slides_list.remove(slides_list[0])
    return box._element


def test_the_texts_in_reading_order(show: Path) -> None:
    blocks = slides.read(show).blocks

    assert [(block.text, block.where) for block in blocks] == [
        ("Visit", "document properties"),
        ("Sister cities", "slide 1"),
        ("City", "slide 1"),
        ("Letters by city", "slide 1, alternative text"),
        ("Letters", "slide 1, chart"),
        ("Tyumen", "slide 1, chart"),
        ("Letters", "slide 1, chart, data"),
        ("Tyumen", "slide 1, chart, data"),
        ("Speak slowly", "slide 1, notes"),
        ("Foreign Affairs Office", "slide layout"),
    ]


def test_the_translation_opens_with_every_text_in_its_place(
    show: Path, translate: Translate
) -> None:
    presentation = Presentation(str(translate(show)))

    (slide,) = presentation.slides
    title, table, chart = slide.shapes
    assert title.text_frame.text == "ѪSister Ѫcities"
    assert table.table.cell(0, 0).text == "ѪCity"
    (plot,) = chart.chart.plots
    assert (list(plot.categories), plot.series[0].name) == (["ѪTyumen", "2019"], "ѪLetters")
    assert list(plot.series[0].values) == [1, 2]
    book = openpyxl.load_workbook(io.BytesIO(chart.chart.part.chart_workbook.xlsx_part.blob))
    assert [cell.value for cell in book.worksheets[0]["A"]] == [None, "ѪTyumen", "2019"]
    assert slide.notes_slide.notes_text_frame.text == "ѪSpeak Ѫslowly"
    assert presentation.core_properties.title == "ѪVisit"


def test_a_presentation_without_blocks_gives_the_file_back(show: Path) -> None:
    assert slides.write(Document(()), show, "ru") == show.read_bytes()
