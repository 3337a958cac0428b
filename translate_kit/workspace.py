"""The workspace: finds ``translate-kit.toml`` and opens what it names. The one composition root.

A workspace is a folder of the office's own: its name and signer, its contacts, and changed or added
glossaries and letter templates, which lie over the shipped ones file by file. Without a workspace
the shipped data serve.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translate_kit.errors import BadData, UserError, nearest
from translate_kit.files import Overlay, read_toml
from translate_kit.messages import CATALOGUES, _

if TYPE_CHECKING:
    from translate_kit.checks import Knowledge
    from translate_kit.contacts import Contacts
    from translate_kit.engines import Engine
    from translate_kit.engines.configured import Choice
    from translate_kit.engines.packages.registry import Registry
    from translate_kit.glossary.store import Glossary
    from translate_kit.glossary.termbase import Termbase
    from translate_kit.letters.compose import Sources
    from translate_kit.letters.layout.house import House
    from translate_kit.letters.office import Office
    from translate_kit.memory import Memory
    from translate_kit.pipeline import Pipeline
    from translate_kit.standards import Standards
    from translate_kit.standards.keeping import Keeping

SETTINGS = "translate-kit.toml"
_KEYS = ("ui", "office", "engine", "glossary", "models")
HYPOTHESES = 4
"""Answers to ask of an engine for each sentence in quality “best”, its beam at no further cost."""
_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """A folder that ships with us: inside the wheel, or beside the package in a clone."""
    packed = _PACKAGE / "shipped" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name


def find(start: Path) -> Path | None:
    """The nearest folder with a ``translate-kit.toml``, from ``start`` upwards; None without."""
    return next((f for f in (start, *start.parents) if (f / SETTINGS).is_file()), None)


def _no_workspace() -> UserError:
    why = _("changes are kept in a workspace, and there is none here; make one with: {how}")
    return UserError(why.format(how="translate-kit init FOLDER"))


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to make a pipeline, in any process: the workspace's folder and what a person wished."""

    folder: Path | None
    engine: str | None = None
    quality: str | None = None
    device: str | None = None
    country: str = ""

    def __call__(self) -> "Pipeline":
        """The pipeline, opened anew."""
        workspace = Workspace(self.folder)
        return workspace.pipeline(
            self.engine, quality=self.quality, device=self.device, country=self.country
        )


@dataclass(frozen=True)
class Workspace:
    """What the commands work with. ``folder`` is None where there is no workspace.

    Everything is read when first asked for, and raises UserError where it can't be used.
    """

    folder: Path | None

    @classmethod
    def open(cls, folder: Path | None = None) -> "Workspace":
        """The workspace in ``folder``, or the one that the current folder lies in, if any."""
        if folder is None:
            return cls(find(Path.cwd()))
        if not (folder / SETTINGS).is_file():
            why = _("{folder} is no workspace: it has no {settings}; make one with: {command}")
            command = f"translate-kit init {folder}"
            raise UserError(why.format(folder=folder, settings=SETTINGS, command=command))
        return cls(folder)

    @cached_property
    def settings(self) -> Mapping[str, Any]:
        """The content of ``translate-kit.toml``; empty without a workspace."""
        if self.folder is None:
            return {}
        path = self.folder / SETTINGS
        settings = read_toml(path)
        for key in settings:
            if key not in _KEYS:
                near = nearest(key, _KEYS)
                hint = _("; did you mean “{near}”?").format(near=near) if near else ""
                raise BadData(path, _("unknown key") + hint, field=key)
        if settings.get("ui", "en") not in CATALOGUES:
            raise BadData(path, _("write zh or en"), field="ui")
        return settings

    @property
    def ui(self) -> str | None:
        """The interface language that the workspace asks for."""
        return self.settings.get("ui")

    @cached_property
    def templates(self) -> Overlay:
        """The letter templates, the workspace's over the shipped ones."""
        return Overlay(self._folders("letter_templates"))

    @cached_property
    def glossary(self) -> "Glossary":
        """All concepts, the workspace's files over the shipped ones."""
        from translate_kit.glossary.store import Glossary

        return Glossary.load(self.glossary_folders)

    @property
    def glossary_folders(self) -> tuple[Path, ...]:
        """The folders of the glossary, the shipped one first, the workspace's over it."""
        return tuple(reversed(self._folders("glossaries")))

    @property
    def termbase(self) -> "Termbase":
        """The glossary to change; raises UserError where there is no workspace to change it in."""
        from translate_kit.glossary.termbase import Termbase

        if self.folder is None:
            raise _no_workspace()
        return Termbase(shipped("glossaries"), self.folder / "glossaries")

    @property
    def editor(self) -> str:
        """Who changes the glossary unless a command says otherwise; empty where it isn't set."""
        return self._of_glossary("editor")

    @cached_property
    def country(self) -> str:
        """The country of the usual readers of our translations; empty where it isn't set."""
        from translate_kit.languages.countries import NoCountry, read_countries

        written = self._of_glossary("country")
        try:
            found = read_countries(written)
        except NoCountry as error:
            raise self._bad_setting(str(error), "glossary.country") from None
        if len(found) > 1:
            raise self._bad_setting(_("write one country, such as CA"), "glossary.country")
        return "".join(found)

    def _of_glossary(self, key: str) -> str:
        """A text of the table ``[glossary]``; empty where it isn't set."""
        table = self.settings.get("glossary", {})
        known = isinstance(table, dict) and set(table) <= {"editor", "country"}
        if not known or not all(isinstance(each, str) for each in table.values()):
            why = _("write [glossary], and below it: editor = “your name”, in straight quotes")
            raise self._bad_setting(why, "glossary")
        return str(table.get(key, ""))

    def _bad_setting(self, why: str, field: str) -> BadData:
        return BadData(Path(self.folder or "") / SETTINGS, why, field=field)

    @property
    def standards_keeping(self) -> "Keeping":
        """The table of standards to change; raises UserError where there is no workspace."""
        from translate_kit.standards.keeping import Keeping

        if self.folder is None:
            raise _no_workspace()
        return Keeping(
            shipped("glossaries") / "standards", self.folder / "glossaries" / "standards"
        )

    @property
    def standards_files(self) -> tuple[Path, Path]:
        """The table of standards and the cross-walk that count."""
        folders = self._folders("glossaries/standards")
        table, crosswalk = (
            next((f / name for f in folders if (f / name).is_file()), folders[-1] / name)
            for name in ("standards.csv", "equivalence.csv")
        )
        return table, crosswalk

    @cached_property
    def standards(self) -> "Standards":
        """The standards and what compares with what."""
        from translate_kit.standards import Standards

        return Standards.load(*reversed(self._folders("glossaries/standards")))

    @cached_property
    def contacts(self) -> "Contacts":
        """The contacts: the shipped offices, and over them the workspace's ``contacts.csv``."""
        from translate_kit.contacts import Contacts

        shipped_folder = shipped("glossaries") / "contacts"
        own = [] if self.folder is None else [self.folder]
        files = [shipped_folder / "contacts.csv", *(f / "contacts.csv" for f in own)]
        offices = [shipped_folder / "positions.csv", *(f / "positions.csv" for f in own)]
        return Contacts.load(filter(Path.is_file, files), positions=filter(Path.is_file, offices))

    @cached_property
    def memory(self) -> "Memory":
        """The workspace's own units, its tables and the starter memory."""
        from translate_kit.memory import Memory
        from translate_kit.memory.store import FILE, Store

        *own, starter = (sorted(f.glob("*.tsv")) for f in self._folders("glossaries/memory"))
        store = None if self.folder is None else Store(self.folder / FILE)
        return Memory.load([path for paths in own for path in paths], starter, store)

    @cached_property
    def engine_choice(self) -> "Choice":
        """The ``[engine]`` and ``[models]`` tables; without them Argos's own folders."""
        from translate_kit.engines.configured import read_choice

        return read_choice(self.settings, self.folder and self.folder / SETTINGS)

    @cached_property
    def models(self) -> "Registry":
        """The model packages installed in the workspace's folders and in Argos's own."""
        from translate_kit.engines.packages.registry import Registry

        return Registry.scan(self.engine_choice.settings.models)

    def engine(
        self, name: str | None = None, *, quality: str | None = None, device: str | None = None
    ) -> "Engine":
        """The engine named here, by the workspace, or ``argos`` where there are packages.

        On a fresh machine that is ``memory``: no model, the translation memory and the glossary.
        Raises NotKnown for a name no engine has, UserError where it can't be used.
        """
        from translate_kit.engines import open_engine

        choice = self.engine_choice.with_wishes(quality=quality, device=device)
        wanted = name or choice.name
        if wanted:
            return open_engine(wanted, choice.settings)
        argos = open_engine("argos", choice.settings)
        return argos if argos.pairs() else open_engine("memory", choice.settings)

    @cached_property
    def knowledge(self) -> "Knowledge":
        """What the checks look up: the glossary, and the names of the contacts."""
        from translate_kit.checks import Knowledge

        return Knowledge(self.glossary, self.contacts, self.country)

    def pipeline(
        self, engine: str | None = None, *, quality: str | None = None, device: str | None = None,
        country: str = "",
    ) -> "Pipeline":  # fmt: skip
        """The path of a sentence with this workspace's engine, glossary and memory.

        ``country`` is that of the readers, else the workspace's.
        """
        from translate_kit.pipeline import Pipeline

        quality = quality or self.engine_choice.settings.quality
        made = Pipeline(
            self.engine(engine, quality=quality, device=device),
            self.glossary,
            self.memory,
            self.knowledge,
            hypotheses=1 if quality == "draft" else HYPOTHESES,
        )
        return made.for_country(country or self.country)

    @cached_property
    def office(self) -> "Office":
        """The office that writes: the workspace's, otherwise the shipped example."""
        from translate_kit.letters.office import office_of, read_office

        if "office" in self.settings and self.folder is not None:
            return office_of(self.folder / SETTINGS, self.settings["office"], place="office.")
        return read_office(shipped("letter_templates") / "office.toml")

    @cached_property
    def house(self) -> "House":
        """Labels and fonts of the letters."""
        from translate_kit.letters.layout.house import read_house

        return read_house(self._template("house.toml"))

    @cached_property
    def sources(self) -> "Sources":
        """What letters draw on."""
        from translate_kit.letters.compose import Sources
        from translate_kit.letters.goods import read_labels
        from translate_kit.letters.machine import Machine

        return Sources(
            office=self.office,
            contacts=self.contacts,
            glossary=self.glossary,
            memory=self.memory,
            standards=self.standards,
            goods_labels=read_labels(self._template("goods.toml")),
            machine=Machine(self.pipeline),
        )

    def _folders(self, name: str) -> tuple[Path, ...]:
        """The workspace's folder of that name, if it has one, then the shipped one."""
        root, _slash, rest = name.partition("/")
        own = () if self.folder is None else (self.folder / name,)
        return (*(folder for folder in own if folder.is_dir()), shipped(root) / rest)

    def _template(self, name: str) -> Path:
        path = self.templates.find(name)
        assert path is not None, f"{name} ships with translate-kit"
        return path
