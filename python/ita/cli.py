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
ALL = "all"
"""The name that stands for every template."""


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
@click.option("--previous", type=FILE, help="สมุดงานของปีก่อน เพื่อนำข้อมูลมาตั้งต้น")
@click.pass_context
def new(ctx: click.Context, out: Path, year: int | None, source: Path | None, previous: Path | None) -> None:
    """สร้างสมุดงานใหม่ของหน่วยงานหนึ่งและปีงบประมาณหนึ่ง"""
    from ita import findings, workbooks

    if previous is not None and source is not None:
        raise InputError("cli.usage", detail="--from กับ --previous ใช้พร้อมกันไม่ได้")
    if previous is None:
        path = workbooks.new(out, workbooks.TEMPLATE_YEAR if year is None else year, source)
        click.echo(f"สร้างสมุดงานแล้ว: {path}")
        return
    made = workbooks.next_year(previous, out, year)
    _tell(made.unread)
    click.echo(f"สร้างสมุดงานแล้ว: {made.path}")
    if made.unmatched:
        click.echo(f"สิ่งที่จับคู่กับปีใหม่ไม่ได้หรือไม่แน่ใจ {len(made.unmatched)} รายการ")
        click.echo(findings.to_text(made.unmatched, ctx.find_root().params["lang"]))


@main.command()
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="พิมพ์เป็น JSON ความละเอียดเต็ม")
def score(file: Path, *, as_json: bool) -> None:
    """แสดงคะแนนและระดับจากสมุดงาน"""
    from ita import summary
    from ita.excel.reading import closed

    reading = closed.read(file)
    _tell(reading.findings)
    result = summary.summarise(reading.assessment)
    click.echo(summary.to_json(result) if as_json else summary.to_text(result))


@main.command()
@click.argument("file", type=FILE)
@click.option("--template", default="analysis_by_tool", help="ชื่อแม่แบบใน docx_templates หรือ all สำหรับทุกแบบ")
@click.option("--out", type=FILE, help="แฟ้มหรือโฟลเดอร์ของรายงาน หากไม่ระบุจะวางไว้ข้างสมุดงาน")
@click.option("--digits", type=click.Choice(["thai", "arabic"]), default="thai", help="ตัวเลขในรายงาน")
@click.option("--pdf", "as_pdf", is_flag=True, help="สร้าง PDF ไว้ข้างรายงานด้วย (ใช้ Word หรือ LibreOffice)")
@click.pass_context
def report(
    ctx: click.Context, file: Path, template: str, out: Path | None, digits: Literal["thai", "arabic"], *, as_pdf: bool
) -> None:
    """สร้างรายงาน Word จากสมุดงาน จบด้วยรหัส 1 เมื่อบางแบบสร้างไม่สำเร็จ"""
    from ita import reports
    from ita.excel.reading import closed

    reading = closed.read(file)
    _tell(reading.findings)
    own = reports.own_folder(file)
    if template == ALL:
        written = reports.write_all(reading.assessment, out or file.parent, digits, own)
    else:
        path = reports.write(reading.assessment, template, out or file.parent, digits, own)
        written = reports.Written((path,), ())
    for path in written.paths:
        click.echo(f"สร้างรายงานแล้ว: {path}")
    for path in written.paths if as_pdf else ():
        click.echo(f"สร้าง PDF แล้ว: {reports.write_pdf(path)}")
    for info, error in written.failed:
        click.echo(f"{info.title}: {error.show(ctx.find_root().params['lang'])}", err=True)
    if written.failed:
        sys.exit(1)


@main.command()
@click.argument("template", type=FILE)
@click.option("--comments", type=FILE, help="สร้างสำเนาที่มีข้อคิดเห็นของ Word ตรงจุดที่ผิด")
@click.pass_context
def lint(ctx: click.Context, template: Path, comments: Path | None) -> None:
    """บอกที่ผิดทุกแห่งในแม่แบบรายงาน จบด้วยรหัส 1 เมื่อพบ"""
    from ita.word import lint as linter
    from ita.word.lint import comments as word_comments

    faults = linter.lint(template)
    lang: Lang = ctx.find_root().params["lang"]
    for fault in faults:
        click.echo(fault.show(lang))
    if comments is not None:
        word_comments.write(template, faults, comments)
        click.echo(f"สร้างสำเนาพร้อมข้อคิดเห็นแล้ว: {comments}")
    if faults:
        sys.exit(1)
    click.echo(f"แม่แบบใช้ได้ ไม่พบที่ผิด: {template}")


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
    from ita.excel.reading import closed, damage

    reading = closed.read(file)
    year_rules = rules.of(reading.assessment)
    checked = checks.check(year_rules, reading.assessment, reading.places)
    damaged = damage.examine(file, reading.assessment)
    found = findings.errors_first([*reading.findings, *checked, *damaged])
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
    from ita.excel.reading import closed

    reading = closed.read(file)
    _tell(reading.findings)
    found = insight.insight(reading.assessment)
    click.echo(insight.to_json(found) if as_json else insight.to_text(found))


@main.command()
@click.argument("file", type=FILE)
@click.option("--out", type=FILE, help="แฟ้ม .xlsx หรือโฟลเดอร์ของสำเนา หากไม่ระบุจะวางไว้ข้างสมุดงาน")
def share(file: Path, out: Path | None) -> None:
    """ทำสำเนาสำหรับจังหวัด (.xlsx) เป็นค่าคงที่ ไม่มีสูตรและคำสั่งอัตโนมัติ พร้อมตราผนึก ไม่เขียนทับแฟ้มเดิม

    ตราผนึกใช้ดูว่าแฟ้มถูกแก้ไขหรือไม่ ไม่ใช่ลายมือชื่ออิเล็กทรอนิกส์
    """
    from ita import sharing

    click.echo(f"ทำสำเนาแล้ว: {sharing.share(file, out)}")


@main.command()
@click.argument("file", type=FILE)
@click.option("--report", type=FILE, help="รายงาน Word ที่ต้องการเปรียบเทียบกับแฟ้มนี้")
@click.pass_context
def verify(ctx: click.Context, file: Path, report: Path | None) -> None:
    """ตรวจว่าสำเนายังตรงกับตราผนึก และรายงานสร้างจากตัวเลขชุดเดียวกัน จบด้วยรหัส 1 เมื่อไม่ตรงหรือยืนยันไม่ได้

    ตราผนึกใช้ดูว่าแฟ้มถูกแก้ไขหรือไม่ ไม่ใช่ลายมือชื่ออิเล็กทรอนิกส์ ผู้ที่ตั้งใจปลอมแปลงทำตราผนึกใหม่ได้
    """
    from ita import sharing

    verdict = sharing.verify(file, report)
    click.echo(verdict.text(ctx.find_root().params["lang"]))
    if not verdict.ok:
        sys.exit(1)


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
def doctor() -> None:
    """ตรวจว่าเครื่องนี้พร้อมใช้งานหรือไม่ บอกสิ่งที่ขาดและวิธีแก้ จบด้วยรหัส 1 เมื่อมีเรื่องที่ต้องแก้"""
    from ita import doctor as examiner

    facts = examiner.gather()
    click.echo(examiner.examine(facts))
    if not examiner.is_well(facts):
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
