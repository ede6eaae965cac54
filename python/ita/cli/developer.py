"""Commands about this computer and the files that are built from the sources."""

from __future__ import annotations

import sys

import click

from ita.cli.group import ItaCommand


@click.command(cls=ItaCommand)
def doctor() -> None:
    """ตรวจว่าเครื่องนี้พร้อมใช้งานหรือไม่ บอกสิ่งที่ขาดและวิธีแก้ จบด้วยรหัส 1 เมื่อมีเรื่องที่ต้องแก้"""
    from ita import doctor as examiner

    facts = examiner.gather()
    click.echo(examiner.examine(facts))
    if not examiner.is_well(facts):
        sys.exit(1)


@click.command(cls=ItaCommand)
@click.option("--check", is_flag=True, help="ตรวจว่าแฟ้มในคลังตรงกับที่สร้างใหม่ โดยไม่เขียนทับ")
def build(*, check: bool) -> None:
    """สร้างแม่แบบและตัวอย่างใหม่จากซอร์ส (สำหรับผู้พัฒนา)"""
    from ita import artefacts

    stale = artefacts.refresh(write=not check)
    for path in stale:
        click.echo(f"{'ไม่ตรงกับที่สร้างใหม่' if check else 'สร้างแล้ว'}: {path}")
    if check and stale:
        sys.exit(1)
