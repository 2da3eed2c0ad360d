"""Every address there is, with the numbers of what is closed, as somebody who may not see it."""

from io import BytesIO
from itertools import product
from zipfile import ZipFile

import docx
import pypdfium2
import pytest
from django.db import transaction
from django.urls import URLPattern, get_resolver, reverse

from interfaces.web.samples import CANARY
from raadhus.domains.meetings.models import Item, UnreadLine

ROOM = ("item_pk", "point", "attendee_pk", "pledge_pk", "dissent_pk", "earlier_pk", "correction_pk")  # test_the_room


def _names() -> list[str]:
    included = [part for top in get_resolver().url_patterns for part in top.url_patterns]
    assert all(isinstance(part, URLPattern) and part.name for part in included)
    return sorted(part.name for part in included)


def _addresses(name: str, winter) -> list[str]:
    """The address with every number that leads near the closed item; a new kind of part must be added here."""
    closed = Item.objects.get(is_closed=True)
    line = UnreadLine.objects.filter(version=winter.current_version).first()
    known = {
        "pk": [closed.pk, winter.pk, winter.current_version.file_id],
        "line_pk": [line.pk],
        **{key: [1] for key in ROOM},
        "member_pk": [1],
        "proposal_pk": [1],
        "hearing_pk": [1],
        "enclosure_pk": [1],
        "file_pk": [1],
        "edition_pk": [1],
        "kind": ["pdf"],
        "proof_pk": [1],
        "on_pk": [1],
        "to_pk": [1],
        "form": ["csv", "xlsx"],
        "holding_pk": [1],
        "revision": [1],
        "before": [1],
        "after": [1],
        "page": [1],
        "token": ["intet"],  # test_calendar has one that opens something
        "signed": ["intet"],
        "number": [closed.case.number, "82.02.00", "82"],
    }
    pattern = next(part for top in get_resolver().url_patterns for part in top.url_patterns if part.name == name)
    parts = list(pattern.pattern.converters)
    return [reverse(name, kwargs=dict(zip(parts, values, strict=True))) for values in product(*map(known.get, parts))]


def _words(answer) -> str:
    if answer.headers["Content-Type"] == "application/pdf":
        pages = pypdfium2.PdfDocument(answer.content)
        return " ".join("\n".join(page.get_textpage().get_text_range() for page in pages).split())
    if answer.headers["Content-Type"] == "image/png":
        return ""
    if "wordprocessingml" in answer.headers["Content-Type"]:
        return " ".join(part.text for part in docx.Document(BytesIO(answer.content)).paragraphs)
    if "spreadsheetml" in answer.headers["Content-Type"]:
        parts = ZipFile(BytesIO(answer.content))
        return " ".join(parts.read(name).decode() for name in parts.namelist())
    return b"".join(answer.streaming_content).decode() if answer.streaming else answer.text


@pytest.mark.parametrize("reader", ["outsider", "employee"])
def test_no_address_shows_a_closed_item_to_others(request, winter, reader):
    client = request.getfixturevalue(reader)
    for address in [address for name in _names() for address in _addresses(name, winter)]:
        for ask in (client.get, client.post):
            answer, words = _asked(ask, address)
            assert answer.status_code in (200, 302, 400, 403, 404, 405), address
            assert CANARY not in words, address


def _asked(ask, address: str):
    """The answer and its words; what the request changed is taken back, for the next to meet the same house."""
    with transaction.atomic():
        answer = ask(address)
        words = _words(answer)
        transaction.set_rollback(True)
    return answer, words


def test_the_address_of_the_closed_item_shows_it_to_its_readers(member, winter):
    """The other tests would pass on empty pages; this one would not."""
    shown = [address for address in _addresses("item", winter) if CANARY in _words(member.get(address))]
    assert shown == [reverse("item", args=[Item.objects.get(is_closed=True).pk])]


@pytest.mark.parametrize("name", ["paper", "paper_docx", "paper_html"])
def test_every_paper_shows_the_closed_item_to_its_readers(member, winter, name):
    assert CANARY in _words(member.get(reverse(name, args=[winter.pk])))
