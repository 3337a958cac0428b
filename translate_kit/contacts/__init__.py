"""Contacts: sister cities, makers and associations, and how each is addressed.

``contacts.csv`` has one row per addressee, ``positions.csv`` one per office. What is shipped holds
offices, never persons: who holds an office today is entered by the user.
"""

from translate_kit.contacts.contact import Contact
from translate_kit.contacts.directory import Contacts
from translate_kit.contacts.person import PersonName, person_name
from translate_kit.contacts.positions import Position, Positions

__all__ = ["Contact", "Contacts", "PersonName", "Position", "Positions", "person_name"]
