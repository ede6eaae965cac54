"""The command line: the workbook's work for developers, tests and other systems."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

import click

from ita import __version__
from ita.errors import InputError, ItaError
from ita.findings import Finding
from ita.messages import Lang

FILE = click.Path(path_type=Path)


class ItaGroup(click.Group):
    """Shows every foreseen error as one line in the user's language, with exit code 2 and no traceback."""

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


@click.group(cls=ItaGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ita")
@click.option("--lang", type=click.Choice(["th", "en"]), default="th", help="ภาษาของข้อความแจ้งเตือน")
def main(lang: Literal["th", "en"]) -> None:
    """สมุดงานและรายงานการประเมินคุณธรรมและความโปร่งใส (ITA)"""


@main.command()
@click.argument("out", type=FILE)
@click.option("--year", type=int, help="ปีงบประมาณ พ.ศ. (เมื่อไม่ใช้ --from)")
@click.option("--from", "source", type=FILE, help="แฟ้มข้อมูล YAML หรือ JSON ตาม docs/interchange.md")
def new(out: Path, year: int | None, source: Path | None) -> None:
    """สร้างสมุดงานใหม่ของหน่วยงานหนึ่งและปีงบประมาณหนึ่ง"""
    from ita import workbooks

    click.echo(f"สร้างสมุดงานแล้ว: {workbooks.new(out, workbooks.TEMPLATE_YEAR if year is None else year, source)}")


@main.command()
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="พิมพ์เป็น JSON ความละเอียดเต็ม")
def score(file: Path, *, as_json: bool) -> None:
    """แสดงคะแนนและระดับจากสมุดงาน"""
    from ita import summary
    from ita.excel import closed

    reading = closed.read(file)
    _tell(reading.findings)
    result = summary.summarise(reading.assessment)
    click.echo(summary.to_json(result) if as_json else summary.to_text(result))


@main.command()
@click.argument("file", type=FILE)
@click.option("--template", default="analysis_by_tool", help="ชื่อแม่แบบใน docx_templates")
@click.option("--out", type=FILE, help="แฟ้มรายงาน หากไม่ระบุจะวางไว้ข้างสมุดงาน")
@click.option("--digits", type=click.Choice(["thai", "arabic"]), default="thai", help="ตัวเลขในรายงาน")
def report(file: Path, template: str, out: Path | None, digits: Literal["thai", "arabic"]) -> None:
    """สร้างรายงาน Word จากสมุดงาน"""
    from ita import reports
    from ita.excel import closed

    reading = closed.read(file)
    _tell(reading.findings)
    click.echo(f"สร้างรายงานแล้ว: {reports.write(reading.assessment, template, out or file.parent, digits)}")


def _tell(findings: Iterable[Finding]) -> None:
    """Show cells that could not be read on stderr, one line each."""
    lang = click.get_current_context().find_root().params["lang"]
    for found in findings:
        click.echo(f"{found.where}: {found.what(lang)} — {found.fix(lang)}", err=True)


@main.command()
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="พิมพ์เป็น JSON")
@click.pass_context
def check(ctx: click.Context, file: Path, *, as_json: bool) -> None:
    """บอกสิ่งที่ขาดหรือผิดในสมุดงาน จบด้วยรหัส 1 เมื่อพบข้อผิดพลาด"""
    from ita import checks, findings, rules
    from ita.excel import closed

    reading = closed.read(file)
    year_rules = rules.of(reading.assessment)
    checked = checks.check(year_rules, reading.assessment, reading.places)
    found = findings.errors_first([*reading.findings, *checked])
    lang: Lang = ctx.find_root().params["lang"]
    click.echo(findings.to_json(found, lang) if as_json else findings.to_text(found, lang))
    if any(one.severity == "error" for one in found):
        sys.exit(1)


@main.command()
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="พิมพ์เป็น JSON")
def analyse(file: Path, *, as_json: bool) -> None:
    """บอกทางไประดับถัดไป ข้อที่ต่ำสุด และข้อที่เพิ่มคะแนนรวมได้มากที่สุด"""
    from ita import insight
    from ita.excel import closed

    reading = closed.read(file)
    _tell(reading.findings)
    found = insight.insight(reading.assessment)
    click.echo(insight.to_json(found) if as_json else insight.to_text(found))


@main.command("import")
@click.argument("answers", type=FILE)
@click.option("--tool", required=True, help="แบบสำรวจ: IIT, EIT, EIT1 หรือ EIT2")
@click.option("--year", type=int, required=True, help="ปีงบประมาณ พ.ศ.")
@click.option("--minimum", type=click.IntRange(min=0), help="จำนวนผู้ตอบขั้นต่ำ")
@click.option("--agencies", help="ประเภทหน่วยงาน เพื่อใช้จำนวนขั้นต่ำของปีนั้น")
@click.option("--stakeholders", type=click.IntRange(min=0), help="จำนวนผู้มีส่วนได้ส่วนเสีย สำหรับขั้นต่ำที่คิดเป็นร้อยละ")
@click.option(
    "--numbers",
    type=click.Choice(["auto", "position", "points"]),
    default="auto",
    help="ความหมายของคำตอบที่เป็นตัวเลข: ลำดับของตัวเลือก หรือคะแนนที่ได้แล้ว",
)
@click.option("--option", "options", multiple=True, help="ความหมายของข้อความ เช่น ไม่มีเลย=1 (ลำดับของตัวเลือก)")
@click.option("--json", "as_json", is_flag=True, help="พิมพ์เป็น JSON ความละเอียดเต็ม")
@click.pass_context
def import_(
    ctx: click.Context,
    answers: Path,
    tool: str,
    year: int,
    minimum: int | None,
    agencies: str | None,
    stakeholders: int | None,
    numbers: Literal["auto", "position", "points"],
    options: tuple[str, ...],
    *,
    as_json: bool,
) -> None:
    """คิดคะแนนรายข้อจากคำตอบของผู้ตอบ (CSV หรือ XLSX) จบด้วยรหัส 1 เมื่อมีคำตอบหรือคอลัมน์ที่อ่านไม่ได้"""
    from ita import answers as survey
    from ita import criteria

    rules = criteria.load(year)
    if minimum is None and agencies is not None:
        minimum = survey.needed(rules, tool, agencies, stakeholders)
    table, meanings = survey.read(answers), survey.meanings(options)
    result = survey.score(rules, tool, table, minimum=minimum, numbers=numbers, meanings=meanings)
    lang: Lang = ctx.find_root().params["lang"]
    click.echo(survey.to_json(result, lang) if as_json else survey.to_text(result, lang))
    if result.has_errors:
        sys.exit(1)


@main.command()
@click.option("--check", is_flag=True, help="ตรวจว่าแฟ้มในคลังตรงกับที่สร้างใหม่ โดยไม่เขียนทับ")
def build(*, check: bool) -> None:
    """สร้างแม่แบบและตัวอย่างใหม่จากซอร์ส (สำหรับผู้พัฒนา)"""
    from ita import artefacts

    stale = artefacts.refresh(write=not check)
    for path in stale:
        click.echo(f"{'ไม่ตรงกับที่สร้างใหม่' if check else 'สร้างแล้ว'}: {path}")
    if check and stale:
        sys.exit(1)
