"""Opening the house for commands that need its database."""

import os

import click


def open_house() -> None:
    """Start Django; afterwards modules with models may be imported."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "raadhus.config.settings")
    django.setup()


def refuse_unless_set_up() -> None:
    """End the command with a sentence where `raadhus setup` has not been run on this version's tables."""
    from django.db import OperationalError, ProgrammingError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except (OperationalError, ProgrammingError) as error:
        raise click.ClickException("Databasen kan ikke åbnes; kør »raadhus setup« først.") from error
    if waiting:
        raise click.ClickException("Databasen er ikke sat op til denne udgave; kør »raadhus setup« først.")
