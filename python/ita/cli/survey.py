"""The command that scores the answers of a survey."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

import click

from ita.cli.group import FILE, ItaCommand, lang_of


@click.command("import", cls=ItaCommand)
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
    lang = lang_of(ctx)
    click.echo(survey.to_json(result, lang) if as_json else survey.to_text(result, lang))
    if result.has_errors:
        sys.exit(1)
