"""The KLE plan, and which of its subjects an item may belong under."""

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from django.db.models import QuerySet

from raadhus.domains.cases.models import Case, Subject
from raadhus.domains.cases.rules.subject_index import Subject as KleSubject
from raadhus.domains.cases.rules.subject_index import SubjectIndex, build_index
from raadhus.domains.cases.rules.suggesting import Suggestion, suggest


def subject_named(number: str) -> Subject | None:
    """The subject, or None where the catalogue lacks it."""
    return Subject.objects.filter(number=number).first()


def case_numbers(keys: Iterable[int]) -> dict[int, str]:
    """The numbers of cases by key, for whoever reads something that belongs to each of them."""
    return dict(Case.objects.filter(pk__in=list(keys)).values_list("pk", "number"))


def subjects_under(number: str) -> QuerySet[Subject]:
    """The subjects of a main group ("00") or group ("00.30"), by number. The catalogue is open to everyone."""
    return Subject.objects.filter(number__startswith=f"{number}.").order_by("number")


def suggested_subjects(title: str, text: str) -> list[Suggestion]:
    """The subjects of the plan that an item with this title and text may belong under, best first, at most five."""
    return suggest(_plan(), title, text)


@lru_cache(maxsize=1)
def _plan() -> SubjectIndex:
    """The index of the plan that comes with Rådhus, built once in a process."""
    data = files("raadhus.domains.cases").joinpath("data")
    keywords = dict(_rows(data.joinpath("kle_keywords.tsv").read_text(encoding="utf-8")))
    titles = _rows(data.joinpath("kle_subjects.tsv").read_text(encoding="utf-8"))
    return build_index(
        KleSubject(number, title, tuple(keywords.get(number, "").split(";"))) for number, title in titles
    )


def _rows(table: str) -> list[tuple[str, str]]:
    rows = (line.partition("\t") for line in table.splitlines())
    return [(number, rest) for number, _, rest in rows]
