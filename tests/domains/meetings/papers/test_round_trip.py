"""The round: minutes as text → structure → PDF → read again → the same structure.

Only white space may differ, and the space after a dash: "-at" is set as a point, "- at".
"""

import re
from pathlib import Path
from typing import Any

import pytest

from raadhus.domains.meetings.papers.of_structure import paper_of
from raadhus.pure.documents.read import read_file
from raadhus.pure.documents.write.pdf import render, request_for
from raadhus.pure.documents.write.typesetting import typeset
from raadhus.pure.kernel.source_text import lines_of
from raadhus.pure.minutes.read import read_minutes
from raadhus.pure.minutes.structure import Minutes, as_json
from tests.conftest import SHARED
from tests.pure.documents.write.pdf_checks import broken_rules

SEEDS = sorted((SHARED / "seeds").glob("*.txt")) if (SHARED / "seeds").is_dir() else []
SAMPLES = sorted((Path(__file__).parents[3] / "samples" / "demo").glob("*.txt"))
PAPERS = [*SEEDS, *SAMPLES]


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
