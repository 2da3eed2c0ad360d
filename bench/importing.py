"""How long a drawer of minutes takes to import, where the time goes, and whether memory stays flat.

Makes --count (or COUNT, else 10,000) minutes of ten items as text files, then does what `raadhus import` does: a child
reads ahead, this process stores, and at the end the search index catches up. Promise: 10,000 in under ten minutes on
two cores.
"""

import os
import resource
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bench.folder import own_folder

FOLDER = Path(own_folder())
os.environ |= {"RAADHUS_DATA": str(FOLDER / "data"), "DJANGO_SETTINGS_MODULE": "raadhus.config.settings"}

PROMISED_DOCUMENTS, PROMISED_SECONDS = 10_000, 600


def main(count: int) -> None:
    """Make, import and tell."""
    import django

    (FOLDER / "data").mkdir()
    django.setup()
    from django.core.management import call_command

    from raadhus.domains.cases.changes import load_subjects
    from raadhus.foundation.accounts.queries import Operator

    call_command("migrate", verbosity=0)
    load_subjects(by=Operator(), at=datetime.now(UTC))
    paths = _written(count)
    print(f"{count} minutes of ten items, {sum(path.stat().st_size for path in paths) / 1e6:.0f} MB of text")
    waited, stored = _imported(paths)
    indexed = _indexed()
    _tell(count, waited, stored, indexed)


def _written(count: int) -> list[Path]:
    from tests.samples.synthetic import minutes_text

    paths = [FOLDER / f"{number:06}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(minutes_text(number))
    return paths


def _imported(paths: list[Path]) -> tuple[float, float]:
    """Seconds spent waiting for the reading child, and storing."""
    from raadhus.domains.meetings.importing import store_minutes
    from raadhus.foundation.accounts.queries import Operator
    from raadhus.pure.documents.read import ReadingWorker
    from raadhus.pure.minutes.read import read_minutes

    waited = stored = 0.0
    with ReadingWorker(then=read_minutes) as worker:
        before = time.perf_counter()
        for number, (path, reading) in enumerate(zip(paths, worker.read_many(paths), strict=True), 1):
            read = time.perf_counter()
            store_minutes(reading, source=path, reading_audience="signed_in", by=Operator(), at=datetime.now(UTC))
            after = time.perf_counter()
            waited, stored = waited + read - before, stored + after - read
            if number % max(1, len(paths) // 10) == 0:
                child = max(_children_megabytes(), default=0.0)
                own = _megabytes(os.getpid())
                print(
                    f"  {number:6} stored, {number / (waited + stored):5.1f} a second; "
                    f"memory {own:4.0f} MB here, {child:4.0f} MB in the child"
                )
            before = time.perf_counter()
    return waited, stored


def _indexed() -> float:
    from raadhus.domains.search.changes import catch_up

    start = time.perf_counter()
    catch_up()
    return time.perf_counter() - start


def _megabytes(pid: int) -> float:
    """The memory a process holds now (its resident set)."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _children_megabytes() -> Iterator[float]:
    for task in Path("/proc/self/task").iterdir():
        for pid in (task / "children").read_text().split():
            yield _megabytes(int(pid))


def _tell(count: int, waited: float, stored: float, indexed: float) -> None:
    own = resource.getrusage(resource.RUSAGE_SELF)
    child = resource.getrusage(resource.RUSAGE_CHILDREN)
    total = waited + stored + indexed
    print(f"waiting for the reader {waited:.1f} s, storing {stored:.1f} s ({1000 * stored / count:.1f} ms a document)")
    print(f"search index {indexed:.1f} s ({1000 * indexed / count:.1f} ms a document)")
    print(
        f"processor time {own.ru_utime + own.ru_stime:.1f} s here, {child.ru_utime + child.ru_stime:.1f} s in the child"
    )
    print(f"memory at the end {_megabytes(os.getpid()):.0f} MB, at most {own.ru_maxrss / 1024:.0f} MB")
    whole = total * PROMISED_DOCUMENTS / count
    how = "took" if count == PROMISED_DOCUMENTS else "would take at this pace"
    print(f"in all {total:.1f} s, {count / total:.1f} documents a second; {PROMISED_DOCUMENTS} {how} {whole:.0f} s")
    print(f"promise: under {PROMISED_SECONDS} s: {'kept' if whole < PROMISED_SECONDS else 'NOT kept'}")


if __name__ == "__main__":
    asked = sys.argv[sys.argv.index("--count") + 1] if "--count" in sys.argv else os.environ.get("COUNT", "10000")
    main(int(asked))
