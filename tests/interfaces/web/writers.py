"""Writers of one text over real HTTP, as the editor's script behaves: it merges what it is shown, and sends again what
was never answered."""

import http.client
import json
import random
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape

from tests.house import ROOT, House

TOKEN = "t" * 32
PATIENCE = 60  # seconds for the server to begin to answer


def prepare(house: House, texts: int, writers: int) -> tuple[list[int], list[str]]:
    """A forum whose item has this many texts; the texts' numbers, and a session for each of the secretaries."""
    house.environment["PYTHONPATH"] += f":{ROOT}/tests"
    status, told = house.run("-m", "interfaces.web.prepare_writers", str(texts), str(writers))
    assert status == 0, told
    made = json.loads(told.splitlines()[-1])
    return made["texts"], made["sessions"]


@contextmanager
def served(house: House) -> Iterator[int]:
    """The port of a site that runs as `raadhus serve` does, without its worker."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    house.environment["RAADHUS_WORKER"] = "off"
    server = subprocess.Popen(
        [sys.executable, "-m", "raadhus", "serve", "--port", str(port)],
        env=house.environment,
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, server)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait_for(port: int, server: subprocess.Popen) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the site did not answer")


@dataclass(slots=True)
class Sent:
    """One save: what was sent upon which revision, and what was answered (None where the answer was lost)."""

    base: int
    html: str
    revision: int | None = None


@dataclass(slots=True)
class Writer:
    """One browser of one user."""

    name: str
    port: int
    session: str
    chance: random.Random
    line: http.client.HTTPConnection | None = None
    revision: int = 1
    words: list[str] = field(default_factory=list)
    seen: dict[int, str] = field(default_factory=dict)
    sent: list[Sent] = field(default_factory=list)

    def begin(self) -> None:
        """Another text, of which the writer has seen the empty first revision."""
        self.revision, self.words, self.seen, self.sent = 1, [], {1: ""}, []

    def write(self, text: int, word: str) -> None:
        """Put in a word and save, until the save is acknowledged."""
        if self.chance.random() < 0.1:
            self.reload(text)
        self.words.append(word)
        while not self.save(text, "".join(f"<p>{one}</p>" for one in self.words)):
            time.sleep(self.chance.random() / 500)

    def save(self, text: int, html: str) -> bool:
        """Whether it was acknowledged; after a conflict the words of both are in the field."""
        self.sent.append(Sent(self.revision, html))
        if self.chance.random() < 0.1:
            self._post(text, html, wait=False)  # the connection goes before the answer comes; sent again as it was
        status, answer = self._post(text, html)
        if status == 200:
            self.revision = answer["revision"]
            self.seen[self.revision] = html
            self.sent[-1].revision = self.revision
            return True
        assert status == 409, (status, answer)
        self._take_in(answer["revision"], answer["html"])
        return False

    def reload(self, text: int) -> None:
        """Look at the page again, as after a crash, with the words that were never saved brought back."""
        status, page = self._ask("GET", f"/skriv/{text}/", None)
        assert status == 200, page
        revision = int(re.search(r'data-revision="(\d+)"', page)[1])
        html = unescape(re.search(r"<textarea data-html[^>]*>(.*?)</textarea>", page, re.DOTALL)[1])
        self._take_in(revision, html)

    def _take_in(self, revision: int, html: str) -> None:
        theirs = re.findall(r"<p>(.*?)</p>", html)
        self.words = theirs + [word for word in self.words if word not in theirs]
        self.revision, self.seen[revision] = revision, html

    def _post(self, text: int, html: str, *, wait: bool = True) -> tuple[int, dict]:
        body = json.dumps({"html": html, "revision": self.revision})
        status, said = self._ask("POST", f"/skriv/{text}/gem/", body, wait=wait)
        return status, json.loads(said) if said.startswith("{") else {}

    def _ask(self, method: str, address: str, body: str | None, *, wait: bool = True) -> tuple[int, str]:
        self.line = self.line or http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = {"Cookie": f"sessionid={self.session}; csrftoken={TOKEN}", "X-CSRFToken": TOKEN}
        self.line.request(method, address, body, headers | {"Content-Type": "application/json"})
        if not wait:
            self.line.close()
            self.line = None
            return 0, ""
        answer = self.line.getresponse()
        return answer.status, answer.read().decode()
