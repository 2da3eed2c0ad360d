"""Two writers on one text, 500 times over, over real HTTP against the site as it runs: no text is ever lost."""

import json
import random
import re
from dataclasses import replace
from threading import Barrier, Thread

from interfaces.web.writers import Writer, prepare, served

ROUNDS = 500
WORDS = (1, 2)  # that each of the two puts in, each word with a save of its own

REVISIONS = """
import django; django.setup()
import json
from raadhus.domains.proceedings.models import TextRevision
rows = TextRevision.objects.order_by("text", "revision").values_list("text", "revision", "html", "by__username")
print(json.dumps(list(rows)))
"""


def _written_by_both(texts: list[int], pair: list[Writer]) -> dict[int, list[Writer]]:
    """What each of the two sent, was answered and saw, by text."""
    together, found = Barrier(len(pair), timeout=120), {text: [] for text in texts}
    broken: list[BaseException] = []

    def work(writer: Writer) -> None:
        try:
            for text in texts:
                writer.begin()
                together.wait()
                for number in range(writer.chance.choice(WORDS)):
                    writer.write(text, f"{writer.name}{number}")
                found[text].append(replace(writer))
        except BaseException as error:
            broken.append(error)
            together.abort()
            raise

    threads = [Thread(target=work, args=(writer,)) for writer in pair]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert broken == []
    return found


def test_no_text_is_lost_in_500_random_interleavings(house) -> None:
    texts, sessions = prepare(house, ROUNDS, 2)
    with served(house) as port:
        pair = [
            Writer(name, port, session, random.Random(f"{name} 7"))
            for name, session in zip("ab", sessions, strict=True)
        ]
        found = _written_by_both(texts, pair)
    status, told = house.run("-c", REVISIONS)
    assert status == 0, told
    stored: dict[int, list[tuple[int, str, str]]] = {text: [] for text in texts}
    for text, revision, html, by in json.loads(told.splitlines()[-1]):
        stored[text].append((revision, html, by))
    conflicts = 0
    for text in texts:
        conflicts += _nothing_was_lost(stored[text], found[text])
    assert conflicts > ROUNDS / 10, "the two hardly met: the test shows nothing"


def _nothing_was_lost(rows: list[tuple[int, str, str]], writers: list[Writer]) -> int:
    """Check one text; the number of saves that met somebody else's."""
    html_of = {revision: html for revision, html, _ in rows}
    assert [revision for revision, _, _ in rows] == list(range(1, len(rows) + 1)), "in order, none missing"
    acknowledged = [sent for writer in writers for sent in writer.sent if sent.revision is not None]
    for sent in acknowledged:
        assert html_of[sent.revision] == sent.html, "what was acknowledged is kept as it was sent"
    for revision, html, by in rows[1:]:
        writer = next(writer for writer in writers if by == f"sekretær {'ab'.index(writer.name)}")
        assert any(sent.base == revision - 1 and sent.html == html for sent in writer.sent)
        assert writer.seen[revision - 1] == html_of[revision - 1], "nobody wrote over a text they had not seen"
    last = html_of[len(rows)]
    for sent in acknowledged:
        for word in re.findall("<p>.*?</p>", sent.html):
            assert word in last, "every word of both is in the text"
    return sum(sent.revision is None for writer in writers for sent in writer.sent)
