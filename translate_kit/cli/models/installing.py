"""How ``models install`` and ``models available`` get at packages."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from translate_kit.cli.models.inspecting import pair_of
from translate_kit.engines.packages.index import Offer
from translate_kit.engines.packages.install import Installed, Outcome, install
from translate_kit.engines.packages.registry import Registry
from translate_kit.messages import _
from translate_kit.model import LANGUAGES, Pair
from translate_kit.workspace import Workspace

_FILES = (".argosmodel", ".zip", ".bundle")


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
        if path.suffix.lower() in _FILES or path.is_file() or len(path.parts) > 1:
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
