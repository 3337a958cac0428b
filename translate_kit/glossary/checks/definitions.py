"""Concepts without a definition that Chinese staff can read."""

import re
from collections.abc import Iterator

from translate_kit.glossary.checks.examined import Examined, Remark, of_concept
from translate_kit.messages import _

_HAN = re.compile("[\u3400-\u9fff]")


def check(examined: Examined) -> Iterator[Remark]:
    """Definitions.

    A concept is what its definition says, in Chinese; without one nobody can tell whether a term
    is right for it.
    """
    for concept in examined.living:
        if not concept.definition:
            yield of_concept(concept, _("no definition"), "definition")
        elif not _HAN.search(concept.definition):
            yield of_concept(concept, _("the definition is not in Chinese"), "definition")
