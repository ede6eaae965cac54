"""What every check looks at: a year's criteria, one assessment, its figures, and where each of them stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from ita.analysis import code_of, influences
from ita.assessment import Assessment
from ita.criteria import Criteria
from ita.rating import displayed
from ita.scoring import TOTAL, Scores


@dataclass(frozen=True)
class Subject:
    """One assessment under check; ``places`` maps keys of figures and texts to cells."""

    criteria: Criteria
    assessment: Assessment
    scores: Scores
    places: Mapping[str, str]

    def at(self, *keys: str) -> str:
        """Return the cell of the first key that has one, else the first key."""
        return next((self.places[key] for key in keys if key in self.places), keys[0])

    @property
    def year(self) -> int:
        """The B.E. fiscal year assessed."""
        return self.assessment.fiscal_year

    @property
    def previous_year(self) -> int:
        """The B.E. fiscal year compared with: the one given, else the year before."""
        return self.assessment.previous.fiscal_year or self.year - 1

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The code of every question and item that the year's criteria list, in the order of the form."""
        return tuple(one.code for one in (*self.criteria.questions, *self.criteria.items))

    @cached_property
    def indicators(self) -> Mapping[str, int]:
        """The indicator of each question and item, as far as the year's criteria know it."""
        parents: dict[str | None, int] = {sub.code: sub.indicator for sub in self.criteria.sub_indicators}
        of_questions = {question.code: question.indicator for question in self.criteria.questions}
        of_items = {item.code: parents[item.sub_indicator] for item in self.criteria.items if item.sub_indicator}
        return of_questions | of_items

    @cached_property
    def letters(self) -> frozenset[str]:
        """The first letters (``i``, ``e``, ``o``) of the codes that the year's criteria list."""
        return frozenset(code[0] for code in self.codes)

    @cached_property
    def question_keys(self) -> Mapping[str, tuple[str, ...]]:
        """The keys of each question or item: one, or one a part."""
        found: dict[str, tuple[str, ...]] = {}
        for key in influences(self.criteria):
            found[code_of(key)] = (*found.get(code_of(key), ()), key)
        return found

    def lacks(self, code: str) -> bool:
        """Whether the year has codes of this kind (``i``, ``e``, ``o``) but not this one."""
        return code[:1] in self.letters and code not in self.codes

    def tool_of(self, code: str) -> str:
        """Return the tool of a question or item of the year."""
        return self.criteria.tool_of_code(code).code

    def shown(self, key: str) -> str:
        """Return a known figure as displayed."""
        return two(self.scores.used(key) or 0.0)


def two(value: float) -> str:
    """Return points as displayed, with two decimals."""
    return str(displayed(value))


def names(criteria: Criteria, key: str) -> tuple[str, str]:
    """Return what a figure is called, in Thai and in English."""
    kind, _, rest = key.partition(".")
    scored, _, code = rest.partition(".")
    within = "" if scored in {tool.code for tool in criteria.tools} else f" ของ {_tool(criteria, scored)}"
    within_en = f" of {scored}" if within else ""
    return {
        TOTAL: ("คะแนนรวม", "the total"),
        "tools": (f"คะแนน {_tool(criteria, rest)} ", rest),
        "indicators": (f"ตัวชี้วัดที่ {rest} ", f"indicator {rest}"),
        "sub_indicators": (f"ตัวชี้วัดย่อย {rest} ", f"sub-indicator {rest}"),
        "eit_parts": (f"ตัวชี้วัดที่ {code}{within} ", f"indicator {code}{within_en}"),
        "questions": (f"ข้อ {code}{within} ", f"{code}{within_en}"),
    }[kind]


def _tool(criteria: Criteria, code: str) -> str:
    return {part.code: part.name for tool in criteria.tools for part in tool.parts}.get(code, code)


def listed(criteria: Criteria, keys: Iterable[str]) -> tuple[str, str]:
    """Return a list of figures by name, in Thai and in English."""
    both = [names(criteria, key) for key in keys]
    return ", ".join(thai.strip() for thai, _ in both), ", ".join(english for _, english in both)


def runs(some: Iterable[str], codes: Iterable[str]) -> str:
    """Return codes with neighbours joined, in the order of ``codes``: i1, i4–i6."""
    wanted = set(some)
    joined = [list(group) for inside, group in groupby(codes, wanted.__contains__) if inside]
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in joined)
