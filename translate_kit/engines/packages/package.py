"""One installed model package: what it translates and where its parts lie.

Two kinds are read: what argostranslate installs (``metadata.json``), and plain CTranslate2 models
converted from OPUS-MT or M2M100 with a ``model.toml`` beside them (see ``described``).
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translate_kit.engines.packages import argostranslate
from translate_kit.engines.packages.tokens import BpeTokenizer, SentencePieceTokenizer, Tokenizer
from translate_kit.errors import BadData, UserError
from translate_kit.files import read_text
from translate_kit.messages import _
from translate_kit.model import Pair

METADATA = "metadata.json"
WEIGHTS = "model.bin"


@dataclass(frozen=True, slots=True)
class Framing:
    """The tokens around a sentence: language tokens, end marks."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    """What the translation is made to begin with; it is taken off again."""


@dataclass(frozen=True, slots=True)
class Package:
    """A model for one direction, in ``folder``.

    ``tokens`` are the files of the tokenizer: one for both languages, or the source's and the
    target's. ``kind`` is ``"argos"`` or what ``model.toml`` says; ``names`` are the languages' own
    by the package, for showing.
    """

    folder: Path
    pair: Pair
    version: str
    kind: str
    model: Path
    tokens: tuple[Path, ...]
    framing: Framing = Framing()
    names: tuple[str, str] = ("", "")

    @property
    def id(self) -> str:
        """``zh-en 1.9``: how messages name it."""
        return f"{self.pair} {self.version}".strip()

    def files(self) -> tuple[Path, ...]:
        """What decides the answers: the model's files and the tokenizer's, sorted by path."""
        model = (path for path in self.model.iterdir() if path.is_file() and not is_ours(path))
        return tuple(sorted({*model, *self.tokens}))

    def tokenizer(self) -> Tokenizer:
        """Opens the tokenizer; raises UserError where its file is damaged."""
        try:
            return self._tokenizer()
        except (RuntimeError, OSError, ValueError) as error:
            raise damaged(self, error) from None

    def _tokenizer(self) -> Tokenizer:
        from sentencepiece import SentencePieceProcessor

        tokenizers = argostranslate.package()
        if self.tokens[0].name == "bpe.model":
            source, target = self.pair.source, self.pair.target
            return BpeTokenizer(tokenizers.BPETokenizer(self.tokens[0], source, target))
        opened = [SentencePieceProcessor(model_file=str(path)) for path in self.tokens]
        if self.kind != "argos":
            return SentencePieceTokenizer(opened[0], opened[-1])
        argos = tokenizers.SentencePieceTokenizer(self.tokens[0])
        argos.processor = opened[0]
        return SentencePieceTokenizer(opened[0], opened[0], argos)


def is_ours(path: Path) -> bool:
    """Whether a file is one that translate-kit put beside a package: no part of it."""
    return path.name.startswith("translate-kit") and path.suffix == ".json"


def damaged(package: Package, error: Exception) -> UserError:
    """The error for a package that looked right and can't be loaded."""
    why = _("the model package {package} in {folder} is damaged: {why}; install it again")
    reason = " ".join(str(error).split()) or type(error).__name__
    return UserError(why.format(package=package.id, folder=package.folder, why=reason))


def read_argos(folder: Path) -> Package:
    """A package as argostranslate installs it; raises BadData where it is not whole."""
    metadata = read_metadata(folder / METADATA)
    described = argostranslate.package().IPackage()
    described.load_metadata_from_json(metadata)
    tokens = [folder / name for name in ("sentencepiece.model", "bpe.model")]
    there = tuple(path for path in tokens if path.is_file())[:1]
    if not there:
        raise BadData(folder, _("the package has no tokenizer (sentencepiece.model)"))
    if not (folder / "model" / WEIGHTS).is_file():
        raise BadData(folder, _("the package has no model (model/model.bin)"))
    prefix = described.target_prefix
    return Package(
        folder=folder,
        pair=Pair(described.from_code, described.to_code),
        version=str(described.package_version),
        kind="argos",
        model=folder / "model",
        tokens=there,
        framing=Framing(target=(prefix,) if prefix else ()),
        names=(str(described.from_name), str(described.to_name)),
    )


def read_metadata(path: Path) -> Mapping[str, Any]:
    """``metadata.json`` of a translation package; raises BadData naming what is wrong with it.

    argostranslate reads it in the console's encoding; it is UTF-8.
    """
    try:
        metadata = json.loads(read_text(path))
    except ValueError as error:
        raise BadData(path, _("not valid JSON: {why}").format(why=error)) from None
    except RecursionError:
        raise BadData(path, _("not valid JSON: {why}").format(why=_("nested too deep"))) from None
    if not isinstance(metadata, dict):
        raise BadData(path, _("not the metadata of a package"))
    if metadata.get("type", "translate") != "translate":
        why = _("a package of type “{type}”; only “translate” is used")
        raise BadData(path, why.format(type=metadata["type"]), field="type")
    for key in ("from_code", "to_code"):
        if not is_code(metadata.get(key)):
            raise BadData(path, _("no language code such as “zh”"), field=key)
    if metadata["from_code"] == metadata["to_code"]:
        raise BadData(path, _("translates a language into itself"), field="to_code")
    for key in ("package_version", "target_prefix", "from_name", "to_name"):
        if not isinstance(metadata.get(key, ""), str):
            raise BadData(path, _("not a text"), field=key)
    return metadata


_CODE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})?")


def newest_first(version: str) -> tuple[tuple[int, str], ...]:
    """A key that sorts versions from the newest: ``1.10``, ``1.9.1``, ``1.9``, ``1.x``, ``1``."""
    numbers = (int(p) if p.isascii() and p.isdigit() else 0 for p in version.split("."))
    return (*((-number, "") for number in numbers), (0, version))


def is_code(value: object) -> bool:
    """``zh``, ``pt-BR``; a code becomes part of file names, so nothing else is let through."""
    return isinstance(value, str) and _CODE.fullmatch(value) is not None
