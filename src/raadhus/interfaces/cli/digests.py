"""`raadhus digests`: who would have which digest of promises on a day. Nothing is written or sent."""

from datetime import datetime

import click

from raadhus.interfaces.cli.house import open_house, refuse_unless_set_up


@click.command
@click.option("--on", metavar="DAG", type=click.DateTime(["%Y-%m-%d"]), help="Dagen som 2026-11-23. Uden: i dag.")
@click.option("--text", is_flag=True, help="Vis hele mailen, ikke kun emnet.")
def digests(on: datetime | None, text: bool) -> None:
    """Vis, hvem der får hvilken oversigt over løfter en dag. Intet skrives, og intet sendes.

    Oversigterne sendes af sig selv af »raadhus serve« eller »raadhus work« på de dage, som forummerne har valgt, og på
    den næste dag, hvis den er stille. Løfterne er, som de står nu, også når dagen er en anden.
    """
    open_house()
    refuse_unless_set_up()
    from datetime import timedelta

    from django.utils import timezone

    from raadhus.domains.proceedings.queries.digests import digests_on
    from raadhus.domains.proceedings.queries.reminded import house_on
    from raadhus.interfaces.worker.digesting import letter_of

    day = on.date() if on else timezone.localdate()
    house = house_on(day, looked=day - timedelta(days=1))
    if not house.turns:
        click.echo(f"{day}: Ingen oversigter den dag; den er stille, eller intet forum har valgt den.")
        return
    told = digests_on(house)
    for digest in told:
        _stop, (subject, words) = letter_of(digest)
        click.echo(f"{digest.user} <{digest.user.email or 'ingen mailadresse'}>: {subject}")
        if text:
            click.echo("\n".join(f"    {line}" for line in words.splitlines()))
    click.echo(f"{day}: {len(told)} {'oversigt' if len(told) == 1 else 'oversigter'}.")
