"""What the assessors wrote, quoted by tool, part and question, beside what the result says of each tool."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ita import thai
from ita.assessment import Assessment, AssessorSuggestion
from ita.criteria import Criteria, Part, Tool
from ita.rating import Level, displayed, scored_bounds
from ita.scoring import TOTAL, Scores
from ita.word.content import figures, phrases
from ita.word.content.issue_rows import wordings
from ita.word.views import ToolView
from ita.word.views.issues import AssessorsView, SuggestionGroupView, SuggestionView, ToolSuggestionsView

GENERAL = "ข้อเสนอแนะที่ไม่ได้ระบุเครื่องมือ"
_LOWEST = "ตัวชี้วัดที่ได้คะแนนต่ำสุด"
_PARTS = {"EIT1": "ผู้รับบริการหรือผู้ติดต่อเข้าตอบเอง (EIT Public)", "EIT2": "ผู้ประเมินเก็บข้อมูล (EIT Survey)"}


def view(
    assessment: Assessment, criteria: Criteria, scores: Scores, level: Level, tools: Sequence[ToolView]
) -> AssessorsView:
    """Return the suggestions of an assessment by tool; ``tools`` are the year's, as the report shows them."""
    by_tool = _by_tool(criteria, assessment.assessor_suggestions)
    shown = [
        ToolSuggestionsView(
            title=f"{shown_tool.name} ({shown_tool.code})",
            result=_result(shown_tool),
            groups=_groups(criteria, criteria.tool(shown_tool.code), by_tool[shown_tool.code]),
        )
        for shown_tool in tools
    ]
    if by_tool[""]:
        shown.append(ToolSuggestionsView(GENERAL, "", (SuggestionGroupView("", _quoted(criteria, by_tool[""])),)))
    return AssessorsView(
        known=any(tool.groups for tool in shown),
        result=against_target(assessment, criteria, scores, level),
        tools=tuple(shown),
    )


def _result(tool: ToolView) -> str:
    strong, weak = tool.analysis.strengths, tool.analysis.weaknesses.removeprefix(phrases.out_of(tool.indicators))
    if weak.startswith(_LOWEST):
        weak = f"ส่วน{weak}"
    pieces = (tool.analysis.summary, strong, weak)
    return " ".join(piece for piece in pieces if piece)


def _by_tool(criteria: Criteria, suggestions: Iterable[AssessorSuggestion]) -> dict[str, list[AssessorSuggestion]]:
    """Return the suggestions under each tool's code; under the empty code those on no known tool."""
    groups: dict[str, list[AssessorSuggestion]] = {"": [], **{tool.code: [] for tool in criteria.tools}}
    parts = {part.code: tool.code for tool in criteria.tools for part in tool.parts}
    codes = {code: criteria.tool_of_code(code).code for code in wordings(criteria)}
    for suggestion in suggestions:
        if suggestion.text.strip():
            named = parts.get(suggestion.tool, suggestion.tool) or codes.get(suggestion.question, "")
            groups[named if named in groups else ""].append(suggestion)
    return groups


def _groups(
    criteria: Criteria, tool: Tool, suggestions: Sequence[AssessorSuggestion]
) -> tuple[SuggestionGroupView, ...]:
    """Return the suggestions on the tool as a whole and then those on each of its parts."""
    numbers = range(1, len(tool.parts) + 1)
    parts: dict[int | None, list[AssessorSuggestion]] = {None: [], **{number: [] for number in numbers}}
    for suggestion in suggestions:
        parts[suggestion.part if suggestion.part in parts else None].append(suggestion)
    return tuple(
        SuggestionGroupView("" if part is None else _part(tool.parts[part - 1]), _quoted(criteria, found))
        for part, found in parts.items()
        if found
    )


def _part(part: Part) -> str:
    return f"{part.name} {_PARTS.get(part.code, '')}".strip()


def _quoted(criteria: Criteria, suggestions: Iterable[AssessorSuggestion]) -> tuple[SuggestionView, ...]:
    texts = wordings(criteria)
    return tuple(SuggestionView(_about(texts, s.question), s.text.strip()) for s in suggestions)


def _about(texts: dict[str, str], code: str) -> str:
    return f"ข้อ {code} {texts.get(code, '')}".strip() if code else ""


def against_target(assessment: Assessment, criteria: Criteria, scores: Scores, level: Level) -> str:
    """Return a paragraph on level and target: which tools certainly reach it and which do not."""
    target = criteria.pass_mark if assessment.target is None else assessment.target
    name = assessment.agency.name
    opening = f"{name}{_at(level)}"
    total = scores.used(TOTAL)
    if total is None:
        whole = "ยังไม่มีคะแนนรวมที่จะเทียบกับค่าเป้าหมาย"
    else:
        reached = "บรรลุ" if displayed(total) >= displayed(target) else "ยังไม่บรรลุ"
        whole = f"ได้คะแนนรวม {figures.points(total)} คะแนน {reached}ค่าเป้าหมาย {figures.mark(target)} คะแนน"
    return f"{opening}{whole}{_tools_against(criteria, scores, target)}"


def _at(level: Level) -> str:
    """Say which level the result has, and whether it was published or only follows from the criteria."""
    if level.published is not None:
        return f"มีผลการประเมินอยู่ใน{phrases.at_level(level.published)} "
    return f"อยู่ใน{phrases.at_level(level.computed)} ตามเกณฑ์การประเมิน " if level.computed else ""


def _tools_against(criteria: Criteria, scores: Scores, target: float) -> str:
    codes = criteria.rated or tuple(tool.code for tool in criteria.tools)
    above, below, left, unknown = list[str](), list[str](), list[str](), list[str]()
    for code in codes:
        label, bounds = phrases.tool_label(criteria, code), scored_bounds(criteria, scores, code)
        if code in scores.not_processed:
            left.append(label)
        elif displayed(bounds.low) >= displayed(target):
            above.append(label)
        elif displayed(bounds.high) < displayed(target):
            below.append(label)
        else:
            unknown.append(label)
    mark = figures.mark(target)
    if len(unknown) == len(codes):
        return ""
    if len(above) == len(codes):
        return f" และ {thai.join(above)} ได้ไม่ต่ำกว่า {mark} คะแนนทุกเครื่องมือ"
    pieces = [
        f"{thai.join(above)} ได้ไม่ต่ำกว่า {mark} คะแนน" if above else "",
        f"{thai.join(below)} ได้ต่ำกว่า {mark} คะแนน" if below else "",
        f"{thai.join(left)} ไม่ได้รับการประมวลผล" if left else "",
        f"{thai.join(unknown)} ยังสรุปไม่ได้" if unknown else "",
    ]
    first, *others = [piece for piece in pieces if piece]
    rest = f" ส่วน {' และ '.join(others)}" if others else ""
    return f" เมื่อพิจารณารายเครื่องมือ {first}{rest}"
