"""The words of TBX-Basic for what the glossary says.

Picklists are those of the TBX-Basic dialect (tbxinfo.net): administrativeStatus, partOfSpeech and
grammaticalGender take no other values.
"""

from collections.abc import Mapping

from translate_kit.glossary.concept import Status

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
MIN = "http://www.tbxinfo.net/ns/min"
BASIC = "http://www.tbxinfo.net/ns/basic"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

VERSION_2: Mapping[str, str] = {
    "tbx": "martif", "tbxHeader": "martifHeader", "conceptEntry": "termEntry",
    "langSec": "langSet", "termSec": "tig", "refObjectSec": "refObjectList",
}  # fmt: skip
"""What version 2 called the elements that version 3 renamed."""

OWN = "translate-kit "
"""How the note begins that holds what TBX-Basic has no category for, as JSON."""

STATUSES: Mapping[Status, str] = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.DEPRECATED: "supersededTerm-admn-sts",
    Status.FORBIDDEN: "deprecatedTerm-admn-sts",
}
"""TBX calls deprecated what must not be used, superseded what has gone out of use."""

READ_STATUSES: Mapping[str, Status] = {
    **{name: status for status, name in STATUSES.items()},
    **{name.removesuffix("-admn-sts"): status for status, name in STATUSES.items()},
    "preferred": Status.PREFERRED,
    "admitted": Status.ADMITTED,
    "superseded": Status.DEPRECATED,
    "obsolete": Status.DEPRECATED,
    "deprecated": Status.FORBIDDEN,
    "notRecommended": Status.FORBIDDEN,
    "standardizedTerm": Status.PREFERRED,
    "legalTerm": Status.ADMITTED,
    "regulatedTerm": Status.ADMITTED,
}
"""Also what version 2 and its normativeAuthorization call them."""

PARTS: Mapping[str, str] = {"noun": "noun", "proper_noun": "noun", "adjective": "adjective",
                            "verb": "verb"}  # fmt: skip
READ_PARTS: Mapping[str, str] = {"noun": "noun", "properNoun": "proper_noun",
                                 "adjective": "adjective", "verb": "verb"}  # fmt: skip
GENDERS: Mapping[str, str] = {"m": "masculine", "f": "feminine", "n": "neuter"}
READ_GENDERS: Mapping[str, str] = {name: letter for letter, name in GENDERS.items()}

MODULES: Mapping[str, tuple[str, str]] = {
    "subjectField": ("descrip", MIN),
    "administrativeStatus": ("termNote", MIN),
    "partOfSpeech": ("termNote", MIN),
    "definition": ("descrip", BASIC),
    "source": ("admin", BASIC),
    "grammaticalGender": ("termNote", BASIC),
    "geographicalUsage": ("termNote", BASIC),
    "crossReference": ("ref", BASIC),
    "transactionType": ("transac", BASIC),
    "responsibility": ("transacNote", BASIC),
}
"""Data category -> its element in the style DCA, and its namespace in the style DCT."""
