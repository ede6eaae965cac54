"""Adding a fiscal year means adding one file, and the guide's example is such a file."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import ita
from ita.criteria import decode
from ita.paths import resource

PACKAGE = Path(ita.__file__).parent
GUIDE = resource("docs", "add-a-fiscal-year.md")
NEW_YEAR = 2570
YEAR = re.compile(r"25[6-9]\d")

ALLOWED = {
    ("workbooks.py", "2568"): "the year of the blank template",
    ("excel/functions.py", "ปีงบประมาณ (พ.ศ.) ของการประเมิน เช่น 2568"): "an example in a help text",
    ("interchange_rules.py", "report_date ต้องเป็นวันที่จริงแบบ ปี พ.ศ.-เดือน-วัน เช่น 2568-10-15"): "an example in a message",
}
"""Years that Python files may write outside docstrings, and why; all rules of a year belong in its TOML file."""

USE = """
from ita import criteria, rating, scoring
from ita.assessment import Given
rules = criteria.load(2570)
given = Given(questions={"i1": 90, "i2": 80, "e1": (80, 90), "e2": (100, 90), "o1": 100, "o2": 100, "o3": 100})
scores = scoring.score(rules, given)
estimate = criteria.load_estimate(2570)
print(criteria.years()[-1], scores.used("total"), rating.level(rules, scores).used, rating.level(estimate, scores).used)
print(criteria.previous_code(2570, "o2"), all(indicator.purpose for indicator in rules.indicators))
"""


def example() -> str:
    """Return the criteria file that the guide prints."""
    return re.findall(r"```toml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)[0]


def test_the_guide_shows_a_sound_file() -> None:
    """The guide's example decodes without a fault and is of the new year."""
    assert decode(example(), "2570.toml").fiscal_year == NEW_YEAR


def test_a_new_year_is_one_new_file(tmp_path: Path) -> None:
    """In a copy of the package with one file more, the new year is listed, scored, estimated and compared."""
    shutil.copytree(PACKAGE, tmp_path / "ita", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "ita" / "criteria" / f"{NEW_YEAR}.toml").write_text(example(), "utf-8")
    environment = os.environ | {"PYTHONPATH": str(tmp_path), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", USE]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "2570 92.5 None ผ่านดี",
        "('o25', 'likely') True",
    ]


def written_years(path: Path) -> Iterator[str]:
    """Yield every number or text in a Python file, docstrings aside, that writes a fiscal year."""
    tree = ast.parse(path.read_text("utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in prose and isinstance(node.value, int | str):
            text = str(node.value)
            if YEAR.search(text):
                yield text


def test_no_year_is_written_into_the_code() -> None:
    """No Python file outside the criteria names a fiscal year, but for those allowed here with a reason."""
    files = [path for path in sorted(PACKAGE.rglob("*.py")) if path.parent.name != "criteria"]
    found = {(path.relative_to(PACKAGE).as_posix(), text) for path in files for text in written_years(path)}
    assert found - set(ALLOWED) == set()
