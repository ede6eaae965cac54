"""How every command behaves: its help is Thai, and what it foresees is one line and no traceback."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from ita.errors import InputError, ItaError
from ita.findings import Finding
from ita.messages import Lang

FILE = click.Path(path_type=Path)

_HEADINGS = {"Options": "ตัวเลือก", "Commands": "คำสั่ง"}
_OPTIONS, _COMMAND = "[ตัวเลือก]", "คำสั่ง [...]"
_REQUIRED = {"[required]": "[ต้องระบุ]"}


class _ThaiFormatter(click.HelpFormatter):
    """Writes click's own English words in Thai."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how to type the command."""
        super().write_usage(prog, args, "วิธีใช้: " if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """Write the heading of a list."""
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write a list of options or commands."""
        super().write_dl([(name, _in_thai(text)) for name, text in rows], col_max, col_spacing)


def _in_thai(text: str) -> str:
    for english, thai in _REQUIRED.items():
        text = text.replace(english, thai)
    return text


class _ThaiContext(click.Context):
    formatter_class = _ThaiFormatter


class ItaCommand(click.Command):
    """A command whose help is Thai."""

    context_class = _ThaiContext

    def __init__(self, *args: Any, options_metavar: str = _OPTIONS, **kwargs: Any) -> None:  # noqa: ANN401 (what click takes)
        super().__init__(*args, options_metavar=options_metavar, **kwargs)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows the help."""
        return _explained(super().get_help_option(ctx))

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the first paragraph for the list of commands, whole: click would cut a Thai sentence anywhere."""
        del limit
        return " ".join((self.help or "").split("\n\n")[0].split())


def _explained(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "แสดงวิธีใช้"
    return option


class ItaGroup(click.Group):
    """Shows every foreseen error as one line in the user's language, with exit code 2 and no traceback."""

    context_class = _ThaiContext

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (what click takes)
        super().__init__(*args, options_metavar=_OPTIONS, subcommand_metavar=_COMMAND, **kwargs)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows the help."""
        return _explained(super().get_help_option(ctx))

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:  # noqa: ANN401 (what click takes)
        """Read the options before the command."""
        try:
            return super().make_context(*args, **kwargs)
        except click.UsageError as error:
            raise _stopped(error, "th") from error

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 (what click returns)
        """Run the command; an ItaError or a mistyped command ends the program."""
        try:
            return super().invoke(ctx)
        except (ItaError, click.UsageError) as error:
            raise _stopped(error, ctx.params["lang"]) from error


def _stopped(error: ItaError | click.UsageError, lang: Lang) -> Exception:
    """Show an error and return what ends the program; a bare ``ita`` shows the help instead."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error
    shown = error if isinstance(error, ItaError) else _mistyped(error, lang)
    click.echo(shown.show(lang), err=True)
    return click.exceptions.Exit(2)


def _mistyped(error: click.UsageError, lang: Lang) -> InputError:
    """Return a mistyped command line as an error; click's own sentence is English, so Thai names what it is about."""
    if lang == "en":
        return InputError("cli.usage", detail=error.format_message())
    if isinstance(error, click.NoSuchOption):
        return InputError("cli.usage", detail=f"ไม่มีตัวเลือก {error.option_name}")
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param else ""
        return InputError("cli.usage", detail=f"ยังไม่ได้ระบุ {name}".strip())
    if isinstance(error, click.BadParameter):
        name = error.param.opts[0] if error.param else ""
        return InputError("cli.usage", detail=f"ค่าของ {name} ไม่ถูกต้อง")
    quoted = re.search(r"'([^']*)'", error.format_message())
    word = quoted[1] if quoted else ""
    return InputError("cli.usage", detail=f"ไม่รู้จัก {word}" if word else "ระบุชื่อแฟ้มหรือตัวเลือกเกินหรือขาดไป")


def lang_of(ctx: click.Context) -> Lang:
    """Return the language that was asked for."""
    lang: Lang = ctx.find_root().params["lang"]
    return lang


def tell(findings: Iterable[Finding]) -> None:
    """Show cells that could not be read on stderr, one line each."""
    lang = lang_of(click.get_current_context())
    for found in findings:
        click.echo(f"{found.where}: {found.what(lang)} — {found.fix(lang)}", err=True)
