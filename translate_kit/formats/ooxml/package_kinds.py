"""Which of the three office programs an OOXML package belongs to."""

from translate_kit.errors import BadData
from translate_kit.formats.ooxml.relations import relations
from translate_kit.formats.package import Package
from translate_kit.formats.xml import kind
from translate_kit.messages import _

_ROOTS = {"w:document": "docx", "p:presentation": "pptx", "x:workbook": "xlsx"}


def main_part(package: Package, wanted: str) -> str:
    """The name of the main part; raises BadData where the package is not a ``wanted``."""
    if "mimetype" in package:
        raise BadData(package.path, _("this is an OpenDocument file under another name; rename it"))
    for relation in relations(package, ""):
        if relation.role != "officeDocument":
            continue
        found = _ROOTS.get(kind(package.tree(relation.part)))
        if found == wanted:
            return relation.part
        if found is not None:
            why = _("this is really a {format} file; rename it to .{format}")
            raise BadData(package.path, why.format(format=found))
    raise BadData(package.path, _("this zip holds no office document"))
