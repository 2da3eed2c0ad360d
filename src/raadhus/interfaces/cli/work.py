"""`raadhus work`: do what waits, until Ctrl-C or until nothing waits."""

import signal
import threading
from typing import Any

import click

from raadhus.interfaces.cli.house import open_house, refuse_unless_set_up


@click.command
@click.option("--once", is_flag=True, help="Gør det, der venter nu, og slut.")
def work(once: bool) -> None:
    """Gør det, der venter: send mails og påmindelser.

    »raadhus serve« gør det selv, medmindre RAADHUS_WORKER er »off«. Flere kan arbejde på én gang, og en, der bliver
    afbrudt, taber intet og sender intet to gange. Ctrl-C slutter, når det, der er i gang, er gjort.
    """
    open_house()
    refuse_unless_set_up()
    from raadhus.interfaces.worker.run import make_worker

    worker = make_worker()
    if "send_mail" not in worker.duties:
        click.echo("Der er ikke sat en mailserver op (RAADHUS_SMTP_URL); mails bliver i udbakken.")
    if once:
        _tell(worker.work_off())
        return
    stop = _stop_on_signals()
    click.echo("Arbejder på det, der venter – stop med Ctrl-C.")
    worker.keep_working(stop.is_set, stop.wait)


def _tell(told: dict[str, int]) -> None:
    click.echo(f"Gjort: {told['done']}. Udsat: {told['off']}. Fejlet: {told['failed']}.")


def _stop_on_signals() -> threading.Event:
    stop = threading.Event()

    def end(_signal: int, _frame: Any) -> None:
        stop.set()

    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, end)
    return stop
