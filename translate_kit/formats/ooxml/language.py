"""What a Word document says of its language as a whole: defaults, styles, theme fonts."""

from collections.abc import Iterable

from translate_kit.formats.ooxml import fonts
from translate_kit.formats.ooxml.numbering import adapt_numbering
from translate_kit.formats.ooxml.relations import relations
from translate_kit.formats.ooxml.wordrun import fit_fonts, put, speak
from translate_kit.formats.package import Package
from translate_kit.formats.xml import Element, child, kind, like, own


def adapt_language(package: Package, main: str, language: str) -> None:
    """Make styles, numbering and the theme speak ``language`` where runs say nothing themselves."""
    for relation in relations(package, main):
        if relation.role == "styles":
            _styles(package.tree(relation.part), language)
        elif relation.role == "settings":
            _theme_language(package.tree(relation.part), language)
        elif relation.role != "numbering" or not adapt_numbering(
            package.tree(relation.part), language
        ):
            continue
        package.touch(relation.part)


def fit_stories(package: Package, parts: Iterable[str], language: str) -> None:
    """Fonts of what stays as it is: numbers in cells and fields look like the text around them."""
    for part in parts:
        root = package.tree(part)
        changed = [fit_fonts(each, language, hinted=False) for each in root.iter("{*}rFonts")]
        changed += [speak(each, language) for each in root.iter("{*}lang")]
        if any(changed):
            package.touch(part)


def _styles(root: Element, language: str) -> None:
    for properties in root.iter("{*}rPr"):
        if kind(properties) != "w:rPr":
            continue
        if (rfonts := child(properties, "w:rFonts")) is not None:
            fit_fonts(rfonts, language)
        if (lang := child(properties, "w:lang")) is not None:
            speak(lang, language)
    defaults = child(root, "w:docDefaults")
    if defaults is not None:
        _defaults(defaults, language)


def _defaults(defaults: Element, language: str) -> None:
    """What holds where no style speaks; Word's own default is the language of its user."""
    holder = child(defaults, "w:rPrDefault")
    properties = None if holder is None else child(holder, "w:rPr")
    if properties is None:
        return
    speak(put(properties, "lang"), language)
    if language in fonts.EAST_ASIAN:
        rfonts = put(properties, "rFonts")
        if own(rfonts, "eastAsia") is None and own(rfonts, "eastAsiaTheme") is None:
            rfonts.set(
                f"{rfonts.tag[: rfonts.tag.index('}') + 1]}eastAsia", fonts.default(language)
            )


def _theme_language(root: Element, language: str) -> None:
    """``w:themeFontLang`` chooses the theme's font for East Asian text."""
    mark = child(root, "w:themeFontLang")
    if mark is None and language in fonts.EAST_ASIAN:
        mark = like(root, "themeFontLang")
        _insert(root, mark)
    if mark is not None:
        speak(mark, language)


_AFTER = frozenset(
    ("w:clrSchemeMapping", "w:doNotIncludeSubdocsInStats", "w:doNotAutoCompressPictures",
     "w:forceUpgrade", "w:captions", "w:readModeInkLockDown", "w:smartTagType", "w:shapeDefaults",
     "w:doNotEmbedSmartTags", "w:decimalSymbol", "w:listSeparator")
)  # fmt: skip
"""What may follow ``w:themeFontLang`` in the settings (ECMA-376 part 1, A.1, CT_Settings)."""


def _insert(root: Element, mark: Element) -> None:
    for position, each in enumerate(root):
        if kind(each) in _AFTER:
            root.insert(position, mark)
            return
    root.append(mark)
