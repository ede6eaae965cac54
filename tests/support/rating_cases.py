"""The rating cases of docs/rating-cases.md, as a Thai official reads them."""

from __future__ import annotations

from dataclasses import dataclass

from ita.paths import resource

TABLE = resource("docs", "rating-cases.md")
RATED = ("IIT", "EIT1", "EIT2", "OIT")


@dataclass(frozen=True, slots=True)
class RatingCase:
    """One row: year, total, the tools that count, and the level they make."""

    year: int
    total: float
    tools: dict[str, float]
    level: str

    def __str__(self) -> str:
        scores = "-".join(str(score) for score in self.tools.values())
        return f"{self.year}: {self.total} {scores} {self.level}"


def rating_cases() -> list[RatingCase]:
    """Return every row of the table."""
    rows = [line.strip("| ").split("|") for line in TABLE.read_text("utf-8").splitlines() if line.startswith("| 25")]
    return [_case([cell.strip() for cell in row]) for row in rows]


def _case(cells: list[str]) -> RatingCase:
    year, total, *rest = cells
    tools = {code: float(score) for code, score in zip(RATED, rest[:4], strict=True) if score}
    return RatingCase(int(year), float(total), tools, rest[4])
