"""All contacts, from the files that ship and the files of the workspace."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from translate_kit.contacts.contact import COLUMNS, REQUIRED, Contact, contact_of
from translate_kit.contacts.positions import Positions
from translate_kit.contacts.proof import findings
from translate_kit.errors import NotKnown
from translate_kit.files import read_table
from translate_kit.messages import _
from translate_kit.model import Finding


class Contacts:
    """The contacts by id, with the offices that they may hold."""

    def __init__(self, contacts: Mapping[str, Contact], positions: Positions) -> None:
        self._contacts = contacts
        self.positions = positions

    @classmethod
    def load(cls, paths: Iterable[Path], *, positions: Iterable[Path]) -> "Contacts":
        """The contacts of ``paths`` (``contacts.csv``), their offices from ``positions``.

        A row of a later file replaces the whole row with the same id in an earlier one. Raises
        BadData for a cell that can't be used and for an id that one file has twice.
        """
        contacts: dict[str, Contact] = {}
        for path in paths:
            contacts |= _read(path)
        return cls(MappingProxyType(contacts), Positions.load(positions))

    def __iter__(self) -> Iterator[Contact]:
        return iter(self._contacts.values())

    def __len__(self) -> int:
        return len(self._contacts)

    def get(self, name: str) -> Contact:
        """The contact with this id; raises NotKnown, which offers the nearest."""
        if name not in self._contacts:
            raise NotKnown(_("contact"), name, self._contacts)
        return self._contacts[name]

    def check(self, contact: Contact) -> tuple[Finding, ...]:
        """What would make a letter to this contact wrong in its language, worst first."""
        return findings(contact, self.positions)


def _read(path: Path) -> dict[str, Contact]:
    contacts: dict[str, Contact] = {}
    for row in read_table(path, required=REQUIRED, known=COLUMNS):
        contact = contact_of(row)
        if contact.id in contacts:
            first = contacts[contact.id].line
            why = _("“{id}” stands in line {first} already; give one of them another id")
            raise row.bad("id", why.format(id=contact.id, first=first))
        contacts[contact.id] = contact
    return contacts
