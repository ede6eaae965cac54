"""What the criteria of one year take from those of other years, and whether it is really there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from ita.criteria.model import Confidence, Criteria, Tool

_SURENESS: dict[Confidence, int] = {"guess": 0, "likely": 1, "certain": 2}


def named_years(criteria: Criteria) -> set[int]:
    """Return the B.E. years that a year's criteria refer to."""
    borrowed = {question.text_from for question in criteria.questions} | {criteria.estimate_from}
    before = {criteria.fiscal_year - 1} if criteria.same_as else set[int]()
    return {year for year in borrowed if year is not None} | before


def faults(criteria: Criteria, others: Mapping[int, Criteria]) -> list[str]:
    """Return every contradiction between a year's criteria and those of the years it names, in English."""
    missing = [f"{year} is named, but there is no {year}.toml" for year in sorted(named_years(criteria) - set(others))]
    checks = (_borrowed_texts, _same_as, _estimate)
    return missing + [fault for check in checks for fault in check(criteria, others)]


def _borrowed_texts(criteria: Criteria, others: Mapping[int, Criteria]) -> Iterator[str]:
    for question in criteria.questions:
        lender = others.get(question.text_from or 0)
        if lender is None:
            continue
        if (question.text, question.sub_items) not in {(q.text, q.sub_items) for q in lender.questions}:
            yield f"question {question.code} borrows a wording that {lender.fiscal_year} does not have"


def _same_as(criteria: Criteria, others: Mapping[int, Criteria]) -> Iterator[str]:
    before = others.get(criteria.fiscal_year - 1)
    if before is None:
        return
    now, then = _confidence_by_code(criteria), _confidence_by_code(before)
    for group in criteria.same_as:
        for code, previous in group.codes.items():
            if previous not in then:
                yield f"same_as {code} names {previous}, which {before.fiscal_year} does not have"
            elif _SURENESS[group.confidence] > min(_SURENESS[now[code]], _SURENESS[then[previous]]):
                yield f"same_as {code} = {previous} is surer than what is known of the two"


def _confidence_by_code(criteria: Criteria) -> dict[str, Confidence]:
    return {one.code: one.confidence for one in (*criteria.questions, *criteria.items)}


def _estimate(criteria: Criteria, others: Mapping[int, Criteria]) -> Iterator[str]:
    lender = others.get(criteria.estimate_from or 0)
    if lender is None:
        return
    if not lender.weights or lender.rating is None:
        yield f"estimate_from names {lender.fiscal_year}, which lacks weights or a rating itself"
    if _scored(criteria) != _scored(lender):
        yield f"estimate_from names {lender.fiscal_year}, which scores other tools or parts"


def _scored(criteria: Criteria) -> dict[str, tuple[str, ...]]:
    return {tool.code: tool.scored_codes for tool in criteria.tools}


def completed(criteria: Criteria, lender: Criteria) -> Criteria:
    """Return a year's criteria with the weights and the rating that they lack taken from another year's."""
    tools = tuple(_weighted(tool, lender.tool(tool.code)) for tool in criteria.tools)
    return msgspec.structs.replace(
        criteria,
        tools=criteria.tools if criteria.weights else tools,
        rating=criteria.rating or lender.rating,
    )


def _weighted(tool: Tool, lender: Tool) -> Tool:
    weights = {part.code: part.weight for part in lender.parts}
    parts = tuple(msgspec.structs.replace(part, weight=weights[part.code]) for part in tool.parts)
    return msgspec.structs.replace(tool, weight=lender.weight, parts=parts)
