"""Word's .docx → lines, read from the XML parts themselves."""

from collections.abc import Iterator
from posixpath import join, normpath

from lxml import etree

from raadhus.pure.documents.read import refusals
from raadhus.pure.documents.read.docx_body import BodyReader
from raadhus.pure.documents.read.docx_numbering import Numbering, W
from raadhus.pure.documents.read.docx_styles import styles_in
from raadhus.pure.documents.read.limits import Limits
from raadhus.pure.documents.read.lines import LineWriter
from raadhus.pure.documents.read.package import WHAT, Package
from raadhus.pure.kernel.source_text import SourceText

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "word/document.xml"


def read_docx(data: bytes, name: str, limits: Limits) -> SourceText:
    """Paragraphs, headings, list items with their numbers, and table cells, as they show with all changes accepted.

    What is deleted or hidden is left out. Headers come first and footers last, each once, as "running"; notes stand
    after the text.
    """
    package = Package(data, name, limits)
    main = next(_related(package, name, "", "officeDocument"), _MAIN)
    root = _part(package, main, name)
    if root is None or (body := root.find(f"{W}body")) is None:
        raise refusals.broken(name, WHAT)
    writer = LineWriter(name, limits.characters)
    reader = BodyReader(
        writer,
        styles_in(_first(package, name, main, "styles")),
        Numbering(_first(package, name, main, "numbering")),
    )
    _read_running(package, name, main, "header", reader)
    reader.read(body)
    for kind in ("footnotes", "endnotes"):
        if (notes := _first(package, name, main, kind)) is not None:
            reader.read(notes)
    seen = any(line.hint != "running" for line in writer.lines())
    _read_running(package, name, main, "footer", reader)
    if not seen:
        raise refusals.blank(name)
    return SourceText(name, "docx", writer.lines())


def _read_running(package: Package, name: str, main: str, kind: str, reader: BodyReader) -> None:
    for path in _related(package, name, main, kind):
        if (root := _part(package, path, name)) is not None:
            reader.read(root, running=True)


def _first(package: Package, name: str, main: str, kind: str) -> etree._Element | None:
    path = next(_related(package, name, main, kind), None)
    return None if path is None else _part(package, path, name)


def _related(package: Package, name: str, of: str, kind: str) -> Iterator[str]:
    """The paths of the parts of `kind` that the part `of` points to ("" for the package itself)."""
    folder, _, file = of.rpartition("/")
    relations = _part(package, join(folder, "_rels", f"{file}.rels"), name)
    if relations is None:
        return
    for relation in relations.iterchildren(_RELATION):
        if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") != "External":
            yield normpath(join("/", folder, relation.get("Target", ""))).lstrip("/")


def _part(package: Package, path: str, name: str) -> etree._Element | None:
    data = package.part(path)
    if data is None:
        return None
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise refusals.hostile_markup(name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refusals.broken(name, WHAT) from error
    if root.getroottree().docinfo.doctype:
        raise refusals.hostile_markup(name)
    return root
