"""Loading the KLE plan and opening cases."""

from collections.abc import Iterable
from datetime import datetime
from importlib.resources import files
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.cases.models import Case, Subject
from raadhus.foundation.accounts.queries import is_administrator
from raadhus.foundation.audit.record import record
from raadhus.pure.kernel.case_number import CaseNumber, read_case_number

LONGEST = Case._meta.get_field("number").max_length


@transaction.atomic
def load_subjects(*, by: Any, at: datetime) -> int:
    """Bring the catalogue up to the file that comes with Rådhus; returns how many subjects were added or retitled.

    Subjects that left the plan stay: old cases keep their numbers.
    """
    if not is_administrator(by):
        raise PermissionDenied("Only administrators load the KLE plan.")
    known = dict(Subject.objects.values_list("number", "title"))
    changed = [subject for subject in _subjects_of_the_plan() if known.get(subject.number) != subject.title]
    if changed:
        Subject.objects.bulk_create(
            changed, 400, update_conflicts=True, unique_fields=["number"], update_fields=["title"]
        )
        _attach_cases(changed)
        record("loaded_subjects", "kle", "plan", by=by, at=at, facts={"changed": len(changed)})
    return len(changed)


def _subjects_of_the_plan() -> list[Subject]:
    text = files("raadhus.domains.cases").joinpath("data/kle_subjects.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return [Subject(number=number, title=title) for number, title in rows]


def _attach_cases(subjects: list[Subject]) -> None:
    waiting = Case.objects.filter(subject=None).exclude(subject_number="")
    known = {subject.number for subject in subjects}
    for case in waiting:
        if case.subject_number in known:
            Case.objects.filter(pk=case.pk).update(subject=case.subject_number)


@transaction.atomic(savepoint=False)
def find_or_open_cases(numbers: Iterable[str], *, by: Any, at: datetime) -> dict[str, Case]:
    """For each number as written, its case, opened where there is none; one too long to be a number is left out.

    Two spellings of one KLE number are one case. Whoever calls has asked whether `by` may.
    """
    read = {text: read_case_number(text) for text in numbers}
    wanted = {number.key: number for number in read.values() if 0 < len(number.key) <= LONGEST}
    found = {case.number: case for case in Case.objects.filter(number__in=wanted)} if wanted else {}
    missing = [number for key, number in wanted.items() if key not in found]
    if missing:
        found |= {case.number: case for case in Case.objects.bulk_create(_new_cases(missing))}
        record("opened_cases", "case", "", by=by, at=at, facts={"numbers": [number.key for number in missing]})
    return {text: found[number.key] for text, number in read.items() if number.key in found}


def find_or_open_case(number: str, *, by: Any, at: datetime) -> Case | None:
    """The case with this number, opened where there is none; None where the text is too long to be a number."""
    return find_or_open_cases([number], by=by, at=at).get(number)


def _new_cases(numbers: list[CaseNumber]) -> list[Case]:
    subjects = {number.subject for number in numbers if number.subject}
    known = set(Subject.objects.filter(number__in=subjects).values_list("number", flat=True)) if subjects else set()
    return [
        Case(
            number=number.key,
            subject_id=number.subject if number.subject in known else None,
            subject_number=number.subject or "",
            facet=number.facet or "",
            serial=number.serial,
            year=number.year,
        )
        for number in numbers
    ]
