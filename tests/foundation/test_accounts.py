"""Who belongs to which audience."""

import pytest
from django.core.exceptions import PermissionDenied

from raadhus.foundation.accounts.changes import change_readers, let_in, let_out, make_administrator, make_audience
from raadhus.foundation.accounts.models import Audience, User
from raadhus.foundation.accounts.queries import (
    administrators_exist,
    audiences_of,
    is_administrator,
    readable_by,
    strictest,
)
from raadhus.foundation.audit.models import Entry
from raadhus.foundation.files.models import StoredFile
from raadhus.pure.kernel.errors import Refused
from tests.cast import AT, OPERATOR


@pytest.fixture
def audiences(secretary):
    made = {
        kind: make_audience(name=kind, kind=kind, by=OPERATOR, at=AT) for kind in ("everyone", "signed_in", "named")
    }
    made["other"] = make_audience(name="andre", kind="named", by=OPERATOR, at=AT)
    let_in(user=secretary, audience=made["named"], by=OPERATOR, at=AT)
    return made


@pytest.fixture
def files(audiences):
    rows = [*audiences.items(), ("none", None)]
    for number, (name, audience) in enumerate(rows):
        StoredFile.objects.create(sha256=str(number), name=name, size=0, stored_at=AT, audience=audience)


def _names(user) -> set[str]:
    return set(Audience.objects.filter(pk__in=audiences_of(user)).values_list("name", flat=True))


def test_each_of_the_cast_belongs_to_their_own(audiences, anonymous, outsider, secretary, administrator):
    assert _names(anonymous) == {"everyone"}
    assert _names(outsider) == {"everyone", "signed_in"}
    assert _names(secretary) == {"everyone", "signed_in", "named"}
    assert _names(administrator) == _names(OPERATOR) == {"everyone", "signed_in", "named", "andre"}


def test_only_administrators_read_what_has_no_audience(files, anonymous, outsider, secretary, administrator):
    def read(user):
        return set(readable_by(user, StoredFile.objects.all()).values_list("name", flat=True))

    assert read(anonymous) == {"everyone"}
    assert read(outsider) == {"everyone", "signed_in"}
    assert read(secretary) == {"everyone", "signed_in", "named"}
    assert read(administrator) == {"everyone", "signed_in", "named", "other", "none"}


def test_an_account_that_is_closed_reads_what_everyone_reads(audiences, secretary, administrator):
    User.objects.update(is_active=False)
    for user in User.objects.all():
        assert _names(user) == {"everyone"}
        assert not is_administrator(user)


def test_a_member_stays_one_until_let_out_whatever_the_audience_was_meanwhile(audiences, outsider):
    audience = audiences["other"]
    let_in(user=outsider, audience=audience, by=OPERATOR, at=AT)
    change_readers(audience=audience, kind="everyone", by=OPERATOR, at=AT)
    change_readers(audience=audience, kind="named", by=OPERATOR, at=AT)
    assert "andre" in _names(outsider)
    let_out(user=outsider, audience=audience, by=OPERATOR, at=AT)
    assert "andre" not in _names(outsider)


def test_changing_an_audience_changes_who_reads_without_touching_rows(files, audiences, anonymous):
    change_readers(audience=audiences["signed_in"], kind="everyone", by=OPERATOR, at=AT)
    assert set(readable_by(anonymous, StoredFile.objects.all()).values_list("name", flat=True)) == {
        "everyone",
        "signed_in",
    }


def test_only_administrators_decide_who_reads_what(audiences, outsider, anonymous):
    before = Entry.objects.count()
    for user in (outsider, anonymous):
        with pytest.raises(PermissionDenied):
            make_audience(name="ny", kind="named", by=user, at=AT)
        with pytest.raises(PermissionDenied):
            change_readers(audience=audiences["named"], kind="everyone", by=user, at=AT)
        with pytest.raises(PermissionDenied):
            let_in(user=outsider, audience=audiences["named"], by=user, at=AT)
    assert Entry.objects.count() == before


def test_the_strictest_of_audiences(audiences):
    everyone, signed_in, named, other = (audiences[name] for name in ("everyone", "signed_in", "named", "other"))
    assert strictest([everyone, signed_in]) == signed_in
    assert strictest([named, everyone, named]) == named
    assert strictest([everyone, everyone]) == everyone
    assert strictest([named, other]) is None
    assert strictest([everyone, None]) is None
    assert strictest([]) is None


def test_the_administrator_gets_a_password_that_is_kept_as_a_hash(db):
    assert not administrators_exist()
    password = make_administrator(username="leder", by=OPERATOR, at=AT)
    user = User.objects.get(username="leder")
    assert len(password) == 20
    assert user.check_password(password)
    assert user.password.startswith("argon2")
    assert is_administrator(user)
    assert administrators_exist()
    assert password not in "".join(Entry.objects.values_list("facts", flat=True))


def test_a_second_administrator_of_the_name_is_refused(administrator):
    with pytest.raises(Refused, match="findes allerede"):
        make_administrator(username="administrator", by=OPERATOR, at=AT)


def test_administrators_are_made_at_the_machine_only(administrator):
    with pytest.raises(PermissionDenied):
        make_administrator(username="ny", by=administrator, at=AT)
