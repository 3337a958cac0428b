"""What the ``models`` commands tell of installed packages."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click

from translate_kit.engines.engine import Probe
from translate_kit.engines.packages.package import Package
from translate_kit.engines.packages.record import differences, read_record
from translate_kit.engines.packages.registry import Registry
from translate_kit.engines.probe import keep_probe, read_probe
from translate_kit.errors import NotKnown, UserError
from translate_kit.messages import _
from translate_kit.model import Pair
from translate_kit.pipeline.means import chosen as chosen_means
from translate_kit.pipeline.wording import means_words
from translate_kit.workspace import Workspace


def print_json(data: Any) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def chosen(registry: Registry, names: Sequence[str]) -> tuple[Package, ...]:
    """The packages that serve the named directions, or all; raises NotKnown, UserError."""
    if not names:
        return tuple(p for p in registry.packages if registry.find(p.pair) is p)
    pairs = [pair_of(part) for name in names for part in name.replace(",", " ").split()]
    known = {str(pair) for pair in registry.pairs()}
    missing = next((pair for pair in pairs if str(pair) not in known), None)
    if missing:
        raise NotKnown(_("model package"), str(missing), known)
    return tuple(registry.package(pair) for pair in dict.fromkeys(pairs))


def pair_of(text: str) -> Pair:
    """A direction as a person types it; raises UserError."""
    try:
        return Pair.parse(text)
    except ValueError:
        why = _("“{text}” is no direction; write two language codes, such as zh-en")
        raise UserError(why.format(text=text)) from None


@dataclass(frozen=True, slots=True)
class Home:
    """A folder with all the packages in it: several where one model serves several directions."""

    folder: Path
    packages: tuple[Package, ...]

    @property
    def name(self) -> str:
        """``zh-en 1.0``, or ``en-zh zh-en 418M``."""
        pairs = sorted(str(package.pair) for package in self.packages)
        return f"{' '.join(pairs)} {self.packages[0].version}".strip()


def homes(registry: Registry, packages: Sequence[Package]) -> list[Home]:
    """The folders of these packages, each once."""
    folders = dict.fromkeys(package.folder for package in packages)
    return [
        Home(folder, tuple(p for p in registry.packages if p.folder == folder))
        for folder in folders
    ]


def summaries(registry: Registry) -> Iterator[str]:
    """A line for each package and each broken folder, or how to get the first."""
    for home in homes(registry, registry.packages):
        first = home.packages[0]
        used = any(registry.find(package.pair) is package for package in home.packages)
        shadowed = "" if used else " " + _("(not used: another is)")
        yield f"{home.name}  {first.kind}  {_size(first)} MB  {home.folder}{shadowed}"
        for package in home.packages if used else ():
            probe = read_probe(package)
            if probe:
                yield "  " + means_words(package.pair, chosen_means(probe))
    for broken in registry.broken:
        yield _("cannot be used: {why}").format(why=broken.why)
    if not registry.packages:
        folders = ", ".join(map(str, registry.folders))
        yield _("no model packages in {folders}").format(folders=folders)
        yield _("install one: translate-kit models install FILE.argosmodel, or zh-en en-ru")


def as_records(registry: Registry) -> Mapping[str, Any]:
    """The registry for other programs."""
    return {
        "folders": [str(folder) for folder in registry.folders],
        "packages": [_record(package, registry) for package in registry.packages],
        "broken": [{"folder": str(b.folder), "why": b.why} for b in registry.broken],
    }


def _record(package: Package, registry: Registry) -> Mapping[str, Any]:
    probe = read_probe(package)
    return {
        "pair": str(package.pair),
        "version": package.version,
        "kind": package.kind,
        "folder": str(package.folder),
        "used": registry.find(package.pair) is package,
        "probe": asdict(probe) if probe else None,
        "means": chosen_means(probe).used(),
    }


def _size(package: Package) -> str:
    return f"{sum(path.stat().st_size for path in package.files()) / 1e6:.1f}"


def verified(home: Home) -> tuple[list[str], bool]:
    """How a folder compares with its record, and whether that is well."""
    record = read_record(home.folder)
    if record is None:
        why = _("{package}: nothing recorded; it was not installed by translate-kit")
        return [why.format(package=home.name)], True
    wrong = [f"{home.name}: {line}" for line in differences(home.folder, record)]
    return wrong or [_("{package}: as installed").format(package=home.name)], not wrong


def licence_lines(packages: Sequence[Package]) -> Iterator[str]:
    """What each package states, its files in full."""
    from translate_kit.engines.packages.licences import licences

    for each in licences(tuple(packages)):
        stated = each.stated or _("no licence named")
        yield f"{each.package.id}: {stated}"
        for name, text in each.texts.items():
            yield f"--- {each.package.folder.name}/{name}"
            yield text
        if not each.stated and not each.texts:
            yield "  " + _("nothing is stated: ask whoever published it")


def probed(workspace: Workspace, package: Package) -> Mapping[str, Any]:
    """Measure a package, keep the result and return it."""
    from translate_kit.engines import open_engine
    from translate_kit.engines.probing import run_probe

    result = run_probe(open_engine("argos", workspace.engine_choice.settings), package.pair)
    keep_probe(package, result)
    return asdict(result)


def probe_lines(package: Package, record: Mapping[str, Any]) -> Iterator[str]:
    """The shares of one package in words, and what the pipeline makes of them."""
    line = _(
        "{package}: numbers {numbers:.0%}, large ones in 万 {myriads:.0%}, in figures"
        " {figures:.0%}, codes {codes:.0%}, capitals {capitals:.0%}, alignment {alignment:.0%},"
        " placeholder {placeholder} {placeholders:.0%}, words {words:.0%},"
        " again elsewhere {steady:.0%}"
    )
    yield line.format(package=package.id, **record)
    yield "  " + means_words(package.pair, chosen_means(Probe(**record)))
