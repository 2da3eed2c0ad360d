"""Whoever writes nonsense into an address: an odd filter filters nothing (or finds nothing), and nothing breaks."""

from itertools import zip_longest
from urllib.parse import quote, urlencode

import pytest
from django.http import Http404
from django.utils import timezone

from interfaces.web.samples import QUOTE
from raadhus.domains.followup import changes as followup
from raadhus.domains.followup.models import Commitment
from raadhus.domains.publishing import changes as publishing
from raadhus.foundation.accounts.queries import Operator
from raadhus.interfaces.web.middleware import DropNuls, DropOddCookies

FILE = "/opfoelgning/loefter.csv"
NUMBERS = ("x", "-1", "1.5", "²", "1\0x", "9" * 21)
YEARS = (*NUMBERS, "0", "10000", "999999999")
DAYS = ("2022-02-30", "2022-01-01T10:00", "0000-01-01", "10000-01-01", "\0", "a" * 5000)
WIDE_DAYS = {"fra": "0001-01-01", "til": "9999-12-31"}
NUL, NO_WORD = ("\0", "\0\0"), ("\0", '"', "-", "(", "*", "%")
ANYTHING = ("\0", "'\"\\", "NEAR(", "a*", "<b>", "999999999", "æ" * 5000, "a " * 30_000, "a" * 60_000)
PUBLIC = {"aar": YEARS, "status": ("x", *NUL)}
KEPT_ODD = [
    ("/moeder/", {"aar": YEARS, "forum": NUMBERS, "side": YEARS}),
    ("/soeg/?q=arket", {"forum": NUMBERS, "fra": DAYS, "til": DAYS, "udfald": NUL, "hvor": ("x", *NUL), "side": YEARS}),
    ("/opfoelgning/", {"ord": NO_WORD, "fra": DAYS, "til": DAYS, "i": NUMBERS, "post": NUMBERS, "side": YEARS}),
    ("/opfoelgning/", {"hvem": NUL, "forum": NUL, "aftale": NUL, "art": NUL, "status": NUL, "langt": NUL, "tid": NUL}),
    (FILE, {"ord": NO_WORD, "fra": DAYS, "til": DAYS, "hvem": NUL, "forum": NUL, "aftale": NUL}),
    ("/opfoelgning/veje/", {"forum": NUMBERS, "fra": DAYS, "til": DAYS}),
    ("REGISTER/", PUBLIC | {"side": YEARS}),
    ("REGISTER/opfoelgning.csv", PUBLIC),
    ("REGISTER/opfoelgning.json", PUBLIC),
]
ANY = ["/soeg/?q=", "/soeg/?q=arket&sag=", "/opfoelgning/?ord=", "/opfoelgning/?hvem=", "/opfoelgning/overblik/?efter=",
       "WAIT/?q="]  # fmt: skip


@pytest.fixture
def known(winter) -> dict[str, str]:
    """The addresses that have a number in them; what was promised is accepted and public."""
    row = Commitment.objects.get(quote=QUOTE)
    followup.accept_commitment(commitment=row, by=Operator(), at=timezone.now())
    publishing.set_publication(body=winter.body, is_on=True, revision=0, by=Operator(), at=timezone.now())
    return {"REGISTER": f"/offentligt/opfoelgning/{winter.body.pk}", "WAIT": f"/loefter/{row.pk}/venter"}


def _address(known: dict[str, str], told: str) -> str:
    begin, slash, end = told.partition("/")
    return known.get(begin, "") + slash + end


def _rows(client, address: str, **asked: str) -> int:
    """How many rows the page or the file has; a file is read to its end."""
    joint = "&" if "?" in address else "?"
    answer = client.get(f"{address}{joint}{urlencode(asked)}")
    assert answer.status_code == 200, asked
    if answer.streaming:
        return len(b"".join(answer.streaming_content).splitlines()) - 1
    return answer.text.count('"decision":') if address.endswith("json") else answer.text.count("data-row")


@pytest.mark.parametrize(("told", "filters"), KEPT_ODD, ids=lambda one: one if isinstance(one, str) else "-".join(one))
def test_an_odd_filter_filters_nothing(administrator, known, told, filters):
    """All filters are odd at once: each of them would have left something out, or broken the page."""
    address = _address(known, told)
    every = _rows(administrator, address)
    assert every or "veje" in address
    for values in zip_longest(*filters.values(), fillvalue=""):
        assert _rows(administrator, address, **dict(zip(filters, values, strict=True))) == every


@pytest.mark.parametrize("told", ANY)
def test_whatever_is_asked_for_is_answered(administrator, known, told):
    for value in ANYTHING:
        assert administrator.get(f"{_address(known, told)}{quote(value)}").status_code == 200, value[:20]


@pytest.mark.parametrize("address", ["/opfoelgning/", "/soeg/?q=arket", FILE])
def test_all_days_that_there_are_leave_nothing_out(administrator, known, address):
    assert _rows(administrator, address, **WIDE_DAYS) == _rows(administrator, address) > 0


@pytest.mark.parametrize("address", ["/sager/a%00b/", "/sager/a%00b/tidslinje.csv", "/emner/%00/", "/mails/stop/%00/"])
def test_an_address_with_a_nul_in_it_is_not_there(administrator, address):
    assert administrator.get(address).status_code == 404


def test_a_nul_that_was_typed_is_not_kept(administrator, known):
    row = Commitment.objects.get(quote=QUOTE)
    said = {"progress": "answered", "answer": "Arket er\0 opdateret.", "revision": row.revision}
    administrator.post(f"/loefter/{row.pk}/svar/", said)
    assert Commitment.objects.get(pk=row.pk).answer == "Arket er opdateret."


def test_a_cookie_with_a_nul_is_nobodys(rf):
    """Asked of the middleware itself: only PostgreSQL refuses to look for such a session."""
    asked = rf.get("/", headers={"cookie": r'sessionid="abcdefgh\000ijkl"; csrftoken="abcd"'})
    assert "\0" in asked.COOKIES["sessionid"]
    assert DropOddCookies(lambda request: request.COOKIES)(asked) == {"csrftoken": "abcd"}


def test_a_part_of_an_address_with_a_nul_reaches_no_view(rf):
    """Asked of the middleware itself, for the same reason."""
    drop = DropNuls(lambda request: request)
    drop.process_view(rf.get("/"), None, (), {"number": "27.00.00"})
    with pytest.raises(Http404):
        drop.process_view(rf.get("/"), None, (), {"number": "27\0"})
