"""Help a Cosmic Ray session (``docs/mutation-testing.md``) with what its own commands lack.

``python tools/mutation.py trim SESSION`` takes out the mutants inside annotations, which nothing evaluates;
``python tools/mutation.py count SESSION`` prints, for each file, how many were killed, and every survivor.
"""

from __future__ import annotations

import ast
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path

_RESULTS = """
    SELECT module_path, start_pos_row, start_pos_col, operator_name, occurrence, COALESCE(test_outcome, 'PENDING')
    FROM mutation_specs LEFT JOIN work_results USING (job_id) ORDER BY module_path, start_pos_row, start_pos_col
"""


def hints(source: str) -> Iterator[ast.expr]:
    """Yield every annotation of a module: of arguments, of what functions return, and of variables."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.arg(annotation=ast.expr() as found) | ast.AnnAssign(annotation=found):
                yield found
            case ast.FunctionDef(returns=ast.expr() as found):
                yield found
            case _:
                pass


def is_annotation(source: str, row: int, column: int) -> bool:
    """Whether a place (line from 1, column from 0) lies inside an annotation."""
    return any(
        (found.lineno, found.col_offset) <= (row, column) < (found.end_lineno or 0, found.end_col_offset or 0)
        for found in hints(source)
    )


def trim(session: sqlite3.Connection) -> None:
    """Delete the mutants inside annotations."""
    places = session.execute("SELECT job_id, module_path, start_pos_row, start_pos_col FROM mutation_specs").fetchall()
    idle = [(job,) for job, path, row, column in places if is_annotation(Path(path).read_text("utf-8"), row, column)]
    for table in ("work_results", "mutation_specs", "work_items"):
        session.executemany(f"DELETE FROM {table} WHERE job_id = ?", idle)  # noqa: S608 - the names above
    session.commit()
    print(f"{len(places)} mutants, {len(idle)} of them inside annotations: {len(places) - len(idle)} left")


def count(session: sqlite3.Connection) -> None:
    """Print the outcome of each file and the place of every mutant that was not killed."""
    for path, rows in groupby(session.execute(_RESULTS).fetchall(), key=lambda row: row[0]):
        mutants = list(rows)
        alive = [mutant for mutant in mutants if mutant[-1] != "KILLED"]
        killed = len(mutants) - len(alive)
        print(f"{path}: {killed} of {len(mutants)} killed ({killed / len(mutants):.1%})")
        for _, row, column, operator, occurrence, outcome in alive:
            print(f"  line {row}, column {column}: {operator} {occurrence} {outcome}")


if __name__ == "__main__":
    action, name = sys.argv[1:]
    with closing(sqlite3.connect(name)) as opened:
        {"trim": trim, "count": count}[action](opened)
