"""The project's own sample minutes: where they are, and what they should be read as."""

import json
from pathlib import Path
from typing import Any

from raadhus.pure.documents.read import read_file
from raadhus.pure.kernel.source_text import SourceText
from raadhus.pure.minutes.structure import Minutes, as_json

FOLDER = Path(__file__).parents[2] / "samples" / "minutes"
SAMPLES = sorted(path for path in FOLDER.glob("*/*") if path.suffix in {".txt", ".html"})


def name_of(path: Path) -> str:
    """A sample's name in a test's title: family and file."""
    return f"{path.parent.name}/{path.stem}"


def source_of(path: Path) -> SourceText:
    """The lines of a sample, read as a user's file is."""
    return read_file(path)


def expected_of(path: Path) -> dict[str, Any]:
    """What the sample says, checked by hand."""
    return json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


def facts_of(minutes: Minutes) -> dict[str, Any]:
    """What a sample's JSON holds: all but line numbers, commitments and references, which have tests of their own."""
    facts = as_json(minutes)
    for item in facts["items"]:
        del item["commitments"], item["references"]
        for section in item["sections"]:
            del section["lines"]
    return facts
