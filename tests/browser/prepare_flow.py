"""A forum with seats, items on their way and a meeting being prepared, for the pages from idea to sent agenda."""

from datetime import UTC, date, datetime, time
from typing import Any

NOW = datetime(2026, 1, 10, 9, tzinfo=UTC)
BODY = "Direktionen"


def write_flow() -> None:
    """Item on agenda with an attachment and a hearing; one ready; one with its head; a draft; a meeting in 2035."""
    from raadhus.domains.meetings.changes import find_or_make_body
    from raadhus.domains.proceedings import changes
    from raadhus.foundation.accounts.models import User
    from raadhus.foundation.accounts.queries import Operator

    boss = User.objects.get(is_superuser=True)
    body = find_or_make_body(BODY, reading_audience="signed_in", by=Operator(), at=NOW)
    always: dict[str, Any] = {"by": boss, "at": NOW}
    changes.set_rules(body=body, rules=changes.Rules("administrative_forum", {}), revision=0, **always)
    for name, role in (("Anne Holm", "chair"), ("Bo Friis", "member"), ("Dorte Dam", "secretary")):
        changes.seat_member(
            body=body, name=name, user=None, role=role, group="", starts_on=date(2026, 1, 1), reads_closed=False,
            **always,
        )  # fmt: skip
    when = changes.When(date(2035, 3, 1), time(9), time(11), "Mødelokale 1")
    sitting = changes.plan_sitting(body=body, when=when, link="", **always)

    def propose(title: str) -> Any:
        points = ("at planen godkendes", "at planen sendes til udvalgene")
        idea = changes.Idea(title, case_number="00.30.14-S00-10-34", recommended_by="Økonomichefen", points=points)
        return changes.propose_item(body=body, idea=idea, **always)

    first = changes.send_on_its_way(proposal=propose("Tidsplan for budget 2036"), way=[], **always)
    changes.put_on_agenda(proposal=first, sitting=sitting, revision=first.revision, **always)
    second = changes.send_on_its_way(proposal=propose("Ejendomsstrategi"), way=[], **always)
    second = changes.close_to_public(
        proposal=second, reason="property", words="fortroligt", open_again_on=None, revision=second.revision, **always
    )
    changes.put_on_agenda(proposal=second, sitting=sitting, revision=second.revision, **always)
    changes.add_enclosure(proposal=first, upload=changes.Upload(b"%PDF-1.7 plan", "tidsplan.pdf", "UDKAST"), **always)
    changes.ask_hearing(proposal=first, department="Teknik og Miljø", user=boss, due_on=date(2026, 1, 20), **always)
    changes.send_on_its_way(proposal=propose("Boligprogram 2036"), way=[], **always)
    head = [changes.Head("Direktøren", boss)]
    changes.send_on_its_way(proposal=propose("Integrationsindsats 2036"), way=head, **always)
    propose("Frivillighedspolitik")
