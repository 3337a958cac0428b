"""``translate-kit check``: what to look at in a translation, whoever made it."""

from pathlib import Path

import click

from translate_kit.cli.countries import country_option
from translate_kit.messages import _
from translate_kit.model import LANGUAGES, Severity

_SEVERITIES = [severity.value for severity in Severity]


@click.command(
    help=_(
        "Check the translation of SOURCE, or one bilingual FILE: a table (TSV, CSV, XLSX), "
        "TMX or XLIFF. Exit code 1 says that something was found."
    )
)
@click.argument("files", nargs=-1, metavar="SOURCE TRANSLATION | FILE",
                type=click.Path(path_type=Path))  # fmt: skip
@click.option("--from", "source", type=click.Choice(LANGUAGES),
              help=_("Language of the source; told from the text if left out."))  # fmt: skip
@click.option("--to", "target", type=click.Choice(LANGUAGES),
              help=_("Language of the translation; told from the text if left out."))  # fmt: skip
@country_option
@click.option("--only", multiple=True, metavar="CHECK",
              help=_("Run only this check; may be repeated."))  # fmt: skip
@click.option("--show", type=click.Choice(_SEVERITIES), default="warning", show_default=True,
              help=_("Show what is at least as bad as this."))  # fmt: skip
@click.option("--fail-on", type=click.Choice(_SEVERITIES), default="error", show_default=True,
              help=_("Exit with 1 for what is at least as bad as this."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False),
              help=_("Write the findings to this file as a page for a browser."))  # fmt: skip
@click.option("--overwrite", is_flag=True, help=_("Replace an existing page."))
@click.option("--list", "listed", is_flag=True, help=_("Explain every check and stop."))
@click.pass_context
def check(
    context: click.Context, files: tuple[Path, ...], *, source: str | None, target: str | None,
    country: str, only: tuple[str, ...], show: str, fail_on: str, as_json: bool, html: Path | None,
    overwrite: bool, listed: bool,
) -> None:  # fmt: skip
    from translate_kit.checks.bitext import Wanted
    from translate_kit.cli.examining import examine, explain, print_report, write_page

    if listed:
        explain()
        return
    report = examine(context.obj, files, Wanted(source, target), only, country)
    print_report(report, Severity(show), as_json=as_json)
    if html is not None:
        write_page(report, html, overwrite=overwrite)
    context.exit(bool(report.at_least(Severity(fail_on))))
