"""Run as a program in a prepared hall: a forum and a council with a meeting in every state, addresses in held.json."""

import json
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import django

BODY = "Direktionen"
VOTED = datetime(2022, 3, 23, 16, tzinfo=UTC)


def main() -> None:
    django.setup()
    from django.conf import settings

    found = _forum() | _council()
    (Path(settings.DATA) / "held.json").write_text(json.dumps(found))


def _house() -> Any:
    """The cast of the domain's own tests, played by the hall's people."""
    from browser.prepare_hall import BOSS, NOW, POSTS, SECRETARY, _body, _user
    from raadhus.domains.proceedings import changes
    from tests.domains.proceedings.cast import House

    body, boss, reader = _body(BODY, "signed_in"), _user(BOSS), _user(POSTS[1])
    for name, account, role in (("Sekretæren", SECRETARY, "secretary"), ("Dorte Dam", POSTS[1], "member")):
        changes.seat_member(
            body=body, name=name, user=_user(account), role=role, group="", starts_on=date(2022, 1, 1),
            reads_closed=True, by=boss, at=NOW,
        )  # fmt: skip
    return House(body, boss, _user(SECRETARY), reader, reader, reader, reader, reader, reader)


def _forum() -> dict[str, str]:
    from raadhus.domains.proceedings import changes
    from tests.domains.proceedings import room

    house = _house()
    by = house.secretary
    sealed, first = _adjourned(house, 3, sends=True)
    _adjourned(house, 4, sends=True)
    new, _ = _adjourned(house, 5)
    read, _ = _adjourned(house, 6)
    frozen = changes.finish_minutes(sitting=read, by=by, at=room.clock(12))
    assert frozen.number
    review = changes.ask_for_review(sitting=read, reviewer=house.member, by=by, at=room.clock(12))
    now, items = _running(house)
    changes.approve_minutes(sitting=sealed, where=items[0], remark="Med en bemærkning.", by=by, at=room.NINE)
    changes.seal_minutes(sitting=sealed, signer=None, by=by, at=room.NINE)
    changes.add_correction(sitting=sealed, proposal=first, text="Der skulle have stået marts.", by=by, at=room.NINE)
    called = room.call(house.plan(changes.When(date(2035, 3, 1), time(9), None, "Kantinen")), by)
    return {
        "to_open": f"/moeder/{called.pk}/moede/",
        "room": f"/moeder/{now.pk}/moede/",
        "item_done": f"/moeder/{now.pk}/moede/{items[0].pk}/",
        "item": f"/moeder/{now.pk}/moede/{items[1].pk}/",
        "to_finish": f"/moeder/{new.pk}/referat/",
        "to_review": f"/moeder/{read.pk}/referat/",
        "sealed": f"/moeder/{sealed.pk}/referat/",
        "record": f"/moeder/{sealed.pk}/",
        "review": f"/gennemsyn/{review.pk}/",
        "screen": f"/moeder/{now.pk}/skaerm/?stop",
    }


def _adjourned(house: Any, day: int, *, sends: bool = False) -> tuple[Any, Any]:
    from raadhus.domains.proceedings import changes
    from raadhus.domains.proceedings.models import Sitting
    from tests.domains.proceedings import room

    on, by = date(2022, 1, day), house.secretary
    sitting = house.plan(changes.When(on, time(9), None, "Kantinen"))
    item = room.put_on(sitting, house.forum, "Årsplan")
    changes.open_meeting(sitting=room.call(sitting, by), by=by, at=room.clock(9, day=on))
    room.decide_and_close(house, item, at=room.clock(9, day=on), letter="G")
    changes.adjourn_meeting(sitting=sitting, ends_at=None, by=by, at=room.clock(10, day=on))
    sitting = Sitting.objects.get(pk=sitting.pk)
    if sends:
        room.sent(house, sitting, at=room.clock(11, day=on))
    return Sitting.objects.get(pk=sitting.pk), item


def _running(house: Any) -> tuple[Any, list[Any]]:
    """A meeting in the midst of its second item: one point decided, one amended, one waiting, promises, a guest."""
    from raadhus.domains.proceedings import changes
    from tests.domains.proceedings import room

    by, sitting = house.secretary, house.plan()
    first = room.put_on(sitting, house.forum, "Godkendelse af dagsorden og referat")
    points = ("at planen følges", "at arket ændres", "at sagen sendes videre")
    second = room.put_on(sitting, house.forum, "Integrationsindsats 2022", points)
    room.write(second, "Anledning", "occasion", "Kommunen har lavet en redegørelse hvert fjerde år siden 1999.")
    changes.open_meeting(sitting=room.call(sitting, by), by=by, at=room.NINE)
    changes.ask_guest(sitting=sitting, name="Revisor Holm", by=by, at=room.NINE)
    room.decide_and_close(house, first, letter="G")
    changes.take_up(proposal=second, by=by, at=room.NINE)
    room.decide(house, second, 1, letter="U", when="efter sommerferien")
    room.decide(house, second, 2, letter="Æ", amended="at arket ændres i marts")
    for line in ("Økonomichefen opdaterer arket inden fredag", "Arket opdateres"):
        changes.add_pledge(proposal=second, line=line, by=by, at=room.NINE)
    return sitting, [first, second]


def _council() -> dict[str, str]:
    """One meeting where a vote was counted, one whose minutes wait for signatures."""
    from browser.prepare_hall import COUNCIL, SECRETARY, _body, _user
    from raadhus.domains.proceedings import changes
    from raadhus.domains.proceedings.models import Attendee
    from raadhus.domains.proceedings.rules.votes import Votes
    from tests.domains.proceedings import room

    by, body, found = _user(SECRETARY), _body(COUNCIL, "everyone"), {}
    for day, name in ((23, "vote"), (24, "to_sign")):
        when = changes.When(date(2022, 3, day), time(17), None, "Byrådssalen")
        sitting = changes.plan_sitting(body=body, when=when, link="", by=by, at=room.AT)
        item = room.put_on(sitting, body, "Takster for 2023")
        changes.open_meeting(sitting=room.call(sitting, by), by=by, at=VOTED)
        for person in Attendee.objects.filter(sitting=sitting):
            changes.note_presence(attendee=person, is_present=True, revision=1, by=by, at=VOTED)
        changes.take_up(proposal=item, by=by, at=VOTED)
        keys = tuple(
            Attendee.objects.filter(sitting=sitting, member__role__in=["member", "chair"]).values_list("pk", flat=True)
        )
        point = item.points.get()
        ruling = changes.Ruling(letter="G", votes=Votes(keys[:13], keys[13:]))
        changes.decide_point(point=point, ruling=ruling, revision=point.revision, seen=_seen(item), by=by, at=VOTED)
        found[name] = f"/moeder/{sitting.pk}/moede/{item.pk}/"
    changes.close_item(proposal=item, by=by, at=VOTED)
    changes.adjourn_meeting(sitting=sitting, ends_at=None, by=by, at=VOTED)
    changes.finish_minutes(sitting=sitting, by=by, at=VOTED)
    changes.send_minutes(sitting=sitting, by=by, at=VOTED)
    return found | {"to_sign": f"/moeder/{sitting.pk}/referat/", "sign": f"/moeder/{sitting.pk}/referat/underskrift/"}


def _seen(item: Any) -> int:
    from raadhus.domains.proceedings import queries
    from raadhus.domains.proceedings.models import Proposal

    return queries.item_revision(Proposal.objects.get(pk=item.pk))


if __name__ == "__main__":
    main()
