"""A document that is a zip of parts (OOXML, ODF): read within limits, written reproducibly."""

import io
import zipfile
import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from translate_kit.errors import BadData
from translate_kit.files import read_bytes
from translate_kit.formats.sniff import require_zip
from translate_kit.formats.xml import Element, parse, serialize
from translate_kit.messages import _

MOST_PARTS = 20_000
LARGEST_WHOLE = 512 * 2**20
"""Bytes of all parts unpacked."""
LARGEST_PARSED = 40 * 2**20
"""Bytes of XML whose trees are in memory together."""
SUSPICIOUS = 16 * 2**20
STEEPEST = 250
"""A part above ``SUSPICIOUS`` bytes that was packed better than this is a zip bomb: real sheets of
a million equal rows reach about 100."""


class Package:
    """The parts of one file. Trees are parsed when first asked for and written when touched."""

    def __init__(self, path: Path, content: bytes | None = None) -> None:
        """Raises UserError for a file that is no such package, encrypted, damaged or hostile.

        ``content`` is given for a file inside the file ``path``.
        """
        self.path = path
        content = read_bytes(path, LARGEST_WHOLE) if content is None else content
        require_zip(path, content)
        self._original = content
        try:
            with ZipFile(io.BytesIO(content)) as archive:
                self._members = archive.infolist()
                self._check()
                self._parts = {member.filename: archive.read(member) for member in self._members}
        except (BadZipFile, NotImplementedError, EOFError, OSError, zlib.error) as error:
            raise self.damaged(str(error)) from None
        except RuntimeError:  # zipfile's word for a member with a password
            raise BadData(path, _("the zip is protected by a password; save it without")) from None
        self._trees: dict[str, Element] = {}
        self._parsed = 0
        self._touched: set[str] = set()

    def _check(self) -> None:
        if len(self._members) > MOST_PARTS:
            raise BadData(self.path, _("it has too many parts; refused as unsafe"))
        whole = sum(member.file_size for member in self._members)
        if whole > LARGEST_WHOLE:
            why = _("unpacked it is larger than {limit} MB; split the document and try again")
            raise BadData(self.path, why.format(limit=LARGEST_WHOLE >> 20))
        for member in self._members:
            steep = member.file_size > STEEPEST * max(member.compress_size, 1)
            if member.file_size > SUSPICIOUS and steep:
                why = _("{part} unpacks to {size} MB: a zip bomb; refused as unsafe")
                size = member.file_size >> 20
                raise BadData(self.path, why.format(part=member.filename, size=size))

    def damaged(self, why: str) -> BadData:
        """The refusal of a file that is not sound, to be raised."""
        return BadData(
            self.path,
            _("the document is damaged: {why}; open it in an office program and save it").format(
                why=why
            ),
        )

    def __contains__(self, part: object) -> bool:
        return part in self._parts

    def names(self) -> list[str]:
        """The parts in the order of the file."""
        return list(self._parts)

    def content(self, part: str) -> bytes:
        """The bytes of a part as they were read."""
        return self._parts[part]

    def tree(self, part: str) -> Element:
        """The root element of an XML part, the same one at every call."""
        if part not in self._parts:
            raise self.damaged(_("the part {part} is missing").format(part=part))
        if part not in self._trees:
            self._parsed += len(self._parts[part])
            if self._parsed > LARGEST_PARSED:
                why = _("its text is larger than {limit} MB; split the document and try again")
                raise BadData(self.path, why.format(limit=LARGEST_PARSED >> 20))
            self._trees[part] = parse(self.path, part, self._parts[part])
        return self._trees[part]

    def release(self, part: str) -> None:
        """The tree of this part is not needed any more, unless it was changed."""
        if part in self._trees and part not in self._touched:
            del self._trees[part]
            self._parsed -= len(self._parts[part])

    def touch(self, part: str) -> None:
        """The tree of this part was changed and is to be written."""
        self._touched.add(part)

    def replace(self, part: str, content: bytes) -> None:
        """New bytes for a part that is there."""
        self._parts[part] = content
        self._touched.add(part)

    def save(self) -> bytes:
        """The file: untouched parts byte for byte, order, times and packing as they were."""
        if not self._touched:
            return self._original
        written = io.BytesIO()
        with ZipFile(written, "w") as archive:
            for member in self._members:
                archive.writestr(_same(member), self._content_now(member.filename))
        return written.getvalue()

    def _content_now(self, part: str) -> bytes:
        if part in self._touched and part in self._trees:
            return serialize(self._trees[part])
        return self._parts[part]


def _same(member: ZipInfo) -> ZipInfo:
    """The member's name, time and packing, without sizes and extra fields."""
    copy = ZipInfo(member.filename, member.date_time)
    packed = member.compress_type != zipfile.ZIP_STORED
    copy.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    copy.external_attr = member.external_attr
    copy.create_system = member.create_system
    return copy
