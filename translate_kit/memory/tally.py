"""What a file held that could not be taken over, counted while it is read."""

from collections import Counter
from dataclasses import dataclass, field

from translate_kit.messages import ngettext


@dataclass(slots=True)
class Tally:
    """Counts by what was left out, to be told to the person at the end.

    ``languages`` counts texts by the code of a language that is none of ours, ``traditional`` those
    in traditional Chinese characters, ``alone`` units that had fewer than two texts of ours left,
    ``coded`` texts that lost the codes of another program's formatting.
    """

    languages: "Counter[str]" = field(default_factory=Counter)
    traditional: "Counter[str]" = field(default_factory=Counter)
    alone: int = 0
    coded: int = 0

    def lines(self) -> list[str]:
        """One line for each sort of thing left out, in the interface language."""
        found = [_foreign(n, code) for code, n in sorted(self.languages.items())]
        found += [_traditional(n, code) for code, n in sorted(self.traditional.items())]
        if self.alone:
            line = ngettext(
                "{n} unit left out: it has fewer than two texts",
                "{n} units left out: they have fewer than two texts",
                self.alone,
            )
            found.append(line.format(n=self.alone))
        if self.coded:
            line = ngettext(
                "{n} text lost formatting codes", "{n} texts lost formatting codes", self.coded
            )
            found.append(line.format(n=self.coded))
        return found


def _foreign(n: int, language: str) -> str:
    line = ngettext(
        "{n} text left out: {language} is none of our languages",
        "{n} texts left out: {language} is none of our languages",
        n,
    )
    return line.format(n=n, language=language)


def _traditional(n: int, language: str) -> str:
    line = ngettext(
        "{n} text left out: {language} is Chinese in traditional characters",
        "{n} texts left out: {language} is Chinese in traditional characters",
        n,
    )
    return line.format(n=n, language=language)
