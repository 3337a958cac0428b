"""The glossary as TMX 1.4b, in and out: a unit per concept, with its preferred terms."""

import io
from collections.abc import Sequence

from lxml import etree

from translate_kit import __version__
from translate_kit.errors import UserError
from translate_kit.glossary.concept import Concept
from translate_kit.glossary.exchange import Export, Options
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DOMAIN = "x-domain"
HEADER = {
    "creationtool": "translate-kit",
    "creationtoolversion": __version__,
    "segtype": "phrase",
    "o-tmf": "translate-kit",
    "adminlang": "en",
    "srclang": "*all*",
    "datatype": "plaintext",
}


def write(concepts: Sequence[Concept], options: Options) -> Export:
    """One file; concepts with a preferred term in one language only are no units of a memory."""
    written = io.BytesIO()
    with etree.xmlfile(written, encoding="utf-8") as xml:
        xml.write_declaration()
        xml.write_doctype('<!DOCTYPE tmx SYSTEM "tmx14.dtd">')
        with xml.element("tmx", version="1.4"):
            xml.write("\n", etree.Element("header", HEADER), "\n")
            with xml.element("body"):
                for concept in concepts:
                    texts = _texts(concept, options.country)
                    if len(texts) > 1:
                        xml.write("\n", _unit(concept, texts, options))
                xml.write("\n")
            xml.write("\n")
    return Export({options.named(".tmx"): written.getvalue()})


def _texts(concept: Concept, country: str) -> dict[str, str]:
    found = {language: concept.preferred(language, country) for language in LANGUAGES}
    return {language: term.text for language, term in found.items() if term}


def _unit(concept: Concept, texts: dict[str, str], options: Options) -> etree._Element:
    try:
        unit = etree.Element("tu", tuid=concept.id)
        if concept.definition:
            etree.SubElement(unit, "note").text = concept.definition
        for name, text in ((DOMAIN, concept.domain), ("x-revision", options.revision)):
            etree.SubElement(unit, "prop", type=name).text = text
        for language, text in texts.items():
            variant = etree.SubElement(unit, "tuv", {LANG: language})
            etree.SubElement(variant, "seg").text = text
    except ValueError:  # lxml's, for control characters
        why = _("{id} holds a control character; mend it in the glossary first")
        raise UserError(why.format(id=concept.id)) from None
    return unit
