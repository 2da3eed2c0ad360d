"""What is not yours looks like what is not there."""

import pytest

from interfaces.web.samples import CANARY
from raadhus.domains.meetings.models import Item
from raadhus.foundation.files.models import StoredFile

NUMBER = "82.02.00-G01-4-21"
EVERYWHERE = ["/", "/moeder/", "/sager/", "/opfoelgning/", "/emner/82/", f"/sager/{NUMBER}/", "/soeg/?q=kanariestien"]


@pytest.fixture
def closed(winter) -> Item:
    return Item.objects.get(is_closed=True)


@pytest.mark.parametrize("reader", ["outsider", "employee"])
def test_a_closed_item_shows_nowhere(request, reader, winter, closed):
    client = request.getfixturevalue(reader)
    addresses = [*EVERYWHERE, f"/moeder/{winter.pk}/", f"/punkter/{closed.pk}/"]
    for address in addresses:
        text = client.get(address).text.replace(f'value="{NUMBER}"', "")
        assert CANARY not in text, address
        assert f"{NUMBER}</" not in text, address


@pytest.mark.parametrize("reader", ["outsider", "employee"])
def test_foreign_and_missing_give_the_same_404(request, reader, winter, closed):
    client = request.getfixturevalue(reader)
    file = StoredFile.objects.get(name=winter.current_version.file.name)
    pairs = [
        (f"/punkter/{closed.pk}/", "/punkter/987654321/"),
        (f"/dokumenter/{file.pk}/", "/dokumenter/987654321/"),
        (f"/sager/{NUMBER}/", "/sager/82.02.00-G01-9-21/"),
    ]
    for foreign, missing in pairs:
        one, other = client.get(foreign), client.get(missing)
        assert one.status_code == other.status_code == 404
        assert _without_address(one, foreign) == _without_address(other, missing)
        assert set(one.headers) == set(other.headers)


def _without_address(answer, address: str) -> str:
    """The page without what any page carries of its own: its address and the form's one-time token."""
    text = answer.text.replace(address, "")
    return "\n".join(line for line in text.splitlines() if "csrfmiddlewaretoken" not in line)


@pytest.mark.parametrize("reader", ["member", "administrator"])
def test_those_who_may_read_it_do(request, reader, winter, closed):
    client = request.getfixturevalue(reader)
    assert CANARY in client.get(f"/punkter/{closed.pk}/").text
    assert CANARY in client.get(f"/sager/{NUMBER}/").text


@pytest.mark.parametrize("number", ["0", "-1", "99999999999999999999", "x", "1;2"])
def test_an_odd_number_is_an_ordinary_404(outsider, winter, number):
    for kind in ("moeder", "punkter", "dokumenter"):
        assert outsider.get(f"/{kind}/{number}/").status_code == 404
