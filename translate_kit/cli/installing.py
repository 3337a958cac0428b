"""What the ``models`` commands do, and how they tell it."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from translate_kit.engines.packages.index import Offer
from translate_kit.engines.packages.install import Installed, Outcome, install
from translate_kit.engines.packages.package import Package
from translate_kit.engines.packages.record import differences, read_record
from translate_kit.engines.packages.registry import Registry
from translate_kit.engines.probe import keep_probe, read_probe
from translate_kit.errors import NotKnown, UserError
from translate_kit.messages import _
from translate_kit.model import LANGUAGES, Pair
from translate_kit.workspace import Workspace

_FILES = (".argosmodel", ".zip", ".bundle")


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


# --- what there is


def summaries(registry: Registry) -> Iterator[str]:
    """A line for each package and each broken folder, or how to get the first."""
    for package in registry.packages:
        shadowed = "" if registry.find(package.pair) is package else _(" (not used: another is)")
        yield f"{package.id}  {package.kind}  {_size(package)} MB  {package.folder}{shadowed}"
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
    }


def _size(package: Package) -> str:
    return f"{sum(path.stat().st_size for path in package.files()) / 1e6:.1f}"


def verified(package: Package) -> tuple[list[str], bool]:
    """How a package compares with its record, and whether that is well."""
    record = read_record(package.folder)
    if record is None:
        why = _("{package}: nothing recorded; it was not installed by translate-kit")
        return [why.format(package=package.id)], True
    wrong = [f"{package.id}: {line}" for line in differences(package.folder, record)]
    return wrong or [_("{package}: as installed").format(package=package.id)], not wrong


def by_folder(packages: Sequence[Package]) -> dict[Path, list[Package]]:
    """The packages that go together, because they lie in one folder."""
    found: dict[Path, list[Package]] = {}
    for package in packages:
        found.setdefault(package.folder, []).append(package)
    return found


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
            yield _("  nothing is stated: ask whoever published it")


# --- what a server offers


def offers(workspace: Workspace, index: Sequence[str], *, every: bool = True) -> list[Offer]:
    """The newest offer of each direction. Connects."""
    from translate_kit.engines.packages.fetch import Limits
    from translate_kit.engines.packages.index import default_index, fetch_index

    addresses = index or workspace.engine_choice.indexes or (default_index(),)
    newest: dict[Pair, Offer] = {}
    for offer in fetch_index(addresses, Limits()):
        if every or {offer.pair.source, offer.pair.target} <= set(LANGUAGES):
            newest.setdefault(offer.pair, offer)
    return list(newest.values())


def offer_line(offer: Offer, registry: Registry) -> str:
    """``zh-en 1.9  Chinese → English  installed``."""
    there = registry.find(offer.pair)
    state = _("installed: {version}").format(version=there.version) if there else ""
    return f"{offer.pair} {offer.version}  {' → '.join(offer.names)}  {state}".rstrip()


def offer_record(offer: Offer, registry: Registry) -> Mapping[str, Any]:
    """An offer for other programs."""
    there = registry.find(offer.pair)
    installed = there.version if there else None
    return {"pair": str(offer.pair), "version": offer.version, "installed": installed}


# --- installing


class Installation:
    """Installs by name or by file; the list of offers is fetched once, and only for a name."""

    def __init__(
        self, workspace: Workspace, into: Path | None, index: Sequence[str], *, replace: bool
    ) -> None:
        self.workspace, self.index, self.replace = workspace, index, replace
        self.into = into or workspace.models.folders[0]
        self._offers: list[Offer] | None = None

    def install(self, name: str) -> Iterator[str]:
        """Install one thing and tell what was done, a line each."""
        path = Path(name)
        if path.suffix.lower() in _FILES or path.exists() or len(path.parts) > 1:
            yield from self._tell(self._from_file(path, path.name))
        else:
            yield from self._tell(self._from_server(pair_of(name)))

    def _from_file(self, file: Path, source: str) -> tuple[Installed, ...]:
        folders = dict.fromkeys((self.into, *self.workspace.models.folders))
        there = Registry.scan(tuple(folders))
        return install(file, self.into, there, replace=self.replace, source=source)

    def _from_server(self, pair: Pair) -> tuple[Installed, ...]:
        from translate_kit.engines.cache import cache_folder
        from translate_kit.engines.packages.fetch import download
        from translate_kit.engines.packages.index import choose

        if self._offers is None:
            self._offers = offers(self.workspace, self.index)
        offer = choose(self._offers, pair)
        name = f"translate-{pair.source}_{pair.target}-{offer.version}.argosmodel"
        file = cache_folder() / "downloads" / name.replace("/", "_")
        with progress(f"{pair} {offer.version}") as tell:
            download(offer.links, file, sha256=offer.sha256, progress=tell)
        try:
            return self._from_file(file, offer.links[0])
        finally:
            file.unlink(missing_ok=True)

    def _tell(self, done: Sequence[Installed]) -> Iterator[str]:
        words = {
            Outcome.INSTALLED: _("installed: {package} in {folder}"),
            Outcome.REPLACED: _("replaced: {package} in {folder}"),
            Outcome.ALREADY: _("there already, the very same: {package} in {folder}"),
        }
        for each in done:
            package = each.package
            yield words[each.outcome].format(package=package.id, folder=package.folder)


@contextmanager
def progress(name: str) -> Iterator[Callable[[int, int | None], None]]:
    """A bar on standard error that shows how much of a download has come."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(),
               TransferSpeedColumn())  # fmt: skip
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(name, total=None)
        yield lambda done, whole: bar.update(task, completed=done, total=whole)


# --- measuring


def probed(workspace: Workspace, package: Package) -> Mapping[str, Any]:
    """Measure a package, keep the result and return it."""
    from translate_kit.engines import open_engine
    from translate_kit.engines.probing import run_probe

    result = run_probe(open_engine("argos", workspace.engine_choice.settings), package.pair)
    keep_probe(package, result)
    return asdict(result)


def probe_line(package: Package, record: Mapping[str, Any]) -> str:
    """The shares of one package in words."""
    line = _(
        "{package}: numbers {numbers:.0%}, codes {codes:.0%}, capitals {capitals:.0%}, alignment"
        " {alignment:.0%}, placeholder {placeholder} {placeholders:.0%}"
    )
    return line.format(package=package.id, **record)
