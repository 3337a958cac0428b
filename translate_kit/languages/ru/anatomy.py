"""The search for the words of a Russian term that change with its head.

The rule is told in ``phrase``; every choice here is one sentence of it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache

from translate_kit.languages.ru import morphology, places
from translate_kit.languages.ru.morphology import GENDERS, CannotInflect, Number, Reading
from translate_kit.languages.ru.term import Changing, Term
from translate_kit.messages import _

_TOKEN = re.compile(r"[^\s()«»\"“”„,;:!?]+|[(),;]")
_CONNECTORS = {"и", "или", ","}
_JOINTS = ("и", "или", ",", "(", "—")
CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_PERCENT = re.compile(r"^(?P<figure>[\d,]+\s?%-)(?P<ending>ный|ная|ное|ные)$")


def analyse(phrase: str, grammar: Mapping[str, str]) -> Term:
    """Find the head and the words that change with it; raises CannotInflect."""
    return _analyse(phrase, tuple(sorted(grammar.items())))


@lru_cache(maxsize=4096)
def _analyse(phrase: str, grammar: tuple[tuple[str, str], ...]) -> Term:
    return _Anatomy(phrase, dict(grammar)).term()


class _Anatomy:
    """The search for the words that change in one phrase, from left to right."""

    def __init__(self, phrase: str, grammar: Mapping[str, str]) -> None:
        self.phrase, self.grammar = phrase, grammar
        self.tokens = list(_TOKEN.finditer(phrase))

    def term(self) -> Term:
        position, head = self._head()
        words = [w for w in (self._adjective(i, head) for i in range(position)) if w]
        words += self._noun_parts(position, head)
        words += self._following(position, head)
        return Term(self.phrase, tuple(words), head, self.grammar)

    def _head(self) -> tuple[int, Changing]:
        """The last noun in the nominative that all words before it can be adjectives of.

        The last, because «рабочая», «дежурный», «учёная» are nouns as well.
        """
        found: tuple[int, Changing] | None = None
        substantive: tuple[int, Changing] | None = None
        for position, token in enumerate(self.tokens):
            head = self._noun(position)
            if head and self._all_agree(position, head):
                found = position, head
            if self.grammar.get("head") == token.group() and head:
                return position, head
            described = self._describing(position)
            if not described and (head or not self._joins(position)):
                break
            if described:
                substantive = position, described
        best = found or substantive
        if best is None:
            why = _("no noun of the dictionary found; say head=..., gen_sg=..., gen_pl=...")
            raise CannotInflect(self.phrase, why)
        return best

    def _noun(self, position: int) -> Changing | None:
        """The token as a noun that fits the glossary's gender; of город-побратим the first half."""
        found = self._any_noun(position)
        readings = self._fitting(found.readings) if found else ()
        return Changing(found.start, found.end, readings) if found and readings else None

    def _any_noun(self, position: int) -> Changing | None:
        token = self.tokens[position]
        word = token.group()
        if _is_code(word) or "NUMR" in morphology.part_of_speech(word):
            return None
        first = places.first_half(word)
        if first:
            return Changing(token.start(), token.start() + len(first), morphology.nouns(first))
        second = places.second_half(word)
        return Changing(token.end() - len(second), token.end(), morphology.nouns(second))

    def _fitting(self, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
        """The readings of the glossary's number, and of its gender where it has any.

        Gender only prefers: «глава города» is m in a glossary and feminine by its forms.
        """
        gender = self.grammar.get("gender")
        if gender == "pl":
            kept = tuple(r for r in readings if r.is_plural)
        elif gender in GENDERS:
            kept = tuple(r for r in readings if r.gender == GENDERS[gender]) or readings
        else:
            kept = tuple(r for r in readings if not r.is_plural) or readings
        only = tuple(r for r in kept if r.plural_only)
        return only or kept

    def _all_agree(self, position: int, head: Changing) -> bool:
        return all(self._adjective(i, head) is not None or self._joins(i) for i in range(position))

    def _describing(self, position: int) -> Changing | None:
        token = self.tokens[position]
        percent = _PERCENT.match(token.group())
        if percent:
            readings = morphology.adjectives("процент" + percent["ending"])
            return Changing(
                token.start() + len(percent["figure"]), token.end(), readings, prefix="процент"
            )
        if _is_code(token.group()):
            return None
        readings = morphology.adjectives(token.group())
        return Changing(token.start(), token.end(), readings) if readings else None

    def _adjective(self, position: int, head: Changing) -> Changing | None:
        found = self._describing(position)
        return self._agreeing(head)(found) if found else None

    def _joins(self, position: int) -> bool:
        word = self.tokens[position].group()
        return word in _CONNECTORS or "ADVB" in morphology.part_of_speech(word)

    def _noun_parts(self, position: int, head: Changing) -> list[Changing]:
        """The head, and the second half of город-побратим."""
        token = self.tokens[position]
        first = places.first_half(token.group())
        if not first:
            return [head]
        start = token.start() + len(first) + 1
        second = token.group()[len(first) + 1 :]
        readings = self._of_number(morphology.nouns(second), head)
        if not readings:
            why = _("“{word}” is not in the number of its first half; say gen_sg=..., gen_pl=...")
            raise CannotInflect(self.phrase, why.format(word=second))
        return [head, Changing(start, token.end(), readings)]

    def _of_number(self, readings: tuple[Reading, ...], head: Changing) -> tuple[Reading, ...]:
        plural = head.readings[0].is_plural
        return tuple(r for r in readings if r.is_plural == plural)

    def _following(self, position: int, head: Changing) -> list[Changing]:
        """The words after the head that change with it."""
        found: list[Changing] = []
        beside = position
        for i in range(position + 1, len(self.tokens)):
            word, before = self.tokens[i].group(), self.tokens[i - 1].group()
            joined = self._joined(i, beside, head) if before in _JOINTS else []
            clause = self._clause(i, head)
            if clause and joined and "PRTF" in morphology.part_of_speech(word):
                why = _("is “{word}” a clause or the next thing? Say gen_sg=..., gen_pl=...")
                raise CannotInflect(self.phrase, why.format(word=word))
            found += joined or clause
            if joined:
                beside = self._position_of(joined[-1])
            elif i == position + 1 and places.declines(
                self.tokens[position].group(), word, self.grammar.get("apposition")
            ):
                found.append(self._apposition(i, head))
        return found

    def _clause(self, position: int, head: Changing) -> list[Changing]:
        """What agrees with the head after a comma: «, вызванная ...», «, не требующий ...»."""
        first = position - 1 if self.tokens[position - 1].group() == "не" else position
        if self.tokens[first - 1].group() != ",":
            return []
        found = self._adjective(position, head)
        return [found] if found else []

    def _position_of(self, word: Changing) -> int:
        return next(i for i, token in enumerate(self.tokens) if token.end() >= word.end)

    def _apposition(self, position: int, head: Changing) -> Changing:
        token = self.tokens[position]
        readings = self._of_number(morphology.nouns(token.group()), head)
        if not readings:
            why = _("no noun of the dictionary: “{word}”; say gen_sg=..., dat_sg=...")
            raise CannotInflect(self.phrase, why.format(word=token.group()))
        return Changing(token.start(), token.end(), readings)

    def _joined(self, start: int, position: int, head: Changing) -> list[Changing]:
        """Adjectives and a noun in the nominative, joined to the head by «и» or in brackets.

        A noun that may be a genitive as well belongs to what stands before it (сертификат качества
        и происхождения, президент (ассоциации)), unless it is joined to the head itself.
        """
        adjectives: list[Changing] = []
        for i in range(start, len(self.tokens)):
            noun = self._second_noun(i, head)
            described = self._describing(i)
            if noun:
                if self._belongs_elsewhere(i, start, position, noun):
                    return []
                agreeing = [a for a in map(self._agreeing(noun), adjectives) if a]
                return [*agreeing, noun] if len(agreeing) == len(adjectives) else []
            if not described:
                return []
            adjectives.append(described)
        return []

    def _belongs_elsewhere(self, i: int, start: int, position: int, noun: Changing) -> bool:
        if not morphology.can_be(self.tokens[i].group(), "genitive"):
            return False
        joint = self.tokens[start - 1].group()
        beside_head = start - 2 == position or joint not in ("и", "или", ",")
        return not beside_head or noun.number is not None

    def _second_noun(self, position: int, head: Changing) -> Changing | None:
        """A noun in the head's number, otherwise one in its own."""
        found = self._any_noun(position)
        if not found or not found.readings:
            return None
        same = self._of_number(found.readings, head)
        if same:
            return replace(found, readings=same, with_head=False)
        own: Number = "plural" if found.readings[0].is_plural else "singular"
        return replace(found, number=own, with_head=False)

    def _agreeing(self, noun: Changing) -> Callable[[Changing], Changing | None]:
        def agreeing(adjective: Changing) -> Changing | None:
            fitting = [r for r in adjective.readings if any(r.agrees(n) for n in noun.readings)]
            if not fitting:
                return None
            return replace(adjective, readings=tuple(fitting[:1]), number=noun.number)

        return agreeing


def _is_code(word: str) -> bool:
    """An abbreviation, a code or a number: ИВЛ, N95, «84»."""
    return not CYRILLIC.search(word) or (len(word) > 1 and word.isupper())
