"""The address in a mail where its receiver stops more of the kind without signing in; signed, so only we make it."""

from typing import Any

from django.conf import settings
from django.core import signing
from django.urls import reverse

_SALT = "raadhus.mail.stop"


def stop_address(user: Any, mail_list: str) -> str:
    """Where `user` stops `mail_list`; good for as long as the site's key is."""
    signed = signing.dumps([user.pk, mail_list], salt=_SALT)
    return f"{settings.SITE_URL}{reverse('stop_mails', args=[signed])}"


def stopped_by(signed: str) -> tuple[int, str] | None:
    """The user's id and the list that `signed` was made for; None where we did not make it."""
    try:
        user_pk, mail_list = signing.loads(signed, salt=_SALT)
    except signing.BadSignature:
        return None
    return user_pk, mail_list
