"""`raadhus setup`: a folder, a key, tables, the KLE plan and one administrator. Running it again changes nothing."""

import os
import secrets
from pathlib import Path

import click

from raadhus.interfaces.cli.house import open_house


@click.command
@click.option(
    "--administrator",
    "username",
    default="administrator",
    metavar="BRUGERNAVN",
    help="Administratorens brugernavn; ellers »administrator«.",
)
def setup(username: str) -> None:
    """Gør datamappe, nøgle, database, KLE-plan og en lokal administrator klar.

    Datamappen er RAADHUS_DATA (ellers »var«). Administratorens kodeord vises én gang og gemmes ingen steder. Kommandoen
    kan køres igen, også efter en opdatering: Det, der er på plads, røres ikke.
    """
    open_house()
    from django.conf import settings

    _make_folder(settings.DATA)
    _make_key(settings.DATA / "secret_key")
    _make_tables()
    _fill(username)


def _make_folder(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    click.echo(f"Datamappe: {folder}")


def _make_key(path: Path) -> None:
    """Write the key of sessions and signatures for the owner only, unless it is there or in the environment."""
    if path.exists() or os.environ.get("RAADHUS_SECRET_KEY"):
        return
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as stream:
        stream.write(secrets.token_urlsafe(50))
    click.echo("Nøgle: ny")


def _make_tables() -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    click.echo("Database: klar")


def _fill(username: str) -> None:
    from django.utils import timezone

    from raadhus.domains.cases.changes import load_subjects
    from raadhus.foundation.accounts.changes import make_administrator
    from raadhus.foundation.accounts.queries import Operator, administrators_exist

    changed = load_subjects(by=Operator(), at=timezone.now())
    click.echo(f"KLE-plan: {changed} emner er nye eller ændret")
    if administrators_exist():
        click.echo("Administrator: findes")
        return
    password = make_administrator(username=username, by=Operator(), at=timezone.now())
    click.echo(f"Administrator: {username}\nKodeord (vises kun nu): {password}")
