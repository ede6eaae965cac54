"""Commands about the copy that goes to the province."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ita.cli.group import FILE, ItaCommand, lang_of


@click.command(cls=ItaCommand)
@click.argument("file", type=FILE)
@click.option("--out", type=FILE, help="แฟ้ม .xlsx หรือโฟลเดอร์ของสำเนา หากไม่ระบุจะวางไว้ข้างสมุดงาน")
def share(file: Path, out: Path | None) -> None:
    """ทำสำเนาสำหรับจังหวัด (.xlsx) เป็นค่าคงที่ ไม่มีสูตรและคำสั่งอัตโนมัติ พร้อมตราผนึก ไม่เขียนทับแฟ้มเดิม

    ตราผนึกใช้ดูว่าแฟ้มถูกแก้ไขหรือไม่ ไม่ใช่ลายมือชื่ออิเล็กทรอนิกส์
    """
    from ita import sharing

    click.echo(f"ทำสำเนาแล้ว: {sharing.share(file, out)}")


@click.command(cls=ItaCommand)
@click.argument("file", type=FILE)
@click.option("--report", type=FILE, help="รายงาน Word ที่ต้องการเปรียบเทียบกับแฟ้มนี้")
@click.pass_context
def verify(ctx: click.Context, file: Path, report: Path | None) -> None:
    """ตรวจว่าสำเนายังตรงกับตราผนึก และรายงานสร้างจากตัวเลขชุดเดียวกัน จบด้วยรหัส 1 เมื่อไม่ตรงหรือยืนยันไม่ได้

    ตราผนึกใช้ดูว่าแฟ้มถูกแก้ไขหรือไม่ ไม่ใช่ลายมือชื่ออิเล็กทรอนิกส์ ผู้ที่ตั้งใจปลอมแปลงทำตราผนึกใหม่ได้
    """
    from ita import sharing

    verdict = sharing.verify(file, report)
    click.echo(verdict.text(lang_of(ctx)))
    if not verdict.ok:
        sys.exit(1)
