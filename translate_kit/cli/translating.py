"""How a translated text is shown: the text, an explanation of each sentence, or JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

import click

from translate_kit.cli.findings import print_finding, severity_word
from translate_kit.errors import UserError
from translate_kit.languages.detect import detect
from translate_kit.messages import _
from translate_kit.model import LANGUAGES, Pair, Severity
from translate_kit.pipeline import Origin, Rung, TranslatedText, Translation
from translate_kit.pipeline.means import Means
from translate_kit.pipeline.wording import means_words, origin_word

FINDINGS, INCOMPLETE = 1, 3
_SHOWN = 40
"""Characters of a sentence by which a finding names it."""


def pair_of(text: str, source: str | None, target: str) -> Pair:
    """The direction; the source found out where it is not given. Raises UserError for none."""
    letters = any(map(str.isalpha, text))
    found = source or (detect(text).language if letters else _other(target))
    if found not in LANGUAGES:
        raise UserError(_("I can't tell the language of the text; say it with --from"))
    if found == target:
        raise UserError(
            _("the text is in “{language}” already; say another language with --from").format(
                language=target
            )
        )
    return Pair(found, target)


def exit_code(made: TranslatedText) -> int:
    """0; 1 where there is something to look at; 3 where a sentence was not translated."""
    if any(each.translation.origin is Origin.NONE for each in made.sentences):
        return INCOMPLETE
    grave = (Severity.ERROR, Severity.WARNING)
    return FINDINGS if any(each.severity in grave for each in made.findings) else 0


def show(
    made: TranslatedText, means: Mapping[Pair, Means], *, explain: bool, as_json: bool
) -> None:
    """Print the translation; the findings go to standard error unless they are printed with it.

    ``means`` says for each leg what the ladder leans on.
    """
    if as_json:
        import json

        click.echo(json.dumps(_record(made, means), ensure_ascii=False, indent=2))
        return
    if explain:
        for leg, chosen in means.items():
            click.echo(means_words(leg, chosen))
        for each in made.sentences:
            click.echo("\n".join(_explained(each.translation)))
        return
    click.echo(made.text)
    for each in made.sentences:
        where = _shortened(each.translation.source)
        for finding in each.translation.findings:
            print_finding(finding, where)


def _other(language: str) -> str:
    return next(code for code in LANGUAGES if code != language)


def _explained(made: Translation) -> Iterator[str]:
    yield made.source
    yield f"  → {made.text}"
    yield "  " + _("origin: {origin}").format(
        origin=" ".join([origin_word(made.origin), made.signature])
    )
    for term in made.terms:
        yield "  " + _("term {pair}: {source} → {target}: {rung}").format(
            pair=term.pair, source=term.source, target=term.target or "—", rung=_rung(term.rung)
        )
    for each in made.repairs:
        yield "  " + _("number {pair}: {source}: “{wrong}” became “{right}”").format(
            pair=each.pair, source=each.source, wrong=each.wrong, right=each.right
        )
    for finding in made.findings:
        yield f"  {severity_word(finding.severity)} ({finding.check}): {finding.message}"
    for near in made.suggestions:
        yield "  " + _("memory, {score} %: {source} → {target}").format(
            score=round(near.score), source=near.source, target=near.target
        )
    yield ""


def _rung(rung: Rung) -> str:
    return {
        Rung.ALONE: _("from the glossary"),
        Rung.ALREADY: _("was right"),
        Rung.HYPOTHESIS: _("right in another answer of the engine, which was taken"),
        Rung.SUBSTITUTED: _("put in"),
        Rung.PLACEHOLDER: _("put in by a placeholder"),
        Rung.FLAGGED: _("missing, look at it"),
    }[rung]


def _record(made: TranslatedText, means: Mapping[Pair, Means]) -> dict[str, Any]:
    return {
        "source": made.source,
        "text": made.text,
        "pair": str(made.pair),
        "means": {str(leg): chosen.used() for leg, chosen in means.items()},
        "sentences": [_sentence(each.translation) for each in made.sentences],
    }


def _sentence(made: Translation) -> dict[str, Any]:
    record = asdict(made) | {"pair": str(made.pair)}
    for key in ("terms", "repairs"):
        for entry, value in zip(record[key], getattr(made, key), strict=True):
            entry["pair"] = str(value.pair)
    return record


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
