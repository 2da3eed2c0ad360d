"""What is counted once for everybody opens for each reader as far as they may read, and no further."""

import pytest

from raadhus.foundation.accounts.by_audience import ByAudience
from raadhus.foundation.accounts.changes import let_in, make_audience
from raadhus.foundation.accounts.models import AudienceMember
from tests.cast import AT, OPERATOR


@pytest.fixture
def counted(db, secretary) -> ByAudience[str, list[str]]:
    """A word for everybody, for the house, for the secretary, and one without an audience."""
    kinds = ("everyone", "signed_in", "named")
    public, house, closed = (make_audience(name=kind, kind=kind, by=OPERATOR, at=AT) for kind in kinds)
    let_in(audience=closed, user=secretary, by=OPERATOR, at=AT)
    return ByAudience({public.pk: "alle", house.pk: "huset", closed.pk: "lukket", None: "ukendt"}, list)


def test_each_reader_is_given_what_their_audiences_read(counted, anonymous, outsider, secretary, administrator):
    assert counted.for_reader(anonymous) == ["alle"]
    assert counted.for_reader(outsider) == ["alle", "huset"]
    assert counted.for_reader(secretary) == ["alle", "huset", "lukket"]
    assert counted.for_reader(administrator) == ["alle", "huset", "lukket", "ukendt"]


def test_who_leaves_an_audience_sees_no_more_of_what_was_counted_before(counted, secretary):
    assert "lukket" in counted.for_reader(secretary)
    AudienceMember.objects.all().delete()
    assert "lukket" not in counted.for_reader(secretary)


def test_who_may_no_longer_sign_in_reads_what_everybody_reads(counted, secretary):
    secretary.is_active = False
    assert counted.for_reader(secretary) == ["alle"]


def test_an_audience_of_which_nothing_was_counted_gives_nothing(counted, outsider):
    make_audience(name="ny", kind="everyone", by=OPERATOR, at=AT)
    assert len(counted.for_reader(outsider)) == 2
