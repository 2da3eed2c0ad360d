"""The bounded child: it answers, and whatever ends it, the next question is answered too."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from raadhus.pure.documents.child import Bounds, Child, Died, TooGreedy, TooSlow
from raadhus.pure.kernel.errors import Refused

MEGABYTE = 1024 * 1024


@contextmanager
def a_child(work: str, **bounds: float) -> Iterator[Child]:
    usual = {"wall_seconds": 20.0, "cpu_seconds": 20, "memory_bytes": 500 * MEGABYTE, "tasks": 100}
    made = Child(f"{__package__}.child_work:{work}", Bounds(**{**usual, "worn_bytes": 400 * MEGABYTE, **bounds}))  # type: ignore[arg-type]
    yield made
    made.close()


def test_it_answers_and_what_a_library_prints_does_not_disturb() -> None:
    with a_child("echo") as child:
        assert child.ask(b"") == b""
        assert child.ask(b"\x00\xff" * 500_000) == b"\x00\xff" * 500_000


def test_the_same_process_answers_until_it_is_worn_out_by_tasks() -> None:
    with a_child("own_number", tasks=2) as child:
        first, second, third = (child.ask(b"") for _ in range(3))
    assert first == second != third


def test_the_same_process_answers_until_it_is_worn_out_by_memory() -> None:
    with a_child("own_number", worn_bytes=1) as child:
        assert child.ask(b"") != child.ask(b"")


def test_a_child_is_not_worn_by_its_parents_memory() -> None:
    held = bytearray(450 * MEGABYTE)
    held[::4096] = b"x" * len(range(0, len(held), 4096))
    with a_child("own_number") as child:
        assert child.ask(b"") == child.ask(b"")


def test_threads_take_turns_and_each_gets_its_own_answer() -> None:
    answers: dict[int, bytes] = {}
    with a_child("echo") as child:

        def ask(number: int) -> None:
            for turn in range(20):
                body = f"{number}-{turn}".encode() * 1000
                if child.ask(body) == body:
                    answers[number] = body

        threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert answers == {number: f"{number}-19".encode() * 1000 for number in range(8)}


def test_a_task_over_its_time_is_ended_and_the_next_is_answered() -> None:
    with a_child("sleep_or_answer", wall_seconds=0.5) as child:
        with pytest.raises(TooSlow):
            child.ask(b"sleep")
        child._bounds = Bounds(20.0, 20, 500 * MEGABYTE, 10, 400 * MEGABYTE)
        assert child.ask(b"next") == b"next"


def test_a_task_over_its_processor_time_is_ended() -> None:
    with a_child("spin", cpu_seconds=1) as child, pytest.raises(TooSlow):
        child.ask(b"")


def test_a_task_that_wants_too_much_memory_is_refused_and_the_next_is_answered() -> None:
    with a_child("hoard") as child:
        with pytest.raises(TooGreedy):
            child.ask(str(800 * MEGABYTE).encode())
        assert child.ask(b"3") == b"\x00\x00\x00"


def test_a_crash_is_told_and_the_next_is_answered() -> None:
    with a_child("crash_or_answer") as child:
        with pytest.raises(Died):
            child.ask(b"crash")
        assert child.ask(b"next") == b"next"


def test_a_child_killed_between_two_questions_is_replaced() -> None:
    with a_child("own_number") as child:
        first = child.ask(b"")
        os.kill(int(first), 9)
        assert child._process is not None
        child._process.wait()
        assert child.ask(b"") != first


def test_a_refusal_comes_back_with_its_sentence() -> None:
    with a_child("refuse") as child, pytest.raises(Refused, match=r"Filen er tom\. Hent den igen\."):
        child.ask(b"")


def test_a_bug_comes_back_as_a_bug_with_its_traceback() -> None:
    with a_child("blunder") as child, pytest.raises(RuntimeError, match="ZeroDivisionError"):
        child.ask(b"")


def test_work_that_cannot_be_imported_is_a_bug_too() -> None:
    with a_child("no_such_function") as child, pytest.raises(RuntimeError, match="no_such_function"):
        child.ask(b"")


def test_the_child_knows_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAADHUS_SECRET_KEY", "hemmelig")
    with a_child("secrets") as child:
        names = child.ask(b"").decode().splitlines()
    assert "PYTHONPATH" in names
    assert not [name for name in names if name.startswith("RAADHUS")]


def test_the_child_writes_no_file(tmp_path: object) -> None:
    with a_child("write_a_file") as child:
        assert child.ask(f"{tmp_path}/x".encode()) == b"refused"


def test_a_forked_process_starts_its_own_child() -> None:
    with a_child("own_number") as child:
        first = child.ask(b"")
        inlet, outlet = os.pipe()
        if (forked := os.fork()) == 0:
            os.write(outlet, child.ask(b""))
            child.close()
            os._exit(0)
        os.waitpid(forked, 0)
        assert os.read(inlet, 100) not in (b"", first)
        assert child.ask(b"") == first
        os.close(inlet)
        os.close(outlet)
