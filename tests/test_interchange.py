"""The interchange file: what is read, what is refused and how, and that what is written reads back."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import get_type_hints

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita import assessment, criteria, interchange
from ita.assessment import Agency, Assessment, Given, Measure, Step
from ita.errors import InterchangeError

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "workbook" / "examples").glob("*.yaml"))
GUIDE = ROOT / "docs" / "interchange.md"
HEAD = "agency: {name: ก}\nfiscal_year: 2568\n"

# Lone surrogates cannot be written as UTF-8.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)


def structs() -> list[type[msgspec.Struct]]:
    """Return every class that an interchange file is made of, each after those it is made of."""
    found = (kind for name, kind in vars(assessment).items() if not name.startswith("_"))
    return [kind for kind in found if isinstance(kind, type) and issubclass(kind, msgspec.Struct)]


def assessments() -> st.SearchStrategy[Assessment]:
    """Return a strategy for assessments with anything in any field."""
    st.register_type_strategy(str, TEXT)
    st.register_type_strategy(int, st.integers(0, 9999))
    st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
    for kind in structs():
        fields = {name: st.from_type(hint) for name, hint in get_type_hints(kind).items()}
        st.register_type_strategy(kind, st.builds(kind, **fields))
    return st.from_type(Assessment)


ASSESSMENTS = assessments()


def refused(folder: Path, text: str, name: str = "a.yaml") -> str:
    """Return what is said of a file with this text, after checking that it names the file."""
    path = folder / name
    path.write_text(text, "utf-8")
    with pytest.raises(InterchangeError) as caught:
        interchange.load(path)
    assert caught.value.where == name
    return caught.value.what()


def read(folder: Path, text: str, name: str = "a.yaml") -> Assessment:
    """Return the assessment in a file with this text."""
    path = folder / name
    path.write_text(text, "utf-8")
    return interchange.load(path)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_are_valid(path: Path) -> None:
    """Each example loads and has no fault by the criteria of its year."""
    found = interchange.load(path)
    interchange.validate(found, criteria.load(found.fiscal_year))
    assert path.stem.endswith(str(found.fiscal_year))


def test_examples_are_there() -> None:
    """Both real agencies are among the examples, with their published totals."""
    totals = {path.stem: interchange.load(path).given.total for path in EXAMPLES}
    assert totals["nongphlap_2568"] == 95.46
    assert totals["khlongnokkrathung_2567"] == 98.23


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_measures_of_examples_are_complete(path: Path) -> None:
    """Every measure of the examples has a tool and steps, every step a period and somebody responsible."""
    measures = interchange.load(path).measures
    steps = [step for measure in measures for step in measure.steps]
    assert all(measure.measure and measure.tool and measure.steps for measure in measures)
    assert all(step.text and step.period and step.responsible for step in steps)


@settings(deadline=None, max_examples=60)
@given(ASSESSMENTS)
def test_what_is_dumped_loads_as_the_same_value(tmp_path_factory: pytest.TempPathFactory, found: Assessment) -> None:
    """Dump then load gives the same assessment, whatever it holds."""
    path = tmp_path_factory.getbasetemp() / "again.yaml"
    path.write_bytes(interchange.dump(found).encode())
    assert interchange.load(path) == found


@settings(deadline=None, max_examples=40)
@given(ASSESSMENTS)
def test_json_loads_as_the_same_value(tmp_path_factory: pytest.TempPathFactory, found: Assessment) -> None:
    """The same assessment as JSON loads as the same value."""
    path = tmp_path_factory.getbasetemp() / "again.json"
    path.write_bytes(msgspec.json.encode(found))
    assert interchange.load(path) == found


def test_dump_is_readable_and_stable() -> None:
    """Fields stand in their order, codes in natural order, short lists on a line; empty fields are left out."""
    found = Assessment(
        agency=Agency(name="อบต.ก"),
        fiscal_year=2568,
        report_date="2568-10-15",
        given=Given(questions={"i10": 90.0, "i2": 0.0, "e1": (99.5, None)}, indicators={10: 1.0, 9: 2.0}),
        measures=(Measure(questions=("i2", "i10"), steps=(Step(text="ก\nข", responsible=("กองคลัง",)),)),),
    )
    expected = """\
agency:
  name: อบต.ก
fiscal_year: 2568
report_date: '2568-10-15'
given:
  questions:
    e1: [99.5, null]
    i2: 0.0
    i10: 90.0
  indicators:
    9: 2.0
    10: 1.0
measures:
  - questions: [i2, i10]
    steps:
      - text: |-
          ก
          ข
        responsible: [กองคลัง]
"""
    assert interchange.dump(found) == expected


def test_a_date_stays_a_text(tmp_path: Path) -> None:
    """An unquoted report_date is B.E. text, not a date of the common era."""
    assert read(tmp_path, HEAD + "report_date: 2568-10-15\n").report_date == "2568-10-15"


def test_byte_order_mark_is_read(tmp_path: Path) -> None:
    """A file saved by Notepad with a byte order mark loads."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + HEAD.encode())
    assert interchange.load(path).fiscal_year == 2568


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """Unknown, missing and wrong fields of one file come in one message, each with its place."""
    what = refused(
        tmp_path,
        "agency: {nam: ก}\n"
        "given: {questions: {e1: [1, 2, 3]}, indicators: {x: 1}, sub_indicators: {9.1: 5}}\n"
        "measures:\n  - {}\n  - steps: [{}, {progress: มาก}]\n",
    )
    assert "ไม่รู้จัก agency.nam (หมายถึง name หรือไม่)" in what
    assert "ขาด fiscal_year" in what
    assert "given.questions.e1 ต้องเป็นตัวเลข หรือ [คะแนนส่วนที่ 1, คะแนนส่วนที่ 2]" in what
    assert "given.indicators.x ต้องใช้เลขจำนวนเต็มเป็นรหัส" in what
    assert 'given.sub_indicators.9.1 ต้องใส่เครื่องหมายคำพูดรอบรหัส เช่น "9.1"' in what
    assert "measures[2].steps[2].progress ต้องเป็นตัวเลข" in what


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "ทั้งแฟ้ม ต้องเป็นกลุ่มข้อมูล"),
        ("- 1\n", "ทั้งแฟ้ม ต้องเป็นกลุ่มข้อมูล"),
        (HEAD + "fiscal_year: 2567\n", "มีรหัส fiscal_year ซ้ำกันในกลุ่มเดียวกัน บรรทัด 3"),
        (HEAD + "given: {indicators: {1: 5, '1': 6}}\n", "given.indicators.1 มี 2 ครั้ง"),
        (HEAD + "given: {questions: {i1: 5, i1: 6}}\n", "มีรหัส i1 ซ้ำกัน"),
        (HEAD + "given: [\n", "ไวยากรณ์ YAML ไม่ถูกต้อง"),
        ("agency: &a {name: ก}\nfiscal_year: 2568\nnotes: *a\n", "ไม่รับการอ้างซ้ำ"),
        ("agency: !!python/object:os.system {}\n", "ไม่รับการอ้างซ้ำ (*) และป้ายชนิดข้อมูล (!) บรรทัด 1"),
        ("? [1]\n: 2\n", "มีรหัสว่างหรือเป็นรายการ"),
        ("null: 2\n", "มีรหัสว่างหรือเป็นรายการ"),
        ("a: " + "[" * 5000, "ซ้อนกันลึกเกินไป"),
        (HEAD + "target: " + "9" * 5000, "มีตัวเลขที่ยาวเกินไป"),
        (HEAD + "target: " + "9" * 400, "target ต้องเป็นตัวเลข"),
        (HEAD + "target: .nan\n", "target ต้องเป็นตัวเลข"),
        (HEAD + "target: true\n", "target ต้องเป็นตัวเลข"),
        (HEAD + "target: 085\n", "target ต้องเป็นตัวเลข"),
        (HEAD + "plan_year: 2569.0\n", "plan_year ต้องเป็นเลขจำนวนเต็ม"),
        (HEAD + "signers: {role: ก}\n", "signers ต้องเป็นรายการ"),
        (HEAD + "signers: [ก]\n", "signers[1] ต้องเป็นกลุ่มข้อมูล"),
        (HEAD + "notes: [ก]\n", "notes ต้องเป็นกลุ่มข้อมูล"),
        (HEAD + "issues: [{cause: ก}]\n", "ขาด issues[1].number"),
        (HEAD + "texts: {foreword: 1}\n", "texts.foreword ต้องเป็น"),
        (HEAD + "committee: 5\n", "committee ต้องเป็นข้อความ"),
        ("\x01", "มีอักขระควบคุม"),
    ],
)
def test_refused_yaml(tmp_path: Path, text: str, said: str) -> None:
    """Each of these YAML files is refused with a sentence that says why."""
    assert said in refused(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"agency": {}, "agency": {}}', "มีรหัส agency ซ้ำกัน"),
        ('{"agency": {},\n}', "ไวยากรณ์ JSON ไม่ถูกต้อง บรรทัด 2"),
        ('{"agency": {}, "fiscal_year": 2568, "target": NaN}', "ค่า NaN"),
        ('{"agency": {}, "fiscal_year": 2568, "target": 1e999}', "target ต้องเป็นตัวเลข"),
        ('{"agency": {}, "fiscal_year": 2568, "given": {"indicators": {"01": 5}}}', "given.indicators.01"),
        ("[" * 100_000, "ซ้อนกันลึกเกินไป"),
    ],
)
def test_refused_json(tmp_path: Path, text: str, said: str) -> None:
    """Each of these JSON files is refused with a sentence that says why."""
    assert said in refused(tmp_path, text, "a.json")


def test_json_keys_may_be_numbers_in_text(tmp_path: Path) -> None:
    """JSON writes the number of an indicator as text; it is read as a number."""
    data = {"agency": {"name": "ก"}, "fiscal_year": 2568, "given": {"indicators": {"9": 83.75}}}
    assert read(tmp_path, json.dumps(data), "a.json").given.indicators == {9: 83.75}


def test_other_suffix_is_refused(tmp_path: Path) -> None:
    """A file that is neither YAML nor JSON by its name is not opened."""
    assert ".yaml .yml หรือ .json" in refused(tmp_path, HEAD, "a.txt")


def test_missing_file_is_told(tmp_path: Path) -> None:
    """A file that is not there is an InterchangeError of its own kind."""
    with pytest.raises(InterchangeError) as caught:
        interchange.load(tmp_path / "none.yaml")
    assert caught.value.code == "interchange.missing"


def test_folder_is_refused(tmp_path: Path) -> None:
    """A folder named like a file is refused without a traceback."""
    folder = tmp_path / "a.yaml"
    folder.mkdir()
    with pytest.raises(InterchangeError, match="เปิดอ่านแฟ้มไม่ได้"):
        interchange.load(folder)


def test_large_file_is_refused(tmp_path: Path) -> None:
    """A file over the limit is refused before it is parsed."""
    assert "แฟ้มใหญ่เกิน 2,000,000 ไบต์" in refused(tmp_path, "#" * (interchange.MAX_BYTES + 1))


def test_other_encoding_is_refused(tmp_path: Path) -> None:
    """A file in the old Thai code page is refused by name of the encoding it needs."""
    path = tmp_path / "a.yaml"
    path.write_bytes("agency: {name: ก}".encode("cp874"))
    with pytest.raises(InterchangeError, match="UTF-8"):
        interchange.load(path)


@settings(deadline=None, max_examples=200)
@given(
    st.dictionaries(
        st.sampled_from(Assessment.__struct_fields__),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.sampled_from(["questions", "e1", "1", "steps", "text", "number"]) | TEXT, inner)
            ),
            max_leaves=8,
        ),
    )
)
def test_any_json_loads_or_is_refused(tmp_path_factory: pytest.TempPathFactory, data: dict[str, object]) -> None:
    """Whatever a JSON file holds, it either loads or is an InterchangeError, never another exception."""
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.write_text(json.dumps(data), "utf-8")
    with contextlib.suppress(InterchangeError):
        assert isinstance(interchange.load(path), Assessment)


def test_guide_names_every_field() -> None:
    """docs/interchange.md mentions every field of every class, as code, in both languages."""
    halves = GUIDE.read_text("utf-8").split("# The interchange file")
    fields = {field for kind in structs() for field in kind.__struct_fields__}
    missing = {
        language: sorted(field for field in fields if f"`{field}`" not in text and f".{field}`" not in text)
        for language, text in zip(("th", "en"), halves, strict=True)
    }
    assert missing == {"th": [], "en": []}


def test_guide_example_is_valid(tmp_path: Path) -> None:
    """The example in the guide loads, validates against its year, and uses every field but the issues."""
    blocks = GUIDE.read_text("utf-8").split("```yaml\n")[1:]
    example, issues = (block.split("```")[0] for block in blocks)
    found = read(tmp_path, example)
    interchange.validate(found, criteria.load(found.fiscal_year))
    older = read(tmp_path, "agency: {name: ก}\nfiscal_year: 2567\n" + issues)
    interchange.validate(older, criteria.load(2567))
    assert [field for field in Assessment.__struct_fields__ if not getattr(found, field)] == ["issues"]
