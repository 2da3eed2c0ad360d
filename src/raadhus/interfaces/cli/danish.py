"""Click in Danish: headings, help and errors, for every command of the group without a word from the command."""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from raadhus.pure.kernel.errors import Refused

_HEADINGS = {"Options": "Tilvalg", "Commands": "Kommandoer"}
_HELP = "Vis denne hjælp."


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args.replace("[OPTIONS]", "[TILVALG]"), prefix or "Brug: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))


class _Context(click.Context):
    formatter_class = _Formatter


class LazyGroup(click.Group):
    """Commands by name and place ("module:function"), imported when called; a `Refused` is said, with status 1."""

    context_class = _Context

    def __init__(self, *args: Any, places: dict[str, str], **settings: Any) -> None:
        super().__init__(*args, **settings, subcommand_metavar="KOMMANDO [ARGUMENTER]…")
        self._places = places
        _speak_danish(self)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(self._places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._places:
            return None
        module, _, function = self._places[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), function)
        _speak_danish(command)
        return command

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, **settings: Any) -> Any:
        if not settings.pop("standalone_mode", True):
            return super().main(args, prog_name, standalone_mode=False, **settings)
        try:
            status = super().main(args, prog_name, standalone_mode=False, **settings)
        except Refused as refused:
            _end(str(refused), 1)
        except click.ClickException as error:
            _end(_sentence(error), error.exit_code)
        except click.Abort:
            _end("Afbrudt.", 130)
        sys.exit(status if isinstance(status, int) else 0)


def _speak_danish(command: click.Command) -> None:
    command.context_class = _Context
    if command.add_help_option:
        command.add_help_option = False
        click.help_option("--help", "-h", help=_HELP)(command)


def _end(sentence: str, status: int) -> None:
    click.echo(sentence, err=True)
    sys.exit(status)


def _sentence(error: click.ClickException) -> str:
    """What is wrong with what was typed, and how to see what could be."""
    what = _what(error)
    if not isinstance(error, click.UsageError) or error.ctx is None:
        return what
    return f"{what} Skriv »{error.ctx.command_path} --help« for at se, hvad der kan skrives."


def _what(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        return f"Tilvalget {error.option_name} findes ikke."
    if isinstance(error, click.MissingParameter):
        return f"Der mangler {_name(error)}."
    if isinstance(error, click.BadParameter):
        return f"{_name(error)} er ikke gyldig."
    if isinstance(error, click.UsageError) and isinstance(error.ctx and error.ctx.command, click.Group):
        return "Kommandoen findes ikke, eller der mangler en."
    return error.format_message()


def _name(error: click.BadParameter) -> str:
    parameter = error.param
    if parameter is None or error.ctx is None:
        return "noget"
    return parameter.opts[0] if isinstance(parameter, click.Option) else parameter.make_metavar(error.ctx)
