"""The command line: the workbook's work for developers, tests and other systems."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Literal

import click

from ita import __version__
from ita.errors import ItaError

FILE = click.Path(path_type=Path)


class ItaGroup(click.Group):
    """Shows every foreseen error as one line in the user's language, with exit code 2 and no traceback."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 (what click returns)
        """Run the command; an ItaError ends the program."""
        try:
            return super().invoke(ctx)
        except ItaError as error:
            click.echo(error.show(ctx.params.get("lang", "th")), err=True)
            ctx.exit(2)


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

    click.echo(f"สร้างสมุดงานแล้ว: {workbooks.new(out, year or workbooks.TEMPLATE_YEAR, source)}")


@main.command()
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="พิมพ์เป็น JSON ความละเอียดเต็ม")
def score(file: Path, *, as_json: bool) -> None:
    """แสดงคะแนนและระดับจากสมุดงาน"""
    from ita import summary
    from ita.excel import closed

    result = summary.summarise(closed.read(file).assessment)
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
    for found in reading.findings:
        click.echo(f"{found.where}: {found.what()} — {found.fix()}", err=True)
    click.echo(f"สร้างรายงานแล้ว: {reports.write(reading.assessment, template, out or file.parent, digits)}")


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
