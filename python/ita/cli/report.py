"""Commands about the Word reports and their templates."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

import click

from ita.cli.group import FILE, ItaCommand, lang_of, tell

ALL = "all"
"""The name that stands for every template."""


@click.command(cls=ItaCommand)
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
    tell(reading.findings)
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
        click.echo(f"{info.title}: {error.show(lang_of(ctx))}", err=True)
    if written.failed:
        sys.exit(1)


@click.command(cls=ItaCommand)
@click.argument("template", type=FILE)
@click.option("--comments", type=FILE, help="สร้างสำเนาที่มีข้อคิดเห็นของ Word ตรงจุดที่ผิด")
@click.pass_context
def lint(ctx: click.Context, template: Path, comments: Path | None) -> None:
    """บอกที่ผิดทุกแห่งในแม่แบบรายงาน จบด้วยรหัส 1 เมื่อพบ"""
    from ita.word import lint as linter
    from ita.word.lint import comments as word_comments

    faults = linter.lint(template)
    lang = lang_of(ctx)
    for fault in faults:
        click.echo(fault.show(lang))
    if comments is not None:
        word_comments.write(template, faults, comments)
        click.echo(f"สร้างสำเนาพร้อมข้อคิดเห็นแล้ว: {comments}")
    if faults:
        sys.exit(1)
    click.echo(f"แม่แบบใช้ได้ ไม่พบที่ผิด: {template}")
