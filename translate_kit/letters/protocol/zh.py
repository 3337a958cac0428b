"""Chinese forms of address: 主送机关 of a 函, and 尊敬的 to a person who reads Chinese.

Source: GB/T 9704-2012: the addressee stands flush left with a full-width colon, and a 函 has
neither salutation nor 此致敬礼. The file copy of a letter abroad is such a 函 to the organisation.
"""

from translate_kit.contacts import Contact, Positions, person_name
from translate_kit.letters.protocol.formality import Formality
from translate_kit.letters.protocol.office import office, own_salutation
from translate_kit.messages import _

_OWN_COUNTRY = "CN"
_REGIONS = {"HK": "中国香港", "MO": "中国澳门", "TW": "中国台湾"}
"""As the State Council's usage has them; the Unicode names are longer, or not ours to write."""
_COURTESY = {"m": "先生", "f": "女士"}


def addressee(contact: Contact, positions: Positions) -> tuple[str, ...]:
    """``加拿大卡尔加里市政府：``; without the colon where a salutation follows."""
    body = contact.need("organisation", "zh")
    country = _country(contact.country)
    place = "" if body.startswith(country) else country
    mark = "" if salutation(contact, positions) else "："
    return (place + body + contact.name("department", "zh") + mark,)


def salutation(contact: Contact, positions: Positions) -> str:
    """``尊敬的○○○会长：`` in a letter in Chinese to a person; empty in a 函."""
    own = own_salutation(contact, "zh")
    if own or contact.language != "zh":
        return own
    position, person = office(contact, positions), person_name(contact, "zh")
    if person is None:
        return ""
    call = (position.calls["zh"] if position else "") or _COURTESY.get(contact.sex, "")
    if not call:
        raise contact.asks("sex", _("is empty; enter m or f: is it 先生 or 女士?"))
    return f"尊敬的{person.printed}{call}："


def opening(formality: Formality) -> str:
    """A 函 has no opening word."""
    return ""


def closing(contact: Contact, positions: Positions, formality: Formality) -> str:
    """None: a 函 ends with 特此函商, 请函复 and the like, in its body."""
    return ""


def _country(code: str) -> str:
    """The Chinese short name; empty for home. Babel is loaded only for the Chinese copy."""
    if code == _OWN_COUNTRY:
        return ""
    if code in _REGIONS:
        return _REGIONS[code]
    from babel import Locale

    return str(Locale("zh").territories.get(code, ""))
