"""Kill -9 of a process that decides and writes at a meeting, at random moments: nothing acknowledged may be lost.

`python bench/killing.py --count 100` makes a house of its own, starts a writer and kills it again and again. A writer
tells of each thing once its change has returned; afterwards every one of them must stand in the tables and in the log,
and the log's chain, the files and the meeting must be whole. `DATABASE_URL` sets the database, SQLite otherwise.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WRITER, CHECKER = "writer", "checker"


@dataclass(slots=True)
class Trial:
    """A house in `folder`; `told` is everything that was acknowledged, as (kind, key, revision)."""

    folder: Path
    database: str = ""
    told: list[tuple[str, int, int]] = field(default_factory=list)
    kills: int = 0

    def start(self, part: str) -> subprocess.Popen[str]:
        environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT / "src"),
            "RAADHUS_DATA": str(self.folder),
            "DATABASE_URL": self.database,
            "DJANGO_SETTINGS_MODULE": "raadhus.config.settings",
        }
        return subprocess.Popen(
            [sys.executable, __file__, "--part", part],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def kill_once(self, chance: random.Random, longest: float = 0.25) -> None:
        """Let a writer run, kill it at a random moment after its first word, and keep what it said."""
        process = self.start(WRITER)
        assert process.stdout
        first = process.stdout.readline()
        if not first:
            raise RuntimeError(process.communicate()[1])
        time.sleep(chance.random() * longest)
        process.send_signal(signal.SIGKILL)
        rest, _ = process.communicate(timeout=60)
        self.kills += 1
        lines = [line for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]
        self.told += [tuple(json.loads(line)) for line in lines]

    def faults(self) -> list[str]:
        """What was lost or is not whole; [] where everything that was told of stands."""
        process = self.start(CHECKER)
        out, wrong = process.communicate(json.dumps(self.told), timeout=300)
        if process.returncode:
            raise RuntimeError(wrong)
        return json.loads(out)


def _write() -> None:
    """Decide, write and promise without end, and tell of each once it is kept."""
    from datetime import UTC, datetime

    import django

    django.setup()
    from raadhus.domains.proceedings import changes
    from raadhus.domains.proceedings.models import Point, Text
    from raadhus.domains.proceedings.queries import item_revision
    from raadhus.foundation.accounts.queries import Operator

    by, item = Operator(), _item()
    point, text = Point.objects.get(proposal=item, number=1), Text.objects.get(proposal=item, kind="decision")
    number = text.revision
    while True:
        number += 1
        at = datetime(2022, 1, 20, 9, 0, number % 60, tzinfo=UTC)
        kept = changes.save_text(text_id=text.pk, html=f"<p>Ord {number}</p>", revision=number - 1, by=by, at=at)
        _tell("text", kept.pk, kept.revision)
        ruling = changes.Ruling(outcome="approved", words=f"Godkendt {number}.")
        changes.decide_point(
            point=point, ruling=ruling, revision=point.revision, seen=item_revision(item), by=by, at=at
        )
        point.refresh_from_db()
        _tell("point", point.pk, point.revision)
        if number % 10 == 0:
            pledge, _ = changes.add_pledge(proposal=item, line=f"Bo Berg sender brev {number}", by=by, at=at)
            _tell("pledge", pledge.pk, pledge.revision)


def _tell(kind: str, key: int, revision: int) -> None:
    sys.stdout.write(json.dumps([kind, key, revision]) + "\n")
    sys.stdout.flush()


def _item():
    """The item that is being decided; the first writer makes its meeting."""
    from raadhus.domains.proceedings.models import Proposal

    return Proposal.objects.filter(state="on_agenda").first() or _make_meeting()


def _make_meeting():
    from datetime import UTC, date, datetime, time

    from django.db import transaction

    from raadhus.domains.meetings.changes import find_or_make_body
    from raadhus.domains.proceedings import changes
    from raadhus.domains.proceedings.models import Proposal, ProposalState, Sitting, SittingState
    from raadhus.foundation.accounts.queries import Operator

    by, at = Operator(), datetime(2022, 1, 10, 9, 0, tzinfo=UTC)
    with transaction.atomic():
        body = find_or_make_body("Chefforum", reading_audience="signed_in", by=by, at=at)
        when = changes.When(date(2022, 1, 20), time(9))
        sitting = changes.plan_sitting(body=body, when=when, link="", by=by, at=at)
        item = Proposal.objects.create(
            body=body,
            meeting=sitting.meeting,
            position=1,
            title="Budget",
            state=ProposalState.ON_AGENDA,
            proposed_at=at,
        )
        Sitting.objects.filter(pk=sitting.pk).update(state=SittingState.SENT)
        changes.open_meeting(sitting=sitting, by=by, at=at)
    return item


def _check() -> None:
    """Look for everything that stdin says was acknowledged; print what is missing or broken as a JSON list."""
    told = [tuple(one) for one in json.load(sys.stdin)]
    import django

    django.setup()
    from raadhus.domains.proceedings.models import Pledge, Point, Text, TextRevision
    from raadhus.domains.proceedings.queries import broken_frozen, broken_seals
    from raadhus.foundation.audit.queries import acts_on, verify_chain
    from raadhus.foundation.files.queries import damaged_files

    written = set(TextRevision.objects.values_list("text", "revision"))
    logged = {
        (act.facts["point"], act.facts["revision"])
        for point in Point.objects.all()
        for act in acts_on("proposal", [point.proposal_id])
        if act.action == "decided_point"
    }
    numbers = dict(Point.objects.values_list("pk", "number"))
    pledges = set(Pledge.objects.values_list("pk", flat=True))
    stands = {
        "text": lambda key, revision: (key, revision) in written,
        "point": lambda key, revision: (numbers[key], revision) in logged,
        "pledge": lambda key, revision: key in pledges,
    }
    faults = [
        f"lost: {kind} {key} revision {revision}" for kind, key, revision in told if not stands[kind](key, revision)
    ]
    for model in (Text, Point):
        newest = dict(model.objects.values_list("pk", "revision"))
        kind = model.__name__.lower()
        faults += [f"went back: {kind} {key}" for one, key, at in told if one == kind and newest.get(key, 0) < at]
    chain = verify_chain()
    if chain.first_broken is not None:
        faults.append(chain.sentence)
    print(json.dumps([*faults, *broken_frozen(), *broken_seals(), *(file.name for file in damaged_files())]))


def made(folder: Path, database: str = "") -> Trial:
    """A trial in a new house: its tables made, nothing written yet."""
    trial = Trial(folder, database)
    folder.mkdir(parents=True, exist_ok=True)
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), "RAADHUS_DATA": str(folder)}
    subprocess.run(
        [sys.executable, "-m", "raadhus", "setup"],
        env=environment | {"DATABASE_URL": database},
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return trial


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--count", type=int, default=20)
    given.add_argument("--seed", type=int, default=2022)
    given.add_argument("--part", choices=[WRITER, CHECKER])
    options = given.parse_args()
    if options.part:
        {WRITER: _write, CHECKER: _check}[options.part]()
        return
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        trial = made(Path(folder) / "data", os.environ.get("DATABASE_URL", ""))
        for _ in range(options.count):
            trial.kill_once(chance)
        faults = trial.faults()
    print(f"{trial.kills} kills, {len(trial.told)} acknowledged, {len(faults)} lost or broken")
    print("\n".join(faults))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
