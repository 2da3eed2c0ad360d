"""`raadhus serve`: the site on one address, until Ctrl-C."""

import socket
from typing import Any

import click

from raadhus.interfaces.cli.house import open_house, refuse_unless_set_up

# One process and one writer at a time suit SQLite; the threads wait for it in line (see docs/running.md).
THREADS = 8
IDLE = 600  # seconds until a thread that has nothing to do ends, and its connection to the database with it


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Adressen, der lyttes på.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Porten.")
def serve(host: str, port: int) -> None:
    """Start siden, og lad den køre, til der trykkes Ctrl-C.

    Skal andre maskiner kunne nå den, så stil en webserver med HTTPS foran, og sæt RAADHUS_HOSTS og RAADHUS_HTTPS.
    """
    open_house()
    refuse_unless_set_up()
    _refuse_taken_port(host, port)
    application = _application()
    click.echo(f"Rådhus er åbent på http://{host}:{port}/ – stop med Ctrl-C.")
    _server(host, port, application).serve()


def _refuse_taken_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            sentence = f"{host}:{port} kan ikke bruges ({error.strerror}). Vælg en anden port med --port."
            raise click.ClickException(sentence) from error


def _application() -> str:
    """The site by itself, or with a worker beside it; granian's process loads it, so that the thread starts there."""
    from django.conf import settings

    from raadhus.interfaces.worker.duties import duties

    if not settings.SERVE_WORKS:
        return "raadhus.config.wsgi:application"
    duties()  # a mail server that is set up wrongly is refused here, before the site opens
    return "raadhus.config.serving:application"


def _server(host: str, port: int, application: str) -> Any:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    return Granian(
        application,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        blocking_threads_idle_timeout=IDLE,
        log_level=LogLevels.error,
    )
