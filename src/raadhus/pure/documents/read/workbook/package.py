"""The parts of an Excel file: which there are, and each as XML, with the suspicion that `Package` has."""

from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from raadhus.pure.documents.read import refusals as documents
from raadhus.pure.documents.read.package import Package
from raadhus.pure.documents.read.workbook import refusals

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Parts:
    """An Excel file's parts by name."""

    def __init__(self, data: bytes, name: str) -> None:
        """`Refused` where `data` is no Excel file of today's format."""
        self.name = name
        _refuse_other_kinds(data, name)
        self._package = Package(data, name, refusals.LIMITS, refusals.WHAT)

    def tree(self, part: str) -> etree._Element | None:
        """The part parsed, None where there is none."""
        data = self._package.part(part)
        if data is None:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            tree = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise documents.broken(self.name, refusals.WHAT) from error
        if tree.getroottree().docinfo.doctype:
            raise documents.hostile_markup(self.name)
        return tree

    def needed(self, part: str) -> etree._Element:
        """As `tree`; `Refused` where there is none."""
        tree = self.tree(part)
        if tree is None:
            raise refusals.part_missing(self.name, part)
        return tree

    def elements(self, part: str, names: tuple[str, ...]) -> Iterator[etree._Element]:
        """Every element of these local names as it ends, forgotten when the next is asked for."""
        data = self._package.part(part)
        if data is None:
            raise refusals.part_missing(self.name, part)
        if b"<!DOCTYPE" in data[:4096]:
            raise documents.hostile_markup(self.name)
        options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
        tags = [f"{{*}}{name}" for name in names]
        try:
            for _, element in etree.iterparse(BytesIO(data), events=("end",), tag=tags, **options):
                yield element
                element.clear()
                parent = element.getparent()
                while parent is not None and element.getprevious() is not None:
                    del parent[0]
        except etree.XMLSyntaxError as error:
            raise documents.broken(self.name, refusals.WHAT) from error


def _refuse_other_kinds(data: bytes, name: str) -> None:
    if not data:
        raise documents.empty(name)
    if len(data) > refusals.LIMITS.file_bytes:
        raise documents.too_big(name, len(data), refusals.LIMITS.file_bytes)
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise documents.encrypted(name)
        raise refusals.no_workbook(name, "en Office-fil i det gamle format (.xls eller .doc)")
    if not data.startswith(_ZIP):
        raise refusals.no_workbook(name, "ikke et regneark")
    names = Package.names_in(data, name)
    if "xl/workbook.bin" in names:
        raise refusals.no_workbook(name, "et binært regneark (.xlsb)")
    if not any(part.startswith("xl/") for part in names):
        is_open = "content.xml" in names
        raise refusals.no_workbook(name, "et OpenDocument-dokument" if is_open else "ikke et regneark")


def local(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of that local name, in whichever of Excel's two namespaces."""
    return (child for child in element if isinstance(child.tag, str) and local(child) == name)
