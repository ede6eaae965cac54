"""Commands about a workbook: made, scored, checked, analysed."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ita.cli.group import FILE, ItaCommand, lang_of, tell
from ita.errors import InputError


@click.command(cls=ItaCommand)
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
    tell(made.unread)
    click.echo(f"สร้างสมุดงานแล้ว: {made.path}")
    if made.unmatched:
        click.echo(f"สิ่งที่จับคู่กับปีใหม่ไม่ได้หรือไม่แน่ใจ {len(made.unmatched)} รายการ")
        click.echo(findings.to_text(made.unmatched, lang_of(ctx)))


@click.command(cls=ItaCommand)
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="พิมพ์เป็น JSON ความละเอียดเต็ม")
def score(file: Path, *, as_json: bool) -> None:
    """แสดงคะแนนและระดับจากสมุดงาน"""
    from ita import summary
    from ita.excel.reading import closed

    reading = closed.read(file)
    tell(reading.findings)
    result = summary.summarise(reading.assessment)
    click.echo(summary.to_json(result) if as_json else summary.to_text(result))


@click.command(cls=ItaCommand)
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
    lang = lang_of(ctx)
    click.echo(findings.to_json(found, lang) if as_json else findings.to_text(found, lang))
    if any(one.severity == "error" for one in found):
        sys.exit(1)


@click.command(cls=ItaCommand)
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="พิมพ์เป็น JSON")
def analyse(file: Path, *, as_json: bool) -> None:
    """บอกทางไประดับถัดไป ข้อที่ต่ำสุด และข้อที่เพิ่มคะแนนรวมได้มากที่สุด"""
    from ita import insight
    from ita.excel.reading import closed

    reading = closed.read(file)
    tell(reading.findings)
    found = insight.insight(reading.assessment)
    click.echo(insight.to_json(found) if as_json else insight.to_text(found))
