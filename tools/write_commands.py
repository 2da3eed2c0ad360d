"""Writes docs/commands.md from the commands' own help; with --check only says whether it is up to date."""

import sys
from pathlib import Path

import click

from raadhus.interfaces.cli.main import main

PAGE = Path(__file__).resolve().parent.parent / "docs" / "commands.md"
HEAD = "# Kommandoer\n\nSkrevet af `make docs` ud fra kommandoernes egen hjælp.\n"


def page() -> str:
    """The whole page: a section for each command with its help as it is printed."""
    with click.Context(main, info_name="raadhus") as root:
        return "\n".join([HEAD, *(_section(root, name) for name in main.list_commands(root))])


def _section(root: click.Context, name: str) -> str:
    command = main.get_command(root, name)
    assert command is not None
    with command.context_class(command, info_name=name, parent=root, terminal_width=100) as context:
        return f"## raadhus {name}\n\n```\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(0 if PAGE.read_text() == page() else "docs/commands.md is out of date; run make docs")
    PAGE.write_text(page())
