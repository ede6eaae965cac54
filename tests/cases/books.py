"""The five real reports as the repository ships them, and workbooks made from assessments as a user makes them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from click.testing import CliRunner, Result

from ita import interchange
from ita.assessment import Assessment
from ita.cli import main
from ita.paths import resource

CASES = (
    "srakaeo_2563",
    "thungkracho_2564",
    "khlongnokkrathung_2567",
    "nongphlap_2568",
    "khongchaiphatthana_2568",
)


@cache
def example(case: str) -> Assessment:
    """Return the example of a case as the repository ships it."""
    return interchange.load(resource("workbook", "examples", f"{case}.yaml"))


def book(assessment: Assessment, folder: Path) -> Path:
    """Make the workbook of an assessment from an interchange file, and return its path."""
    source, path = folder / "case.yaml", folder / "case.xlsm"
    source.write_text(interchange.dump(assessment), "utf-8")
    result = run("new", path, "--from", source)
    assert result.exit_code == 0, result.output
    return path


def run(*arguments: object) -> Result:
    """Run the command line with these arguments; whatever it does not foresee is raised."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)
