"""What 50 people who write and 50 who read get from `raadhus serve`, beside the same server's bare empty answer.

Each writer has a text of their own and saves it as the editor does. "As people write" is a save every 1.5 s from each;
"as fast as it goes" is the next save as soon as the last is kept. A reader fetches the page of a sent meeting, and its
reading package. `/healthz` is the bare answer: it asks no database and knows no user. The clients run on the same
machine and take their share of it; the server's own work is what its processes used of the processor. SECONDS in the
environment sets how long each part runs.
"""

import http.client
import json
import os
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from datetime import time as clock
from pathlib import Path

from bench.folder import own_folder

ROOT = Path(__file__).resolve().parent.parent
PEOPLE, PAUSE = 50, 1.5
SECONDS = float(os.environ.get("SECONDS", "15"))
AT = datetime(2034, 9, 1, 9, 0, tzinfo=UTC)
TOKEN = "b" * 32  # any secret that the cookie and the header share
PARAGRAPH = (
    "Forvaltningen har gennemgået projekterne sammen med afdelingscheferne. Tre af projekterne er forsinkede, fordi "
    "lokalplanen først forventes vedtaget efter sommerferien, og ét er faldet bort."
)


@dataclass(slots=True)
class Writer:
    """Somebody with a text open: their session, the text's number, and the revision they saw last."""

    session: str
    text: int
    revision: int


@dataclass(slots=True)
class Load:
    """What a number of clients were answered: the time of each answer in seconds, and how long all of it ran."""

    times: list[float] = field(default_factory=list)
    seconds: float = 0.0
    processor: float = 0.0  # seconds that the server itself worked

    @property
    def rate(self) -> float:
        return len(self.times) / self.seconds

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.times, n=20)[-1]

    def told(self, name: str, bare: "Load | None" = None) -> str:
        beside = f" ({self.p95 / bare.p95:.1f} × bare)" if bare else ""
        middle, work = statistics.median(self.times) * 1000, self.processor / len(self.times) * 1000
        times = f"median {middle:7.1f} ms   p95 {self.p95 * 1000:7.1f} ms{beside}"
        return f"{name:<42}{self.rate:7.1f} a second   server's work {work:5.1f} ms each   {times}"


def _prepare() -> tuple[list[Writer], list[str], int]:
    """Writers with a text each, readers' sessions, and a sent meeting of 12 items."""
    from django.test import Client

    from raadhus.domains.meetings.changes import find_or_make_body
    from raadhus.domains.proceedings import changes
    from raadhus.domains.proceedings.models import Role, Text
    from raadhus.foundation.accounts.models import User
    from raadhus.foundation.accounts.queries import Operator

    def session(user: User) -> str:
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client.cookies["sessionid"].value

    body = find_or_make_body("Chefforum", reading_audience="signed_in", by=Operator(), at=AT)
    secretary = User.objects.create(username="sekretær")
    seat = {"role": Role.SECRETARY, "group": "", "starts_on": date(2034, 1, 1), "reads_closed": True}
    changes.seat_member(body=body, name="Sekretær", user=secretary, **seat, by=Operator(), at=AT)
    people = [User.objects.create(username=f"person{number}") for number in range(PEOPLE)]
    writers = []
    for user in people:
        row = changes.propose_item(body=body, idea=changes.Idea(f"Punkt af {user}"), by=user, at=AT)
        text = Text.objects.get(proposal=row, kind="account")
        writers.append(Writer(session(user), text.pk, text.revision))
    return writers, [session(user) for user in people], _sent_meeting(body, secretary)


def _sent_meeting(body, secretary) -> int:
    from raadhus.domains.proceedings import changes
    from raadhus.domains.proceedings.models import Text

    when = changes.When(date(2034, 9, 21), clock(9), clock(11), "Mødelokale 1")
    sitting = changes.plan_sitting(body=body, when=when, link="", by=secretary, at=AT)
    for number in range(1, 13):
        idea = changes.Idea(f"Status på område {number}", recommended_by="Økonomichefen", points=("at det godkendes",))
        row = changes.propose_item(body=body, idea=idea, by=secretary, at=AT)
        text = Text.objects.get(proposal=row, kind="account")
        html = f"<p>{PARAGRAPH}</p>" * 6
        changes.save_text(text_id=text.pk, html=html, revision=text.revision, by=secretary, at=AT)
        changes.send_on_its_way(proposal=row, way=(), by=secretary, at=AT)
        row.refresh_from_db()
        changes.put_on_agenda(proposal=row, sitting=sitting, revision=row.revision, by=secretary, at=AT)
    changes.send_agenda(sitting=sitting, by=secretary, at=AT)
    return sitting.pk


@dataclass(frozen=True, slots=True)
class Server:
    """`raadhus serve` as it runs."""

    process: subprocess.Popen
    port: int


def _served(folder: str) -> Server:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    environment = os.environ | {"RAADHUS_DATA": folder, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "raadhus", "serve", "--port", str(port)]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return Server(server, port)
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the site did not open")


def _processor(pid: int) -> float:
    """Seconds of processor time that the process and its children have used."""
    ticks = sum(map(int, Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]))
    children = (one.read_text().split() for one in Path(f"/proc/{pid}/task").glob("*/children"))
    return ticks / os.sysconf("SC_CLK_TCK") + sum(_processor(int(child)) for some in children for child in some)


def _load(server: Server, acts: list[Callable[[http.client.HTTPConnection], None]], pause: float = 0.0) -> Load:
    """All of `acts` at once, each again and again: at once when answered, or with `pause` from start to start."""
    load, until, gate = Load(), time.perf_counter() + SECONDS, threading.Lock()
    faults: list[Exception] = []

    def run(act: Callable[[http.client.HTTPConnection], None], delay: float) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
        time.sleep(delay)
        own = []
        while (start := time.perf_counter()) < until and not faults:
            try:
                act(connection)
            except Exception as fault:
                faults.append(fault)
                return
            own.append(time.perf_counter() - start)
            time.sleep(max(0.0, pause - own[-1]))
        connection.close()
        with gate:
            load.times.extend(own)

    begin, worked = time.perf_counter(), _processor(server.process.pid)
    threads = [threading.Thread(target=run, args=(act, pause * at / len(acts))) for at, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    load.seconds, load.processor = time.perf_counter() - begin, _processor(server.process.pid) - worked
    if faults:
        raise faults[0]
    return load


def _ask(
    connection: http.client.HTTPConnection, method: str, path: str, session: str, body: bytes | None = None
) -> bytes:
    cookies = f"csrftoken={TOKEN}" + (f"; sessionid={session}" if session else "")
    headers = {"Cookie": cookies, "X-CSRFToken": TOKEN, "Content-Type": "application/json"}
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    said = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{path}: {answer.status} {said[:300]!r}")
    return said


def _saving(writer: Writer) -> Callable[[http.client.HTTPConnection], None]:
    def save(connection: http.client.HTTPConnection) -> None:
        html = f"<p>{PARAGRAPH} Udgave {writer.revision}.</p>" + f"<p>{PARAGRAPH}</p>" * 9
        body = json.dumps({"html": html, "revision": writer.revision}).encode()
        said = json.loads(_ask(connection, "POST", f"/skriv/{writer.text}/gem/", writer.session, body))
        if said["revision"] != writer.revision + 1:
            raise RuntimeError(f"the save was not a new revision: {said}")
        writer.revision += 1

    return save


def _fetching(path: str, session: str) -> Callable[[http.client.HTTPConnection], None]:
    return lambda connection: _ask(connection, "GET", path, session) and None


def _warm(server: Server, acts: list[Callable[[http.client.HTTPConnection], None]]) -> None:
    """What is loaded at the first answer of each kind is loaded before anything is measured."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
    for act in [_fetching("/healthz", ""), *acts]:
        act(connection)
    connection.close()


def main() -> None:
    folder = own_folder()
    os.environ["RAADHUS_DATA"] = folder
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "raadhus.config.settings")
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    subprocess.run([sys.executable, "-m", "raadhus", "setup"], env=environment, check=True, stdout=subprocess.DEVNULL)
    import django

    django.setup()
    from django.db import connection

    writers, readers, meeting = _prepare()
    connection.close()
    server = _served(folder)
    try:
        _print_all(server, writers, readers, meeting)
    finally:
        server.process.terminate()
        server.process.wait(20)


def _print_all(server: Server, writers: list[Writer], readers: list[str], meeting: int) -> None:
    acts = [_saving(writer) for writer in writers]
    pages = ((f"/moeder/{meeting}/", "page of a meeting"), (f"/moeder/{meeting}/pakke/", "reading package"))
    _warm(server, [*acts[:8], *(_fetching(path, session) for path, _ in pages for session in readers[:8])])
    print(f"{PEOPLE} people, {SECONDS:.0f} s a part, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores before")
    bare = _load(server, [_fetching("/healthz", "")] * PEOPLE)
    print(bare.told("bare answer, as fast as it goes"))
    paced = _load(server, [_fetching("/healthz", "")] * PEOPLE, PAUSE)
    print(paced.told("bare answer, every 1.5 s from each"))
    print(_load(server, acts, PAUSE).told("autosave, as people write", paced))
    print(_load(server, acts).told("autosave, as fast as it goes", bare))
    for path, name in pages:
        acts_of_readers = [_fetching(path, session) for session in readers]
        print(_load(server, acts_of_readers, PAUSE).told(f"{name}, every 1.5 s from each", paced))
        print(_load(server, acts_of_readers).told(f"{name}, as fast as it goes", bare))


if __name__ == "__main__":
    main()
