"""Whatever the bytes, there is text or a sentence, and nothing else."""

import io
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from raadhus.pure.documents.read import Limits, read_file
from raadhus.pure.kernel.errors import Refused
from tests.pure.documents.read.makers import pdf, zipped

LIMITS = Limits(file_bytes=1_000_000, pages=20, characters=100_000, part_bytes=1_000_000)
MAGICS = [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"<p>", b"\xff\xfe", b"\xef\xbb\xbf", b"\xd0\xcf\x11\xe0"]
fuzz = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def a_word_file() -> bytes:
    document = docx.Document()
    document.add_heading("Referat", 1)
    document.add_paragraph("at sagen godkendes", "List Number")
    document.add_table(1, 2).cell(0, 0).text = "Navn"
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


@pytest.fixture(scope="module")
def whole() -> dict[str, bytes]:
    foot = "#set page(footer: context [Side #counter(page).display()])\n"
    page = "<html><table><tr><td><ol><li>Å<p>b</ol><h2>c</h2><b style='display:none'>d</b></table></html>"
    return {
        "pdf": pdf(foot + "*Punkt 1*\n\n" + "Chefforum aftalte en frem-\\\nskrivning. " * 20),
        "docx": a_word_file(),
        "html": page.encode(),
    }


def reads_or_refuses(folder: Path, content: bytes) -> None:
    path = folder / "x"
    path.write_bytes(content)
    try:
        source = read_file(path, limits=LIMITS)
    except Refused as refused:
        sentence, lines = str(refused), ()
    else:
        sentence, lines = "", source.lines
    assert sentence.startswith("»x« ") or any(line.text for line in lines)
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))


@fuzz
@given(magic=st.sampled_from(MAGICS), rest=st.binary(max_size=400))
def test_random_bytes(tmp_path: Path, magic: bytes, rest: bytes) -> None:
    reads_or_refuses(tmp_path, magic + rest)


@fuzz
@given(
    kind=st.sampled_from(["pdf", "docx", "html"]),
    keep=st.floats(0, 1),
    hits=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=12),
)
@example(kind="pdf", keep=0.5, hits=[])
@example(kind="docx", keep=0.5, hits=[])
def test_whole_files_cut_short_and_damaged(
    tmp_path: Path, whole: dict[str, bytes], kind: str, keep: float, hits: list[tuple[float, int]]
) -> None:
    content = bytearray(whole[kind])
    for place, value in hits:
        content[int(place * (len(content) - 1))] = value
    reads_or_refuses(tmp_path, bytes(content[: int(keep * len(content)) + 1]) if keep < 0.9 else bytes(content))


TAGS = ["p", "br", "ol", "ul", "li", "table", "tr", "td", "h1", "b", "nav", "div", "script", "pre"]
PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from(
        ["<li value=7>", "<ol start=-5 type=i>", "<p style='display:none'>", "&nbsp;", "&#0;", "&x;", "<!--"]
    ),
    st.text(max_size=5),
)


@fuzz
@given(pieces=st.lists(PIECES, max_size=40))
def test_any_soup_of_tags(tmp_path: Path, pieces: list[str]) -> None:
    reads_or_refuses(tmp_path, ("<html>" + "".join(pieces)).encode("utf-8", "surrogatepass"))


WORD_PIECES = st.recursive(
    st.sampled_from(
        [
            "<w:r><w:t>ord</w:t></w:r>",
            "<w:pPr><w:numPr><w:ilvl w:val='12'/><w:numId w:val='x'/></w:numPr></w:pPr>",
            "<w:pPr><w:rPr><w:del/></w:rPr><w:outlineLvl w:val='9'/></w:pPr>",
            "<w:r><w:sym w:char='110000'/><w:br/></w:r>",
        ]
    ),
    lambda inner: st.builds(
        lambda tag, parts: f"<w:{tag}>{''.join(parts)}</w:{tag}>",
        st.sampled_from(["p", "tbl", "tr", "tc", "r", "del", "ins", "sdt", "pPr", "drawing", "txbxContent"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=20,
)


@fuzz
@given(pieces=st.lists(WORD_PIECES, max_size=5))
def test_any_nesting_of_words_elements(tmp_path: Path, pieces: list[str]) -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    content = f"<w:document {space}><w:body>{''.join(pieces)}</w:body></w:document>".encode()
    reads_or_refuses(tmp_path, zipped({"word/document.xml": content}))
