"""A forum whose people write: the same as the live side's own tests have, with a browser for each of them."""

from django.test import Client

from raadhus.domains.proceedings.models import Proposal, Text
from raadhus.foundation.accounts.models import User
from tests.domains.proceedings.cast import House


def browser_of(user: User) -> Client:
    """Signed in as `user`."""
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def account_of(proposal: Proposal) -> Text:
    """The text in which the case is told."""
    return Text.objects.get(proposal=proposal, kind="account")


def autosave(client: Client, text: Text, html: str, revision: int):
    """What the editor's script sends."""
    return client.post(f"/skriv/{text.pk}/gem/", {"html": html, "revision": revision}, content_type="application/json")


__all__ = ["House", "account_of", "autosave", "browser_of"]
