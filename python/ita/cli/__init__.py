"""The command line: the workbook's work for developers, tests and other systems."""

from __future__ import annotations

from typing import Literal

import click

from ita import __version__
from ita.cli import developer, province, report, survey, workbook
from ita.cli.group import ItaGroup


@click.group(cls=ItaGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ita", help="แสดงรุ่นของโปรแกรม")
@click.option("--lang", type=click.Choice(["th", "en"]), default="th", help="ภาษาของข้อความแจ้งเตือน")
def main(lang: Literal["th", "en"]) -> None:
    """สมุดงานและรายงานการประเมินคุณธรรมและความโปร่งใส (ITA)"""


for _command in (
    workbook.new,
    workbook.score,
    workbook.check,
    workbook.analyse,
    report.report,
    report.lint,
    province.share,
    province.verify,
    survey.import_,
    developer.doctor,
    developer.build,
):
    main.add_command(_command)
