"""200,000 promises: how fast list, filters and overview answer 16 people who read at once, and what permission costs.

Run: PYTHONPATH=src:. python bench/followup.py [PROMISES]. A site of its own is served; when every page has been opened
once, each of 16 signed-in people asks for a page every two seconds, as people who read do (paced), and then as fast as
they can (flat out). Each reader is in 45 of 120 audiences, and no two read the same. What is counted once a minute is
counted within the time. Beside the pages stand the list's own questions to the database, with permission and without.
"""

import http.client
import os
import random
import socket
import statistics
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bench.folder import own_folder

PROMISES = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
READERS, PACE, SECONDS, RUNS = 16, 2.0, 60, 15
BODIES, POSTS = 60, 300
MATTERS = ("integration", "skoler", "budget", "veje", "dagtilbud", "klima", "boliger", "ældre", "it", "kultur")
TODAY = datetime.now(UTC).date()
PAGES = {
    "list": "/opfoelgning/",
    "list, page 40": "/opfoelgning/?side=40",
    "late": "/opfoelgning/?tid=over&status=accepted",
    "one post": "/opfoelgning/?post=7&status=accepted",
    "one body": "/opfoelgning/?i=3&langt=open&status=accepted",
    "about a word, one year": f"/opfoelgning/?ord=integration&fra={TODAY - timedelta(days=365)}&til={TODAY}",
    "about a common word": "/opfoelgning/?ord=punkt",
    "overview": "/opfoelgning/overblik/",
    "overview by body": "/opfoelgning/overblik/?efter=body",
}


def main() -> None:
    os.environ["RAADHUS_DATA"] = own_folder()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "raadhus.config.settings")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    cookies = _fill()
    print(f"{PROMISES} promises on {connection.vendor}; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    _with_and_without_permission()
    connection.close()
    with_site(lambda port, pid: _read(port, pid, cookies))


def _fill() -> list[str]:
    """Promises in `BODIES` bodies, open and closed ones, and readers; returns the readers' session cookies."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client

    from raadhus.domains.search.changes import rebuild
    from raadhus.foundation.accounts.models import Audience, AudienceMember, User

    opens = [Audience(name=f"open {number}", kind="signed_in" if number < 40 else "named") for number in range(BODIES)]
    closed = [Audience(name=f"closed {number}", kind="named") for number in range(BODIES)]
    Audience.objects.bulk_create([*opens, *closed])
    users = [User.objects.create(username=f"reader {number}") for number in range(READERS)]
    AudienceMember.objects.bulk_create(
        AudienceMember(audience=closed[number * 3 + place], user=user)
        for number, user in enumerate(users)
        for place in range(5)
    )
    _write_promises(opens, closed)
    rebuild()
    connection.cursor().execute("ANALYZE")
    found = []
    for user in users:
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        found.append(f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}")
    return found


def _write_promises(opens: list, closed: list) -> None:
    from raadhus.domains.followup.models import Commitment, Name, Named
    from raadhus.domains.organisation.models import Post

    chance = random.Random(2022)
    items, bodies = _write_items(opens, closed, chance)
    posts = Post.objects.bulk_create([Post(title=f"Chefen for område {number}") for number in range(POSTS)])
    names = Name.objects.bulk_create([Name(text=post.title) for post in posts])
    for start in range(0, PROMISES, 20_000):
        rows = [_promise(number, items, bodies, posts, chance) for number in range(start, start + 20_000)]
        Commitment.objects.bulk_create(rows, batch_size=2_000)
        Named.objects.bulk_create(
            [Named(commitment=row, name=names[row.post_id % POSTS]) for row in rows], batch_size=5_000
        )


def _write_items(opens: list, closed: list, chance: random.Random) -> tuple[list, list[int]]:
    """20 meetings of each body with 12 items, a fifth of them closed."""
    from raadhus.domains.meetings.models import Body, Item, Meeting, Version
    from raadhus.foundation.files.models import StoredFile

    now = datetime.now(UTC)
    bodies = Body.objects.bulk_create(
        [
            Body(name=f"Forum {number}", open_audience=one, closed_audience=two)
            for number, (one, two) in enumerate(zip(opens, closed, strict=True))
        ]
    )
    days = [TODAY - timedelta(days=40 * number) for number in range(20)]
    meetings = Meeting.objects.bulk_create(
        [Meeting(body=body, audience=body.open_audience, starts_on=day) for body in bodies for day in days]
    )
    files = StoredFile.objects.bulk_create(
        [
            StoredFile(sha256=f"{one.pk:064}", name="r.pdf", media_type="", size=1, origin="import", stored_at=now)
            for one in meetings
        ]
    )
    versions = Version.objects.bulk_create(
        [
            Version(meeting=one, number=1, kind="minutes", file=file, content="{}", digest=file.sha256, read_at=now)
            for one, file in zip(meetings, files, strict=True)
        ]
    )
    items = [
        Item(
            meeting=meeting,
            version=version,
            position=position,
            title=f"Punkt {position} om {chance.choice(MATTERS)}",
            is_closed=is_closed,
            audience=meeting.body.closed_audience if is_closed else meeting.body.open_audience,
        )
        for meeting, version in zip(meetings, versions, strict=True)
        for position in range(1, 13)
        for is_closed in [chance.random() < 0.2]
    ]
    return Item.objects.bulk_create(items, batch_size=2_000), [body.pk for body in bodies]


def _promise(number: int, items: list, bodies: list[int], posts: list, chance: random.Random):
    from raadhus.domains.followup.models import Commitment

    item, post = items[number % len(items)], posts[chance.randrange(POSTS)]
    made_on: date = item.meeting.starts_on
    due = made_on + timedelta(days=chance.randrange(7, 400)) if chance.random() < 0.8 else None
    progress = chance.choices(["open", "answered", "done", "dropped"], [30, 15, 50, 5])[0]
    taken = chance.randrange(1, 300) if progress == "done" else None
    return Commitment(
        source_kind="item", source_id=item.pk, audience_id=item.audience_id, position=number // len(items) + 1,
        kind="task", quote=f"{post.title} sender et notat om sag {number} til forummet", who=[post.title],
        made_on=made_on, made_in=item.meeting.body_id, due_first=due, due_last=due, promised_first=due,
        promised_last=due, found_in="decision", status="accepted" if chance.random() < 0.9 else "suggested",
        progress=progress, post=post, done_on=made_on + timedelta(days=taken) if taken else None, days_taken=taken,
    )  # fmt: skip


def _with_and_without_permission() -> None:
    """What the pages ask the database, for a reader and for nobody in particular."""
    from raadhus.domains.followup.models import Commitment, Status
    from raadhus.domains.followup.queries import commitments_for, commitments_to_count, overviews
    from raadhus.foundation.accounts.models import User
    from raadhus.foundation.accounts.queries import Operator

    reader = User.objects.get(username="reader 0")
    plain = Commitment.objects.exclude(status=Status.REJECTED)
    bare = plain.select_related("post", "person").order_by(*commitments_for(Operator()).query.order_by)
    shown = commitments_for(reader).select_related(None).select_related("post", "person")
    late = {"progress__in": ("open", "answered"), "due_last__lt": TODAY}
    counted = overviews(by="post", on=TODAY)
    kinds: dict[str, tuple[Callable, Callable]] = {
        "first 51 rows": (lambda: list(shown[:51]), lambda: list(bare[:51])),
        "51 rows of page 40": (lambda: list(shown[1950:2001]), lambda: list(bare[1950:2001])),
        "late, 51 rows": (
            lambda: list(shown.filter(status="accepted", **late)[:51]),
            lambda: list(bare.filter(status="accepted", **late)[:51]),
        ),
        "counted up to 1,001": (
            lambda: commitments_to_count(reader)[:1001].count(),
            lambda: plain[:1001].count(),
        ),
        "overview by post, counted anew": (lambda: overviews(by="post", on=TODAY), lambda: _plain_overview(Commitment)),
        "overview by post, opened for the reader": (
            lambda: counted.for_reader(reader),
            lambda: counted.for_reader(Operator()),
        ),
    }
    for name, (with_, without) in kinds.items():
        one, other = _median(with_, 3 if "anew" in name else RUNS), _median(without, 3 if "anew" in name else RUNS)
        print(f"{name}: {one:.1f} ms with permission, {other:.1f} ms without: {one / other:.2f} times")


def _plain_overview(commitments: type) -> None:
    """The figures by post as they would be counted where everybody reads everything."""
    from django.db.models import Count, Q, Sum

    under_way = Q(progress__in=("open", "answered"))
    rows = commitments.objects.filter(status="accepted").exclude(progress="divided").order_by()
    figures = {
        "open_": Count("pk", filter=under_way),
        "late_": Count("pk", filter=under_way & Q(due_last__lt=TODAY)),
        "done_": Count("pk", filter=Q(progress="done")),
        "put_off_": Sum("extensions"),
    }
    list(rows.values("post").annotate(**figures))
    list(rows.filter(days_taken__isnull=False).values_list("days_taken").annotate(Count("pk")))
    rows.filter(under_way, post=None, person=None).count()
    commitments.objects.filter(status="suggested").count()


def _median(ask: Callable, runs: int) -> float:
    took = []
    for _ in range(runs):
        start = time.perf_counter()
        ask()
        took.append((time.perf_counter() - start) * 1000)
    return statistics.median(took)


def with_site(act: Callable[[int, int], None]) -> None:
    """Serve the data and do `act` with its port and its process."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    serve = [sys.executable, "-m", "raadhus", "serve", "--port", str(port)]
    server = subprocess.Popen(serve, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 30
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2).close()
                break
            except OSError:
                time.sleep(0.1)
        act(port, server.pid)
    finally:
        server.terminate()
        server.wait(timeout=20)


def _processor(pid: int) -> float:
    """Seconds of processor time that the process and its children have used."""
    ticks = sum(map(int, Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]))
    children = (one.read_text().split() for one in Path(f"/proc/{pid}/task").glob("*/children"))
    return ticks / os.sysconf("SC_CLK_TCK") + sum(_processor(int(child)) for some in children for child in some)


def _read(port: int, pid: int, cookies: list[str]) -> None:
    opened: dict[str, list[float]] = {name: [] for name in PAGES}
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for name in PAGES:
        _open(line, cookies[0], name, opened)
    print("opened first: " + ", ".join(f"{name} {times[0]:.0f} ms" for name, times in opened.items()))
    for word, pace in (("paced", PACE), ("flat out", 0.0)):
        took: dict[str, list[float]] = {name: [] for name in PAGES}
        until, worked = time.monotonic() + SECONDS, _processor(pid)
        readers = [
            threading.Thread(target=_one_reader, args=(port, cookie, number, pace, until, took))
            for number, cookie in enumerate(cookies)
        ]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
        every = [one for times in took.values() for one in times]
        work = (_processor(pid) - worked) / len(every) * 1000
        print(
            f"{word}: {len(every) / SECONDS:.0f} pages a second, all pages {_told(every)}, server's work {work:.0f} ms "
            f"each, load {os.getloadavg()[0]:.1f}"
        )
        for name, times in took.items():
            print(f"  {name}: {_told(times)}")


def _one_reader(port: int, cookie: str, number: int, pace: float, until: float, took: dict[str, list[float]]) -> None:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    names, at = list(PAGES), number
    time.sleep(pace * number / READERS)
    while time.monotonic() < until:
        start = time.perf_counter()
        _open(line, cookie, names[at % len(names)], took)
        at += 1
        time.sleep(max(0.0, pace - (time.perf_counter() - start)))


def _open(line: http.client.HTTPConnection, cookie: str, name: str, took: dict[str, list[float]]) -> None:
    start = time.perf_counter()
    line.request("GET", PAGES[name], headers={"Cookie": cookie})
    answer = line.getresponse()
    answer.read()
    took[name].append((time.perf_counter() - start) * 1000)
    assert answer.status == 200, (name, answer.status)


def _told(times: list[float]) -> str:
    if len(times) < 2:
        return "too few"
    return f"p50 {statistics.median(times):.0f} ms, p95 {statistics.quantiles(times, n=20)[-1]:.0f} ms ({len(times)})"


if __name__ == "__main__":
    main()
