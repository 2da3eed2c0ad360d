"""`raadhus verify` on frozen and sealed minutes: nothing where nothing happened, and what was changed where it was."""

import importlib

import pytest
from click.testing import CliRunner
from django.db import connection

from raadhus.domains.followup.models import Commitment
from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.models import Attendee, Enclosure, Frozen, Point, Proposal, Seal, Sitting, Text
from raadhus.foundation.audit.queries import verify_chain
from raadhus.foundation.files.queries import path_of
from raadhus.interfaces.cli.verify import verify
from tests.domains.proceedings.room import adjourned, clock, enclose, next_meeting, say, sent

NOON = clock(12)


@pytest.fixture
def sealed(house) -> tuple[Sitting, Proposal]:
    """Minutes with a promise and an attachment, sealed, in a database whose triggers were then taken away."""
    sitting, (item,) = adjourned(house)
    enclose(item, "Notat.pdf", b"notatet")
    changes.add_pledge(proposal=item, line="Bo Berg sender planen inden fredag", by=house.secretary, at=NOON)
    sent(house, sitting)
    _, where = next_meeting(house)
    changes.approve_minutes(sitting=sitting, where=where, remark="", by=house.secretary, at=NOON)
    changes.seal_minutes(sitting=sitting, signer=None, by=house.secretary, at=NOON)
    migration = importlib.import_module("raadhus.domains.proceedings.migrations.0002_sealed_stands")
    migration.take_down(None, _Editor())
    return Sitting.objects.get(pk=sitting.pk), item


class _Editor:
    """As Django's, without its doubts about doing this inside a test's transaction."""

    connection = connection

    def execute(self, statement: str) -> None:
        connection.cursor().execute(statement)


def told() -> list[str]:
    return [*queries.broken_frozen(), *queries.broken_seals()]


def test_sealed_minutes_that_nobody_touched_are_whole(sealed):
    assert told() == []
    assert verify_chain().first_broken is None


def test_a_correction_changes_nothing_that_was_sealed(house, sealed):
    sitting, item = sealed
    changes.add_correction(sitting=sitting, proposal=item, text="Der menes 2023.", by=house.secretary, at=NOON)
    assert told() == []


@pytest.mark.parametrize(
    ("change", "part"),
    [
        (lambda item: Point.objects.filter(proposal=item).update(words="Afvist."), "punkt 1: beslutningen"),
        (lambda item: Point.objects.filter(proposal=item).update(outcome="rejected"), "punkt 1: udfaldet"),
        (lambda item: Proposal.objects.filter(pk=item.pk).update(title="Andet"), "punkt 1: titlen"),
        (lambda item: Enclosure.objects.filter(proposal=item).update(name="Andet.pdf"), "punkt 1: bilagenes navne"),
        (
            lambda item: Text.objects.create(proposal=item, position=9, heading="Nyt", kind="other", plain="x"),
            "punkt 1: et nyt afsnit",
        ),
        (
            lambda item: Attendee.objects.filter(sitting=item.meeting_id).update(is_present=True),
            "de fremmødte",
        ),
    ],
)
def test_what_was_changed_in_the_tables_is_named(sealed, change, part):
    _, item = sealed
    change(item)
    assert any(part in line and "I det forseglede referat fra Chefforum den 20-01-2022" in line for line in told())


def test_a_changed_byte_in_the_frozen_text_is_named(sealed):
    frozen = Frozen.objects.get(sitting=sealed[0], kind="minutes")
    Frozen.objects.filter(pk=frozen.pk).update(content=frozen.content.replace("Godkendt.", "Godkendt!"))
    assert any(
        "Referatet (udgave 2) fra Chefforum den 20-01-2022 er ændret: punkt 1: beslutningen" in s for s in told()
    )


def test_a_frozen_text_changed_with_its_checksum_does_not_fool_the_log(sealed):
    frozen = Frozen.objects.get(sitting=sealed[0], kind="minutes")
    content = frozen.content.replace("Godkendt.", "Godkendt!")
    Frozen.objects.filter(pk=frozen.pk).update(content=content, digest=queries.digest_of(content))
    lines = told()
    assert any("står ikke i loggen med den kontrolsum" in line for line in lines)
    assert any("passer ikke til indhold og bilag" in line for line in lines)


def test_a_frozen_text_that_is_no_text_any_more_is_told_of(sealed):
    Frozen.objects.filter(sitting=sealed[0], kind="minutes").update(content="{")
    assert any("er ændret" in line for line in told())


def test_a_changed_byte_in_an_attachment_is_named_with_its_item(sealed):
    file = Enclosure.objects.get().file
    path_of(file.sha256).write_bytes(b"notatEt")
    assert told() == [
        "Bilaget „Notat.pdf“ til punkt 1 i det forseglede referat fra Chefforum den 20-01-2022 er ændret."
    ]


def test_a_seal_that_was_taken_away_or_opened_is_told_of(sealed):
    sitting, _ = sealed
    Sitting.objects.filter(pk=sitting.pk).update(state="minutes")
    assert any("er åbnet uden om reglerne" in line for line in told())
    Sitting.objects.filter(pk=sitting.pk).update(state="sealed")
    Seal.objects.filter(sitting=sitting).update(digest="0" * 64)
    assert any("står ikke i loggen, som det er nu" in line for line in told())
    Seal.objects.filter(sitting=sitting).delete()
    assert any("har intet segl" in line for line in told())


def test_the_command_tells_it_and_ends_with_a_status(sealed):
    assert CliRunner().invoke(verify).exit_code == 0
    Point.objects.filter(proposal=sealed[1]).update(words="Afvist.")
    done = CliRunner().invoke(verify)
    assert done.exit_code == 1
    assert "I det forseglede referat fra Chefforum den 20-01-2022 er ændret: punkt 1: beslutningen" in done.output


def test_a_promise_typed_is_a_stretch_of_the_record_and_accepted(sealed):
    (row,) = Commitment.objects.all()
    assert (row.quote, row.status, row.who) == ("Bo Berg sender planen inden fredag", "accepted", ["Bo Berg"])
    assert (str(row.due_first), str(row.due_last)) == ("2022-01-20", "2022-01-21")


def test_changed_before_the_seal_is_nothing_to_tell(house):
    sitting, (item,) = adjourned(house)
    sent(house, sitting)
    say(item, "Nyt", by=house.secretary, at=NOON)
    assert told() == []
