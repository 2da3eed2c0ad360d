"""The round: minutes as text → structure → PDF, Word file, web page → read again → the same structure.

Only white space may differ, and the space after a dash: "-at" is set as a point, "- at".
"""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from raadhus.domains.meetings.papers.of_structure import paper_of
from raadhus.pure.documents.read import read_file
from raadhus.pure.documents.tree import Document
from raadhus.pure.documents.write.docx import write_docx
from raadhus.pure.documents.write.html import write_html
from raadhus.pure.documents.write.pdf import render, request_for
from raadhus.pure.documents.write.typesetting import typeset
from raadhus.pure.kernel.source_text import lines_of
from raadhus.pure.minutes.read import read_minutes
from raadhus.pure.minutes.structure import Minutes, as_json
from tests.conftest import SHARED
from tests.pure.documents.write.pdf_checks import broken_rules

SEEDS = sorted((SHARED / "seeds").glob("*.txt")) if (SHARED / "seeds").is_dir() else []
OWN = Path(__file__).parents[3] / "samples"
SAMPLES = sorted((OWN / "demo").glob("*.txt"))
OTHER_LAYOUTS = sorted((OWN / "minutes").glob("*/*.txt"))
PAPERS = [*SEEDS, *SAMPLES]
# What the one layout of our paper cannot say of another municipality's, by sample.
LOST = {
    "polweb/byraad": "»Dok.« and »Initialer« are headings in PolWeb's layout only",
    "polweb/oekonomiudvalg": "»Dok.nr.« is a heading in PolWeb's layout only",
    "steering_group/styregruppe": "attachments with commas between them stand one a line, so that the commas go",
    "acadre/kommunalbestyrelse": "attachments that stand glued together in the source are parted",
    "case_under_title/oekonomiudvalg": "attachments that stand glued together in the source are parted",
    "firstagenda/oekonomiudvalg_dagsorden": "a title that begins with a number of its own",
}


def _named(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


ON_PAPER_ONLY = {"firstagenda/oekonomiudvalg_dagsorden"}  # whose contents' page numbers look like the items'


def _with_what_is_lost(path: Path, *, on_paper: bool = True) -> Any:
    reason = None if _named(path) in ON_PAPER_ONLY and not on_paper else LOST.get(_named(path))
    return pytest.param(path, marks=pytest.mark.xfail(reason=reason, strict=True)) if reason else path


def told(minutes: Minutes) -> Any:
    """What the minutes say, without the places in their source."""
    return _bare(as_json(minutes))


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _bare(part) for key, part in value.items() if key not in ("lines", "line", "source")}
    if isinstance(value, list):
        return [_bare(part) for part in value]
    if isinstance(value, str):
        return " ".join(re.sub(r"(?m)^- *", "- ", value).split())
    return value


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_the_paper_read_again_says_the_same(path: Path, tmp_path: Path) -> None:
    minutes = read_minutes(lines_of(path.read_text(), path.name))
    assert minutes.items
    assert not minutes.not_understood
    pdf = render(paper_of(minutes))
    assert broken_rules(pdf) == []
    again = tmp_path / "paper.pdf"
    again.write_bytes(pdf)
    assert told(read_minutes(read_file(again))) == told(minutes)


@pytest.mark.parametrize(
    "path", [_with_what_is_lost(path) for path in OTHER_LAYOUTS], ids=[_named(path) for path in OTHER_LAYOUTS]
)
def test_minutes_of_other_layouts_say_the_same_in_ours(path: Path, tmp_path: Path) -> None:
    minutes = read_minutes(lines_of(path.read_text(), path.name))
    again = tmp_path / "paper.pdf"
    again.write_bytes(render(paper_of(replace(minutes, not_understood=()))))
    assert told(read_minutes(read_file(again))) == told(replace(minutes, not_understood=()))


def _as_web_page(document: Document) -> bytes:
    return write_html(document).encode()


@pytest.mark.parametrize(("ending", "write"), [("docx", write_docx), ("html", _as_web_page)])
@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_the_word_file_and_the_web_page_say_the_same(path: Path, ending: str, write: Any, tmp_path: Path) -> None:
    minutes = read_minutes(lines_of(path.read_text(), path.name))
    again = tmp_path / f"paper.{ending}"
    again.write_bytes(write(paper_of(minutes)))
    assert told(read_minutes(read_file(again))) == told(minutes)


@pytest.mark.parametrize(("ending", "write"), [("docx", write_docx), ("html", _as_web_page)])
@pytest.mark.parametrize(
    "path",
    [_with_what_is_lost(path, on_paper=False) for path in OTHER_LAYOUTS],
    ids=[_named(path) for path in OTHER_LAYOUTS],
)
def test_minutes_of_other_layouts_say_the_same_in_word_and_on_the_web(
    path: Path, ending: str, write: Any, tmp_path: Path
) -> None:
    minutes = replace(read_minutes(lines_of(path.read_text(), path.name)), not_understood=())
    again = tmp_path / f"paper.{ending}"
    again.write_bytes(write(paper_of(minutes)))
    assert told(read_minutes(read_file(again))) == told(minutes)


@pytest.mark.parametrize("path", OTHER_LAYOUTS, ids=_named)
def test_the_paper_of_every_layout_keeps_every_rule(path: Path) -> None:
    assert broken_rules(render(paper_of(read_minutes(lines_of(path.read_text(), path.name))))) == []


@pytest.mark.parametrize("path", PAPERS[:2], ids=lambda path: path.stem)
def test_it_does_so_in_the_fallback_fonts_too(path: Path, tmp_path: Path) -> None:
    minutes = read_minutes(lines_of(path.read_text(), path.name))
    again = tmp_path / "paper.pdf"
    again.write_bytes(typeset(request_for(paper_of(minutes)), tmp_path / "no fonts"))
    assert told(read_minutes(read_file(again))) == told(minutes)


def test_every_item_of_the_contents_leads_to_the_page_it_names(tmp_path: Path) -> None:
    path = SAMPLES[0]
    again = tmp_path / "paper.pdf"
    again.write_bytes(render(paper_of(read_minutes(lines_of(path.read_text(), path.name)))))
    lines = read_file(again).lines
    said = [line.text.rsplit(" ", 1)[1] for line in lines if line.page == 1 and ". . ." in line.text]
    heads = [str(line.page) for line in lines if re.match(r"Punkt \d+: ", line.text)]
    assert len(said) == 5
    assert said == heads
