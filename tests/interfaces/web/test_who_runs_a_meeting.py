"""Who may see a meeting but not run it cannot tell its writing from what is not there."""

import pytest
from django.urls import reverse

from interfaces.web.test_the_room import signed_in, without_token
from raadhus.interfaces.web import urls
from raadhus.interfaces.web.room_urls import room_paths
from tests.domains.proceedings.cast import make_house
from tests.domains.proceedings.room import opened

pytestmark = pytest.mark.django_db
OTHERS = {"screen", "sign", "review", "draft", "excerpt", "decision_list"}  # for who reads or signs
WRITES = [one for one in room_paths() if one.name not in OTHERS] if urls.urlpatterns else []


@pytest.mark.parametrize("address", WRITES, ids=lambda one: one.name)
def test_a_member_who_does_not_run_the_meeting_meets_nothing_there(address):
    house = make_house()
    sitting, (item,) = opened(house)
    client, ask = signed_in(house.member), "get" if address.name in ("room", "room_item", "minutes") else "post"
    here = dict.fromkeys(address.pattern.converters, 1) | {"pk": sitting.pk}
    here |= {"item_pk": item.pk} if "item_pk" in here else {}
    mine, none = (reverse(address.name, kwargs=here | more) for more in ({}, {"pk": 99999}))
    there, nowhere = (getattr(client, ask)(one) for one in (mine, none))
    assert there.status_code == nowhere.status_code == 404
    assert without_token(there.text).replace(mine, none) == without_token(nowhere.text)
