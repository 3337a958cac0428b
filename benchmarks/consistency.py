"""Measures ``glossary consistency``: what it finds, what it proposes instead, and how fast.

    python benchmarks/consistency.py

In sentences of the shipped memory that say a preferred term, another term of the same concept is
put in its place, in the form that fits. Found is such a sentence when it is listed beside the one
that it was made of; restored, when the proposal is that sentence again, character by character.
The speed is that of reading all sentences of the memory in one direction, after a first round.
"""

import time
from collections.abc import Iterator
from itertools import islice

from translate_kit.batch.consistency import Account
from translate_kit.batch.consistency.terms import Mention, TermReader, rewritten
from translate_kit.batch.passage import Passage, of_unit
from translate_kit.glossary.concept import Status
from translate_kit.glossary.store import Glossary
from translate_kit.workspace import Workspace

MOST = 300
"""Sentences of a direction that are altered."""


def altered(passages: list[Passage], glossary: Glossary) -> Iterator[tuple[Mention, Passage]]:
    """A sentence with a preferred term, and the same with another term of that concept."""
    reader = TermReader(glossary)
    for passage in passages:
        for mention in reader.mentions(passage):
            if mention.said is None or mention.said.term.status is not Status.PREFERRED:
                continue
            for term in mention.concept.terms[passage.pair.target]:
                if term.status in (Status.PREFERRED, Status.REJECTED) or term.text.isupper():
                    continue
                text, _sure = rewritten(passage, [mention], mention.concept, term)
                if text and text != passage.target:
                    yield mention, Passage("b", 1, "", passage.source, text, passage.pair)
                    break


def judge(mention: Mention, other: Passage, glossary: Glossary) -> tuple[bool, bool]:
    """Whether the altered sentence is found, and whether the proposal is the one before."""
    account = Account(glossary, frozenset({mention.concept.id}))
    account.add([mention.passage, other])
    uses = [
        use
        for each in account.inconsistencies()
        for _rendering, use in each.to_mend
        if use.passage is other
    ]
    return bool(uses), any(use.rewritten == mention.passage.target for use in uses)


def main() -> None:
    workspace = Workspace(None)
    glossary = workspace.glossary
    everything = [p for unit in workspace.memory.each() for p in of_unit(unit, 1)]
    for language in ("en", "ru", "ko", "ja"):
        passages = [each for each in everything if str(each.pair) == f"zh-{language}"]
        judged = [judge(*each, glossary) for each in islice(altered(passages, glossary), MOST)]
        found = sum(is_found for is_found, _restored in judged)
        restored = sum(is_restored for _found, is_restored in judged)
        account = Account(glossary)
        account.add(passages)  # its terms are learnt now
        start = time.process_time()
        account.add(passages)
        seconds = time.process_time() - start
        print(
            f"zh-{language}: {len(judged)} altered, {found / len(judged):.1%} found, "
            f"{restored / len(judged):.1%} restored; {len(passages) / seconds:,.0f} sentences/s"
        )


if __name__ == "__main__":
    main()
