"""Plain CTranslate2 models, converted from OPUS-MT or M2M100, by the ``model.toml`` beside them.

    kind = "opus-mt"            # or "m2m100"
    version = "2020-07-17"
    pairs = ["zh-en"]           # of m2m100: the directions to use, or leave it out for all five
    licence = "CC-BY-4.0"       # shown by ``models licences``

    [tokens]                    # only where they differ from the kind's own
    ru = ">>rus<<"              # opus-mt with several targets: the word before the sentence

What the kinds expect is how their converters leave them (``ct2-transformers-converter``,
``ct2-opus-mt-converter``): OPUS-MT has ``source.spm`` and ``target.spm`` and an end mark, M2M100
``sentencepiece.bpe.model`` and a token for each language, before the source and the target.
"""

import json
from collections.abc import Mapping, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

from translate_kit.engines.packages.package import WEIGHTS, Framing, Package, is_code
from translate_kit.errors import BadData
from translate_kit.files import read_text, read_toml
from translate_kit.messages import _
from translate_kit.model import LANGUAGES, Pair

DESCRIPTION = "model.toml"
KEYS = ("kind", "version", "pairs", "licence", "source", "tokens")
_TOKENIZERS = {
    "opus-mt": (("source.spm", "target.spm"), ("sentencepiece.model",)),
    "m2m100": (("sentencepiece.bpe.model",), ("sentencepiece.model",)),
}
_END = "</s>"


def read_described(folder: Path) -> tuple[Package, ...]:
    """The packages in a folder, one a direction; raises BadData naming the key that is wrong."""
    path = folder / DESCRIPTION
    table = read_toml(path)
    for key in table:
        if key not in KEYS:
            raise BadData(path, _("unknown key"), field=key)
    kind = table.get("kind")
    if kind not in _TOKENIZERS:
        raise BadData(path, _("write opus-mt or m2m100"), field="kind")
    if not (folder / WEIGHTS).is_file():
        raise BadData(folder, _("the package has no model ({name})").format(name=WEIGHTS))
    tokens = _tokenizers(folder, kind)
    return tuple(
        Package(
            folder=folder,
            pair=pair,
            version=_text(path, table, "version"),
            kind=kind,
            model=folder,
            tokens=tokens,
            framing=_framing(folder, kind, pair, _language_tokens(path, table)),
        )
        for pair in _pairs(path, kind, table.get("pairs"))
    )


def licence(folder: Path) -> str:
    """What ``model.toml`` says of the licence."""
    return _text(folder / DESCRIPTION, read_toml(folder / DESCRIPTION), "licence")


def _tokenizers(folder: Path, kind: str) -> tuple[Path, ...]:
    for names in _TOKENIZERS[kind]:
        if all((folder / name).is_file() for name in names):
            return tuple(folder / name for name in names)
    expected = _(" or ").join(", ".join(names) for names in _TOKENIZERS[kind])
    raise BadData(folder, _("the package has no tokenizer ({names})").format(names=expected))


def _pairs(path: Path, kind: str, listed: object) -> Sequence[Pair]:
    if listed is None and kind == "m2m100":
        return tuple(Pair(*codes) for codes in permutations(LANGUAGES, 2))
    if not isinstance(listed, list) or not listed:
        raise BadData(path, _('write: pairs = ["zh-en"]'), field="pairs")
    try:
        return tuple(Pair.parse(each) for each in listed)
    except (ValueError, AttributeError):
        raise BadData(path, _('write: pairs = ["zh-en"]'), field="pairs") from None


def _framing(folder: Path, kind: str, pair: Pair, tokens: Mapping[str, str]) -> Framing:
    """The end mark is ours to add unless the model's configuration says that CTranslate2 does."""
    after = () if _configuration(folder).get("add_source_eos") else (_END,)
    if kind == "opus-mt":
        before = tokens.get(pair.target)
        return Framing(before=(before,) if before else (), after=after)
    source, target = (tokens.get(code, f"__{code}__") for code in (pair.source, pair.target))
    return Framing(before=(source,), after=after, target=(target,))


def _language_tokens(path: Path, table: Mapping[str, Any]) -> Mapping[str, str]:
    tokens = table.get("tokens", {})
    if not isinstance(tokens, dict) or not all(map(is_code, tokens)):
        raise BadData(path, _("write a table: [{name}]").format(name="tokens"), field="tokens")
    if not all(isinstance(token, str) and token for token in tokens.values()):
        raise BadData(path, _("write a text in quotes"), field="tokens")
    return tokens


def _text(path: Path, table: Mapping[str, Any], key: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise BadData(path, _("write a text in quotes"), field=key)
    return value


def _configuration(folder: Path) -> Mapping[str, Any]:
    """CTranslate2's ``config.json``; old models have none."""
    path = folder / "config.json"
    if not path.is_file():
        return {}
    try:
        configuration = json.loads(read_text(path))
    except ValueError as error:
        raise BadData(path, _("not valid JSON: {why}").format(why=error)) from None
    return configuration if isinstance(configuration, dict) else {}
