"""20 January 2022 as its people did it, in a browser, by keyboard: from six ideas to sealed, corrected minutes."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from browser.hall import HOUSE
from browser.prepare_hall import BOSS, FORUM, POSTS, SECRETARY
from browser.walking import (
    bytes_for,
    decide_all_alike,
    encloses,
    meets,
    open_body,
    proposes,
    review_and_send,
    supplement,
)
from raadhus.pure.kernel.source_text import lines_of
from raadhus.pure.minutes.read import read_minutes
from tests.conftest import SHARED

NAME = "000_998b5b6df1a03a16"
SEED, GOLD = SHARED / "seeds" / f"{NAME}.txt", SHARED / "seeds" / "gold" / f"{NAME}.json"
pytestmark = pytest.mark.skipif(not SEED.is_file(), reason="the seed lies beside the house")
LETTERS = {1: "G", 2: "G", 3: "E", 4: "D", 6: "E"}
LATE = "Status Boligbyggeprogram 2022 CF"
PROMISES = (
    "Mette Duekilde sender en mail til Chefforum med forslag til bemanning af redaktionsgruppen",
    "Beskrivelsen af lovbundne og ikke-lovbundne tiltag i perioden 2018-2021 opdateres med udgangspunkt i besvarelsen "
    "af spørgeskema til KL",
    "På Chefforum den 3 februar vil Chefforum konkretisere deres ønsker til beskrivelsen yderligere, samt drøfte det "
    "fremtidige behov for beskrivelse af Integrationsindsatsen i den nuværende form",
)


def test_the_january_meeting_from_six_ideas_to_a_correction(chromium, hall, tmp_path):
    seed = read_minutes(lines_of(SEED.read_text("utf-8"), SEED.name))
    hall.clock(2022, 1, 10, 8)
    for post, item in zip(POSTS, seed.items, strict=True):
        with hall.somebody(chromium, post) as author:
            proposes(author, FORUM, item)
    with hall.somebody(chromium, SECRETARY) as secretary:
        meeting = meets(secretary, FORUM, "2022-01-20", "09:00")
        _calls(hall, secretary, meeting, seed)
        _holds(hall, secretary, meeting, seed)
        review_and_send(hall, chromium, secretary, POSTS[1])
        paper = _downloads(secretary, meeting, tmp_path)
        with hall.somebody(chromium, BOSS) as boss:
            open_body(boss, FORUM)
            boss.step("Ret reglerne")
            boss.press("Gem reglerne")
        _approves_seals_and_corrects(hall, secretary, meeting)
    _is_the_seed(paper)


def _calls(hall: Any, secretary: Any, meeting: str, seed: Any) -> None:
    """On the agenda in order, sent; the third's attachment late, then in its corrected version."""
    for item in seed.items:
        secretary.press(re.compile(f"^Sæt på {re.escape(item.title)}"))
    for item in seed.items:
        for name in item.attachments if item is not seed.items[2] else ():
            encloses(secretary, meeting, item.title, name)
    secretary.page.goto(meeting)
    secretary.press("Send dagsorden til 6 medlemmer")
    hall.clock(2022, 1, 20, 6)
    encloses(secretary, meeting, seed.items[2].title, f"{LATE}.pptx", "UDKAST")
    supplement(secretary, meeting)
    secretary.follow(seed.items[2].title)
    secretary.follow(re.compile(f"^Ny udgave {LATE}"))
    secretary.page.get_by_label("Fil", exact=True).set_input_files(bytes_for(f"{LATE}.pdf"))
    secretary.fill("Udgave", "Tilrettet")
    secretary.press("Erstat")
    expect(secretary.page.locator(".margin")).to_contain_text("erstatter UDKAST")
    supplement(secretary, meeting)


def _holds(hall: Any, secretary: Any, meeting: str, seed: Any) -> None:
    page = secretary.page
    hall.clock(2022, 1, 20, 8)
    page.goto(meeting)
    secretary.follow("Gå til mødet")
    secretary.press("Åbn mødet")
    secretary.press("Notér resten som til stede")
    secretary.press("Tag punkt 1 op")
    for number, item in enumerate(seed.items, 1):
        if page.get_by_role("button", name=f"Tag punkt {number} op").is_visible():
            secretary.press(f"Tag punkt {number} op")
        expect(page.get_by_role("heading", level=1)).to_contain_text(f"{number}. {item.title}")
        if item.decision.outcome == "withdrawn":
            secretary.unfold("Lad hele punktet udgå")
            secretary.fill(re.compile("^Ordene"), item.decision.text)
            secretary.press("Lad punktet udgå")
            secretary.follow(f"Gå til punkt {number + 1}")
            continue
        if number > 1:
            secretary.fill("Beslutning med egne ord", item.decision.text)
        decide_all_alike(secretary, LETTERS[number], len(item.recommendation.points), own_words=number > 1)
        for line in PROMISES if number == 2 else ():
            secretary.fill("Nyt løfte på én linje", line)
            secretary.press("Tilføj løftet")
        expect(page.locator(".as-written")).to_have_text(re.compile(re.escape(item.decision.text)))
        secretary.press(re.compile(f"^Afslut punkt {number}"))
    secretary.press("Hæv mødet")


def _downloads(secretary: Any, meeting: str, folder: Path) -> Path:
    secretary.page.goto(meeting)
    secretary.go_to(secretary.page.get_by_role("link", name="Hent som PDF"))
    with secretary.page.expect_download() as download:
        secretary.page.keyboard.press("Enter")
    paper = folder / "referat.pdf"
    download.value.save_as(paper)
    return paper


def _approves_seals_and_corrects(hall: Any, secretary: Any, meeting: str) -> None:
    """Item 1 of the next meeting approves agenda, minutes and, later, what is added to them."""
    hall.clock(2022, 1, 27, 8)
    following = meets(secretary, FORUM, "2022-02-03", "09:00")
    secretary.press("Send dagsorden til 6 medlemmer")
    hall.clock(2022, 2, 3, 8)
    secretary.page.goto(following)
    secretary.follow("Gå til mødet")
    secretary.press("Åbn mødet")
    secretary.press("Tag punkt 1 op")
    expect(secretary.page.locator("#point-1")).to_be_focused()
    secretary.key("g")
    first = secretary.page.url
    secretary.press(re.compile("^Afslut punkt 1"))
    secretary.page.goto(first)
    secretary.press("Dagsordenen er godkendt")
    secretary.press("Referatet fra 20. jan. 2022 er godkendt")
    secretary.follow(re.compile("^Gå til referatet 20"))
    secretary.press("Forsegl referatet")
    expect(secretary.page.locator("main")).to_contain_text("Referatet er forseglet")
    secretary.choose("Hvad rettelsen er om", "4.")
    secretary.fill("Rettelsen", "Arket forelægges ØU i marts.")
    secretary.press("Føj rettelsen til")
    secretary.page.goto(first)
    secretary.press("Rettelsen til referatet fra 20. jan. 2022 er godkendt")
    secretary.page.goto(meeting)
    expect(secretary.page.locator(".margin").first).to_contain_text(re.compile("Arket forelægges ØU i marts.*godkendt"))
    assert secretary.page.get_by_role("button").filter(has_text="Gør referatet færdigt").count() == 0


def _is_the_seed(paper: Path) -> None:
    """What `raadhus read` finds in the PDF is what the seed's gold file says."""
    done = subprocess.run(
        [sys.executable, "-m", "raadhus", "read", "--json", str(paper)],
        env={"PYTHONPATH": str(HOUSE / "src"), "PATH": "/usr/bin:/bin"}, capture_output=True, check=True,
    )  # fmt: skip
    (read,) = [json.loads(line) for line in done.stdout.decode().splitlines()]
    gold = json.loads(GOLD.read_text("utf-8"))
    for name in ("kind", "body", "starts_at", "place", "not_understood"):
        assert read[name] == gold[name], name
    for mine, right in zip(read["items"], gold["items"], strict=True):
        assert _facts(mine) == _facts(right), right["number"]
        assert mine["decision"]["outcome"] in [right["decision"]["outcome"], *right["decision"].get("outcome_also", [])]


def _facts(item: dict[str, Any]) -> Any:
    """What an item says. White space is the layout's; points stand in the recommendation, however they are numbered;
    a file's ending is the upload's."""
    parts = {
        one["kind"]: one["text"] for one in item["sections"] if one["kind"] not in ("attachments", "recommendation")
    }
    return _flat(
        {
            "head": [item[name] for name in ("number", "title", "case_number", "closed", "recommendation")],
            "decision": item["decision"]["text"],
            "attachments": [re.sub(r"\.(?:pdf|xlsx|pptx)$", "", name) for name in item["attachments"]],
            "promises": sorted((one["kind"], one["who"], one["quote"]) for one in item["commitments"]),
            "sections": parts,
        }
    )


def _flat(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _flat(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_flat(part) for part in value]
    return " ".join(value.split()) if isinstance(value, str) else value
