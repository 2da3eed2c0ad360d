"""The `raadhus` command. A command's module is imported when it is called, so that `raadhus read` needs no database."""

import click

from raadhus.interfaces.cli.danish import LazyGroup

# One line a command: its name and where it is, "module:function".
COMMANDS = {
    "digests": "raadhus.interfaces.cli.digests:digests",
    "import": "raadhus.interfaces.cli.import_minutes:import_minutes",
    "pdf": "raadhus.interfaces.cli.pdf:pdf",
    "read": "raadhus.interfaces.cli.read:read",
    "serve": "raadhus.interfaces.cli.serve:serve",
    "setup": "raadhus.interfaces.cli.setup:setup",
    "verify": "raadhus.interfaces.cli.verify:verify",
    "work": "raadhus.interfaces.cli.work:work",
}


@click.command(cls=LazyGroup, name="raadhus", places=COMMANDS)
def main() -> None:
    """Rådhus: dagsordener, referater og det, der blev lovet."""
