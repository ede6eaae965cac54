"""Whatever is pasted: no other error than ours, no score out of range, no code of another year."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ita import criteria, pasting
from ita.errors import ItaError
from ita.pasting.questions import asked
from ita.thai import to_thai_digits

TARGETS = ("IIT", "EIT", "EIT1", "EIT2", "OIT", "?")
PIECES = st.sampled_from(
    [
        *("i1", "e 2", "O10", "010", "ข้อ 3", "1.", "12)", "รวม", "EIT ส่วนที่ 1", "ส่วนที่ 2", "คะแนน", "เฉลี่ย", "i1.1", "l2"),
        *("98.62", "๙๘.๖๒", "98,62", "1,234.5", "100", "0", "-5", "-", "2568", "100%", "9" * 400, "1e9", "²", "٣", "½"),
        *(
            "\t",
            "\n",
            "\r\n",
            " ",
            "  ",
            "|",
            ",",
            ":",
            "=",
            "\ufeff",
            "\u200b",
            "\u00a0",
            "\x00",
            "\u2028",
            "10:15",
            "o1-o5",
        ),
        *("โครงสร้างและอำนาจหน้าที่", "https://a.go.th/o1/2568", "15 ต.ค. 2568", "\ud800", "🙏", "หน้า 3", "e1,99,91"),
    ]
)
TEXTS = st.one_of(
    st.text(st.characters(), max_size=200), st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=40).map("".join)
)


@given(TEXTS, st.sampled_from(TARGETS), st.sampled_from(criteria.years()))
def test_any_text_gives_scores_of_the_year_or_none(text: str, target: str, year: int) -> None:
    """Nothing but an ItaError is raised; every score is of 0-100 points and of a code that the target has."""
    rules = criteria.load(year)
    try:
        pasted = pasting.read(rules, target, text)
    except ItaError:
        return
    questions = asked(rules, target)
    assert tuple(pasted.scores) == questions.scored
    for scores in pasted.scores.values():
        assert set(scores) <= set(questions.codes)
        assert all(0 <= score <= 100 for score in scores.values())
    assert pasting.describe(pasted)


@st.composite
def rendered(draw: st.DrawFn) -> tuple[int, str, dict[str, float], str]:
    """Draw scores of some questions, and a text of their codes and scores: shuffled, in either kind of digits."""
    year = draw(st.sampled_from((2563, 2564, 2567, 2568)))
    target = draw(st.sampled_from(("IIT", "EIT1" if year > 2566 else "EIT", "OIT")))
    codes = asked(criteria.load(year), target).codes
    chosen = draw(st.sets(st.sampled_from(codes), min_size=1))
    scores = {code: draw(st.integers(0, 100_00)) / 100 for code in codes if code in chosen}
    lines = draw(st.permutations([f"{code}\t{score:.2f}" for code, score in scores.items()]))
    text = draw(st.sampled_from(("\n", "\r\n"))).join(lines)
    return year, target, scores, to_thai_digits(text) if draw(st.booleans()) else text


@given(rendered())
def test_what_is_rendered_reads_back(case: tuple[int, str, dict[str, float], str]) -> None:
    """Codes and scores written one a line, in any order and any digits, read back as the same scores."""
    year, target, scores, text = case
    assert pasting.read(criteria.load(year), target, text).scores == {target: scores}


CODE_STYLES = (
    "{l}{n}",
    "{L}{n}",
    "{L} {n}",
    "[{l}{n}]",
    "ข้อ {l}{n}",
    "• {L}{n}.",
    "{n}. {l}{n}",
    "ข้อ {n}",
    "ข้อที่ {n} ",
    "{l}-{n}",
)
JOINTS = ("\t", " ", "  ", " = ", ": ", " - ", "\n", " {w} ", "\t{w}\t", " {w}\n", " ก. รายการอื่น ปี 2567 ")
FIGURES = (
    "{s:.2f}",
    "{s:.2f}%",
    "{s:.2f} คะแนน",
    "ร้อยละ {s:.2f}",
    "{s:g}",
    "{s:.2f}/100",
    "ได้ {s:.2f} (เต็ม 100)",
    "{s:.4f}",
    "-",
    "",
)
TAILS = (
    "",
    " ",
    "\t",
    " ผ่าน",
    "\tควรปรับปรุงตามข้อ 3.2",
    " เพิ่มขึ้น 1.25",
    "\t-",
    " (ปีก่อน 50.00)",
    " https://a.go.th/i3",
    "\t77.50",
)
BETWEEN = (
    *(
        "",
        "รวม 88.80",
        "หน้า 2",
        "1. การปฏิบัติหน้าที่ 99.08",
        "10:15 สมชาย",
        "15 ต.ค. 2568",
        "รหัส\tข้อคำถาม",
        "-----",
        "เฉลี่ย\n91.25",
    ),
    *("มีผู้ตอบ 35 คน", "อื่น ๆ 12.50", "9.1 ข้อมูลพื้นฐาน 75.00", "ข้อเสนอแนะ 3 ข้อ", "ตัวชี้วัดที่ 2 66.00"),
)


@st.composite
def untidy(draw: st.DrawFn) -> tuple[str, dict[str, float], str]:
    """Draw scores of a tool of 2568, and an untidy text of them with other things between."""
    rules = criteria.load(2568)
    target = draw(st.sampled_from(("IIT", "EIT1", "OIT")))
    questions = asked(rules, target)
    words = {q.code: q.text for q in rules.questions} | {i.code: i.title for i in rules.items}
    scores = {code: draw(st.integers(0, 100_00)) / 100 for code in questions.codes}
    styles = [draw(st.sampled_from(kind)) for kind in (CODE_STYLES, JOINTS, FIGURES, TAILS)]
    lines: list[str] = []
    for code in draw(st.permutations(questions.codes)):
        kinds = zip(styles, (CODE_STYLES, JOINTS, FIGURES, TAILS), strict=True)
        name, joint, figure, tail = (draw(st.sampled_from((own, own, own, *kind))) for own, kind in kinds)
        # A line without a score of its own must not hold another figure: nobody could tell them apart.
        line = name + joint + figure + (tail if "{s" in figure else "")
        values = {"l": code[0], "L": code[0].upper(), "n": code[1:], "w": words[code], "s": scores[code]}
        lines += [line.format(**values), *([draw(st.sampled_from(BETWEEN))] if draw(st.integers(0, 4)) == 0 else [])]
    return target, scores, "\n".join(lines)


@given(untidy())
def test_a_score_is_right_or_absent(case: tuple[str, dict[str, float], str]) -> None:
    """However untidy the text, no question gets a score that is not its own."""
    target, scores, text = case
    found = pasting.read(criteria.load(2568), target, text).scores[target]
    assert {code: score for code, score in found.items() if score != scores[code]} == {}
