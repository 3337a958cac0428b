"""``translate-kit models``: the packages that translate, installed from a file or from a server."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.messages import _

if TYPE_CHECKING:
    from translate_kit.workspace import Workspace

_JSON = click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
_INDEX = click.option(
    "--index", multiple=True, metavar="URL",
    help=_("A list of packages to use instead of Argos's; may be repeated, as mirrors."),
)  # fmt: skip


@click.group(help=_("Model packages: install, check, measure and bundle them."))
def models() -> None:
    pass


@models.command("list", help=_("List the installed packages, and what cannot be used and why."))
@_JSON
@click.pass_obj
def list_(workspace: Workspace, *, as_json: bool) -> None:
    from translate_kit.cli.models.inspecting import as_records, print_json, summaries

    if as_json:
        print_json(as_records(workspace.models))
        return
    for line in summaries(workspace.models):
        click.echo(line)


@models.command(help=_("List the packages that a server offers. Connects to it."))
@click.option("--all", "every", is_flag=True, help=_("Of all languages, not only our five."))
@_INDEX
@_JSON
@click.pass_obj
def available(workspace: Workspace, *, every: bool, index: tuple[str, ...], as_json: bool) -> None:
    from translate_kit.cli.models.inspecting import print_json
    from translate_kit.cli.models.installing import offer_line, offer_record, offers

    found = offers(workspace, index, every=every)
    if as_json:
        print_json([offer_record(offer, workspace.models) for offer in found])
        return
    for offer in found:
        click.echo(offer_line(offer, workspace.models))


@models.command(
    help=_("Install packages: a direction such as zh-en (connects), a package file, a bundle.")
)
@click.argument("what", nargs=-1, required=True)
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    help=_("The folder to install into; otherwise the first that is searched."),
)
@click.option(
    "--replace", is_flag=True, help=_("Replace an installed package of the same direction.")
)
@_INDEX
@click.pass_obj
def install(
    workspace: Workspace, what: tuple[str, ...], *, into: Path | None, replace: bool,
    index: tuple[str, ...],
) -> None:  # fmt: skip
    from translate_kit.cli.models.installing import Installation

    work = Installation(workspace, into, index, replace=replace)
    for name in what:
        for line in work.install(name):
            click.echo(line)


@models.command(help=_("Put installed packages with their checksums into one file."))
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("more", nargs=-1, metavar="[PAIR]...")
@click.option("--pairs", multiple=True, metavar="PAIR",
              help=_("The directions to put in, such as zh-en; all if left out."))  # fmt: skip
@click.option("--overwrite", is_flag=True, help=_("Replace an existing file."))
@click.pass_obj
def bundle(
    workspace: Workspace, out: Path, more: tuple[str, ...], *, pairs: tuple[str, ...],
    overwrite: bool,
) -> None:  # fmt: skip
    from translate_kit.cli.models.inspecting import chosen
    from translate_kit.engines.packages.bundle import write_bundle

    packages = chosen(workspace.models, (*pairs, *more))
    write_bundle(out, packages, overwrite=overwrite)
    names = ", ".join(package.id for package in packages)
    click.echo(_("written: {path}").format(path=out) + f" ({names})")


@models.command(help=_("Compare installed packages with what was installed; exit 1 if not equal."))
@click.argument("pairs", nargs=-1)
@click.pass_context
def verify(ctx: click.Context, pairs: tuple[str, ...]) -> None:
    from translate_kit.cli.models.inspecting import chosen, homes, verified

    registry = ctx.obj.models
    fine = not registry.broken
    for home in homes(registry, chosen(registry, pairs)):
        lines, good = verified(home)
        fine = fine and good
        click.echo("\n".join(lines))
    for broken in registry.broken:
        click.echo(broken.why)
    ctx.exit(0 if fine else 1)


@models.command(help=_("Remove installed packages."))
@click.argument("pairs", nargs=-1, required=True)
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@click.pass_obj
def remove(workspace: Workspace, pairs: tuple[str, ...], *, yes: bool) -> None:
    from translate_kit.cli.models.inspecting import chosen, homes
    from translate_kit.engines.packages import install as installing

    for home in homes(workspace.models, chosen(workspace.models, pairs)):
        question = _("Remove {names} in {folder}?").format(names=home.name, folder=home.folder)
        if yes or click.confirm(question):
            installing.remove(home.packages[0])
            click.echo(_("removed: {names}").format(names=home.name))


@models.command(help=_("Show the licences that installed packages state."))
@click.argument("pairs", nargs=-1)
@click.pass_obj
def licences(workspace: Workspace, pairs: tuple[str, ...]) -> None:
    from translate_kit.cli.models.inspecting import chosen, licence_lines

    for line in licence_lines(chosen(workspace.models, pairs)):
        click.echo(line)


@models.command(
    help=_("Measure installed packages on a small built-in set and keep the result beside them.")
)
@click.argument("pairs", nargs=-1)
@_JSON
@click.pass_obj
def probe(workspace: Workspace, pairs: tuple[str, ...], *, as_json: bool) -> None:
    from translate_kit.cli.models.inspecting import chosen, print_json, probe_lines, probed

    found = {p: probed(workspace, p) for p in chosen(workspace.models, pairs)}
    if as_json:
        print_json({str(package.pair): record for package, record in found.items()})
        return
    for package, record in found.items():
        click.echo("\n".join(probe_lines(package, record)))
