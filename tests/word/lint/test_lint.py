"""Templates that officials broke: every fault at once, in Thai, each with its place and its cure."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita import reports
from ita.errors import TemplateError
from ita.word.drafting.blocks import Column, body_row, each, each_row, paragraph, table, tag, tag_row, when
from ita.word.drafting.draft import Draft
from ita.word.drafting.runs import FONT, run
from ita.word.filling.render import Filling, render
from ita.word.lint import lint
from ita.word.lint.faults import Fault
from ita.word.lint.look import known_charts
from ita.word.parts import package
from support.word import small_template

COLUMNS = [Column("ก", 2), Column("ข", 2)]


def split_runs(*pieces: str) -> str:
    """Return a paragraph whose text is torn into runs, as Word leaves it."""
    return f'<w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr>{"".join(map(run, pieces))}</w:p>'


def looked(look: str, text: str = "ข้อความ") -> str:
    """Return a paragraph with one run of this look."""
    return f"<w:p><w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def rows(*texts: str) -> str:
    """Return a table of one column with a row for each text."""
    return table(COLUMNS[:1], *(body_row(COLUMNS[:1], [text]) for text in texts))


BROKEN: dict[str, tuple[tuple[str, ...], str, str]] = {
    "name misspelt": ((paragraph("{{ totl }}"),), "name.unknown", "หมายถึง total"),
    "name of a loop outside it": ((paragraph("{{ tool.name }}"),), "name.unknown", "tools"),
    "attribute misspelt": ((paragraph("{{ agency.nmae }}"),), "name.attribute", "หมายถึง agency.name"),
    "attribute of a loop": (
        (each("tool in tools", paragraph("{{ tool.scor }}"), help_text=""),),
        "name.attribute",
        "หมายถึง tool.score",
    ),
    "attribute of a text": ((paragraph("{{ year.next }}"),), "name.attribute", "year ไม่มี .next"),
    "attribute of a list": ((paragraph("{{ tools.name }}"),), "name.list", "เป็นรายการ"),
    "loop without its own name": (
        (each("tool in tools", paragraph("{{ code }}"), help_text=""),),
        "name.unknown",
        "tool.code",
    ),
    "unknown in a condition": ((when("levl.known", paragraph("ก")),), "name.unknown", "หมายถึง level"),
    "unknown in elif": (
        (tag("if total.known"), tag("elif leve.known"), tag("endif")),
        "name.unknown",
        "หมายถึง level",
    ),
    "unknown filter": ((paragraph("{{ tools|lenght }}"),), "name.filter", "หมายถึง length"),
    "unknown test": ((paragraph("{% if total.value is nul %}ก{% endif %}"),), "name.test", "none"),
    "list printed": ((paragraph("{{ tools }}"),), "value.list", "เป็นรายการ"),
    "view printed": ((paragraph("{{ agency }}"),), "value.view", "agency.name"),
    "truth printed": ((paragraph("{{ agency.has_seal }}"),), "value.truth", "if agency.has_seal"),
    "loop over a text": ((each("x in year", paragraph("{{ x }}"), help_text=""),), "value.loop", "year"),
    "length of a text": ((paragraph("{{ year|length }}"),), "value.filter", "length"),
    "joined views": ((paragraph("{{ signers|join }}"),), "value.filter", "join"),
    "score beside a number": ((when("total > 85", paragraph("ก")),), "value.mixed", ".value"),
    "level beside a text": ((when("level == 'ผ่าน'", paragraph("ก")),), "value.mixed", ".name"),
    "text plus number": ((paragraph("{{ year + 1 }}"),), "value.mixed", "year"),
    "if without endif": ((tag("if total.known"), paragraph("ก")), "block.unclosed", "{%p endif %}"),
    "for without endfor": ((tag("for t in tools"), paragraph("{{ t.name }}")), "block.unclosed", "{%p endfor %}"),
    "endif without if": ((paragraph("ก"), tag("endif")), "block.unopened", "{%p if"),
    "endfor closes an if": ((tag("if total.known"), paragraph("ก"), tag("endfor")), "block.unopened", "{%p for"),
    "else without if": ((tag("else"),), "block.unopened", "else"),
    "two elses": ((tag("if total.known"), tag("else"), tag("else"), tag("endif")), "block.else", "else"),
    "opened by paragraph, closed by row": (
        (tag("if total.known"), table(COLUMNS, tag_row("endif", COLUMNS), body_row(COLUMNS, ["ก", "ข"]))),
        "block.kind",
        "คนละชนิด",
    ),
    "opened and closed in two paragraphs": (
        (paragraph("{% if total.known %}ก"), paragraph("{% endif %}")),
        "block.place",
        "{%p",
    ),
    "opened and closed in two tables": (
        (table(COLUMNS, tag_row("for t in tools", COLUMNS)), paragraph(""), table(COLUMNS, tag_row("endfor", COLUMNS))),
        "block.place",
        "คนละตาราง",
    ),
    "opened in a cell, closed outside": (
        (rows("{%p if total.known %}"), tag("endif")),
        "block.place",
        "คนละช่อง",
    ),
    "no closing braces": ((paragraph("คะแนน {{ total จาก ๑๐๐"),), "tag.unclosed", "}}"),
    "closing braces lost in the next run": ((split_runs("{{ to", "tal", " }"),), "tag.unclosed", "}}"),
    "no opening braces": ((paragraph("คะแนน total }}"),), "tag.unopened", "{{"),
    "tag over two paragraphs": ((paragraph("{{ total"), paragraph("}}")), "tag.unclosed", "ย่อหน้าเดียวกัน"),
    "braces torn apart": ((paragraph("{ { total } }"),), "tag.spaced", "ติดกัน"),
    "single braces": ((paragraph("{ total.text }"),), "tag.single", "{{ total.text }}"),
    "curly quotes": ((paragraph("{% if level.name == “ผ่าน” %}ก{% endif %}"),), "tag.curly", "แบบตรง"),
    "invisible character": ((paragraph("{{ to\u200btal }}"),), "tag.invisible", "มองไม่เห็น"),
    "empty tag": ((paragraph("{{ }}"),), "tag.syntax", "ยังไม่ได้ระบุ"),
    "rubbish in a tag": ((paragraph("{{ total total }}"),), "tag.syntax", "ไม่เข้าใจ total"),
    "one equals sign": ((paragraph("{% if year = '2568' %}ก{% endif %}"),), "tag.syntax", "=="),
    "for without in": ((tag("for tool of tools"), tag("endfor")), "tag.syntax", "for ชื่อ in รายการ"),
    "foreign sign": ((paragraph("{% if total.known && level.known %}ก{% endif %}"),), "tag.syntax", "&"),
    "unknown command": ((tag("fro tool in tools"),), "tag.unknown", "หมายถึง for"),
    "no space after the kind": ((paragraph("{%pif total.known %}"), tag("endif")), "tag.unknown", "{%p if"),
    "space before the kind": ((paragraph("{% p if total.known %}"), tag("endif")), "tag.unknown", "{%p if"),
    "set": ((paragraph("{% set x = 1 %}"),), "tag.forbidden", "set"),
    "macro": ((paragraph("{% macro m() %}ก{% endmacro %}"),), "tag.forbidden", "if และ for"),
    "include": ((paragraph("{% include 'a' %}"),), "tag.forbidden", "if และ for"),
    "call": ((paragraph("{{ year.replace('๒', '๓') }}"),), "tag.forbidden", "ฟังก์ชัน"),
    "multiplication": ((paragraph("{{ total.value * 2 }}"),), "tag.forbidden", "*"),
    "private name": ((paragraph("{{ agency.__class__ }}"),), "tag.forbidden", "_"),
    "row tag outside a table": ((paragraph("{%tr for t in tools %}"), tag("endfor")), "tag.outside", "ตาราง"),
    "merge outside a loop": ((rows("ก{% vm %}"),), "tag.merge", "พิมพ์ซ้ำ"),
    "text beside a paragraph tag": (
        (paragraph("ผลคะแนน {%p if total.known %}"), tag("endif")),
        "tag.company",
        "“ผลคะแนน”",
    ),
    "text in the row of a row tag": (
        (table(COLUMNS, body_row(COLUMNS, ["{%tr if total.known %}", "ข"]), tag_row("endif", COLUMNS)),),
        "tag.company",
        "แถว",
    ),
    "bold for Latin only": ((looked("<w:b/>"),), "look.halves", "ตัวหนา"),
    "size for Thai only": ((looked('<w:szCs w:val="32"/>'),), "look.halves", "ขนาด"),
    "two sizes": ((looked('<w:sz w:val="28"/><w:szCs w:val="32"/>'),), "look.halves", "ขนาด"),
    "font for Latin only": (
        (looked('<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'),),
        "look.halves",
        "แบบอักษร",
    ),
    "tracked change": (
        ('<w:p><w:ins w:id="1" w:author="ก"><w:r><w:t>ใหม่</w:t></w:r></w:ins></w:p>',),
        "file.tracked",
        "ยอมรับ",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_each_kind_of_fault_is_told(name: str, tmp_path: Path) -> None:
    """The fault is found, with where it is and how to mend it, in Thai."""
    blocks, code, words = BROKEN[name]
    faults = lint(small_template(tmp_path / "t.docx", *blocks))
    assert code in {fault.code for fault in faults}, [fault.show() for fault in faults]
    shown = next(fault.show() for fault in faults if fault.code == code)
    assert words in shown
    assert shown.startswith("เนื้อหา ")
    assert "—" in shown


@pytest.mark.parametrize("name", BROKEN)
def test_one_fault_is_told_once(name: str, tmp_path: Path) -> None:
    """No fault sets off a storm: at most one other is told beside it."""
    blocks, _, _ = BROKEN[name]
    assert len(lint(small_template(tmp_path / "t.docx", *blocks))) <= 2


def test_there_are_many_kinds() -> None:
    """The corpus covers what officials do to templates."""
    assert len(BROKEN) >= 40
    assert len({code for _, code, _ in BROKEN.values()}) >= 25


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """One fault hides no other, and they come in the order of the document."""
    blocks = [block for blocks, _, _ in BROKEN.values() for block in (*blocks, paragraph("ก"))]
    safe = [block for block in blocks if "if" not in block and "for" not in block and "else" not in block]
    faults = lint(small_template(tmp_path / "t.docx", *safe))
    tagged = [f.place.paragraph for f in faults if f.place is not None and not f.code.startswith(("look", "file"))]
    assert len(faults) >= 20
    assert tagged == sorted(tagged)


@pytest.mark.parametrize("info", reports.templates(), ids=lambda info: info.name)
def test_shipped_templates_have_no_fault(info: reports.TemplateInfo) -> None:
    """What we ship is clean, and so nothing right is called wrong."""
    assert [fault.show() for fault in lint(info.path)] == []


def test_a_clean_template_has_no_fault(tmp_path: Path) -> None:
    """Everything that the page of names allows passes."""
    blocks = (
        paragraph("{{ year }} {{ total }} {{ total.value }} {{ tools|length + 1 }} {{ foreword|join('หรือ') }}"),
        paragraph("{% if total.known and total.value >= 85 %}ก{% elif not level.known %}ข{% else %}ค{% endif %}"),
        paragraph("{{ 'มี' if foreword else 'ไม่มี' }} {{ tools[0].name }} {# หมายเหตุ #} {เฉพาะ} {{ loops }}").replace(
            " {{ loops }}", ""
        ),
        each("tool in tools[1:]", paragraph("{{ loop.index }} {{ tool.score }}"), help_text="ซ้ำ"),
        when("level.name in ('A', 'AA')", paragraph("{% if previous.total.value is not none %}ก{% endif %}")),
        table(
            COLUMNS, each_row("s in signers", COLUMNS, body_row(COLUMNS, ["{{ s.role }}{% vm %}", "ก"]), help_text="")
        ),
        split_runs("{", "{ agency", ".na", "me }", "}"),
    )
    assert [fault.show() for fault in lint(small_template(tmp_path / "t.docx", *blocks))] == []


def test_places_name_part_table_row_and_cell(tmp_path: Path) -> None:
    """A fault in a table tells table, row and cell; one in a header tells the header."""
    path = small_template(tmp_path / "t.docx", paragraph("ก"), table(COLUMNS, body_row(COLUMNS, ["ข", "{{ totl }}"])))
    rewrite(path, "word/header1.xml", lambda xml: xml.replace("๑", "{{ yaer }}"))
    shown = [fault.where() for fault in lint(path)]
    assert shown[0].startswith("เนื้อหา ตารางที่ 1 แถวที่ 2 ช่องที่ 2 ย่อหน้าที่ 5 “{{ totl }}”")
    assert shown[1].startswith("หัวกระดาษ 1 ย่อหน้าที่ 1")


def rewrite(path: Path, part: str, change: Callable[[str], str]) -> None:
    """Change the text of one part of a document."""
    parts = package.read(path)
    parts[part] = change(parts[part].decode()).encode()
    path.write_bytes(package.write(parts))


def test_a_document_without_title_is_told(tmp_path: Path) -> None:
    """The menu shows the title, so a template needs one."""
    path = small_template(tmp_path / "t.docx", paragraph("ก"))
    rewrite(path, "docProps/core.xml", lambda xml: re.sub("<dc:title>.*?</dc:title>", "", xml))
    assert [fault.code for fault in lint(path)] == ["file.no_title"]


def test_embedded_fonts_are_told(tmp_path: Path) -> None:
    """Fonts go by name only."""
    path = small_template(tmp_path / "t.docx", paragraph("ก"))
    path.write_bytes(package.write({**package.read(path), "word/fonts/font1.odttf": b"x"}))
    assert [fault.code for fault in lint(path)] == ["file.fonts"]


def test_a_style_with_one_half_is_told(tmp_path: Path) -> None:
    """A style may set one half only just as a run may."""
    path = small_template(tmp_path / "t.docx", paragraph("ก"))
    rewrite(path, "word/styles.xml", lambda xml: xml.replace("<w:bCs/>", "", 1))
    assert [fault.code for fault in lint(path)] == ["look.style"]


def test_a_font_that_the_style_completes_is_whole(tmp_path: Path) -> None:
    """Other programs leave out the Thai half where the style already sets the same font."""
    same = looked(f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}"/>')
    assert lint(small_template(tmp_path / "t.docx", same)) == ()


def charted(path: Path, change: Callable[[str], str], part: str = "word/document.xml") -> tuple[Fault, ...]:
    """Return the faults of the shipped template whose charts were changed."""
    path.write_bytes(reports.find("analysis_by_tool").path.read_bytes())
    rewrite(path, part, change)
    return lint(path)


def test_a_renamed_chart_is_told_with_its_name(tmp_path: Path) -> None:
    """A chart with a name that the report does not know gets no data, so the like name is offered."""
    faults = charted(tmp_path / "t.docx", lambda xml: xml.replace('"charts.radar"', '"charts.rader"'))
    assert [fault.code for fault in faults] == ["chart.unknown"]
    assert "หมายถึง charts.radar" in faults[0].show()


def test_a_renamed_series_is_told(tmp_path: Path) -> None:
    """A series that nobody knows would be left out."""
    part = next(
        part
        for part, data in package.read(reports.find("analysis_by_tool").path).items()
        if part.startswith("word/charts/chart") and "ปีก่อน".encode() in data
    )
    faults = charted(tmp_path / "t.docx", lambda xml: xml.replace("ปีก่อน", "ปีที่แล้ว"), part)
    assert {fault.code for fault in faults} == {"chart.series"}


def test_a_chart_without_its_part_is_told(tmp_path: Path) -> None:
    """A chart that points nowhere is broken."""
    faults = charted(tmp_path / "t.docx", lambda xml: xml.replace('r:id="rIdChart1"', 'r:id="rIdNone"'))
    assert [fault.code for fault in faults] == ["chart.broken"]


def test_pictures_are_checked(tmp_path: Path) -> None:
    """A seal's place with a slip in its name, and a picture that is not there, are told."""
    draft = Draft()
    blocks = (draft.picture("ตราหนวยงาน", "ตรา", 4.0),)
    path = tmp_path / "t.docx"
    path.write_bytes(draft.finish("แม่แบบ", blocks, draft.section()))
    assert [fault.code for fault in lint(path)] == ["picture.near"]
    parts = package.read(path)
    del parts["word/media/placeholder.png"]
    path.write_bytes(package.write(parts))
    assert [fault.code for fault in lint(path)] == ["picture.broken"]


def test_every_chart_of_the_context_is_known() -> None:
    """The names come from the report's own charts, each with its series of both years."""
    assert {"charts.total", "charts.tools", "charts.radar", "charts.comparison"} <= known_charts().keys()
    assert {"ปีนี้", "ปีก่อน"} <= set(known_charts()["charts.comparison"])


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"text", None])
def test_what_is_no_document_is_told(data: bytes | None, tmp_path: Path) -> None:
    """A file of another kind, or none, is one fault and no crash."""
    path = tmp_path / "t.docx"
    if data is not None:
        path.write_bytes(data)
    assert [fault.code for fault in lint(path)] == ["file.no_document"]


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/header1.xml", "docProps/core.xml"])
def test_a_damaged_part_is_told(part: str, tmp_path: Path) -> None:
    """XML that does not parse is named by its part."""
    path = small_template(tmp_path / "t.docx", paragraph("{{ year }}"))
    rewrite(path, part, lambda xml: xml[: len(xml) // 2])
    assert ("file.part", part) in {(fault.code, fault.values.get("part")) for fault in lint(path)}


DAMAGED = reports.find("analysis_by_tool").path.read_bytes()


@given(st.integers(0, len(DAMAGED) - 1), st.binary(max_size=40), st.booleans())
def test_damage_never_crashes(place: int, noise: bytes, cut: bool) -> None:  # noqa: FBT001 (hypothesis gives it by place)
    """Bytes overwritten anywhere, or the rest cut off, give faults or none, never an exception."""
    path = Path.cwd() / "never"
    data = DAMAGED[:place] + noise + (b"" if cut else DAMAGED[place + len(noise) :])
    assert all(fault.show() for fault in lint_bytes(data, path))


def lint_bytes(data: bytes, path: Path) -> tuple[Fault, ...]:
    """Return the faults of a document that lies in memory."""

    class Memory(type(path)):
        """A path whose file is in memory."""

        def read_bytes(self) -> bytes:
            """Return the bytes that are looked at."""
            return data

    return lint(Memory(path))


@given(st.text("{}%#{{}}%%pifendforelstr cvmtools.name'\"[]|()“” \n\t1_-~*", max_size=80))
def test_no_text_crashes_lint(text: str) -> None:
    """Whatever stands in a paragraph, lint answers; and where it finds nothing, the renderer compiles it."""
    draft = Draft()
    data = draft.finish("แม่แบบ", (paragraph(text), rows(text)), draft.section())
    faults = lint_bytes(data, Path.cwd() / "never.docx")
    assert all(fault.show("th") and fault.show("en") for fault in faults)


@pytest.mark.parametrize("name", BROKEN)
def test_every_sentence_exists_in_both_languages(name: str, tmp_path: Path) -> None:
    """Each fault can be told in Thai and in English; neither leaves a placeholder open."""
    for fault in lint(small_template(tmp_path / "t.docx", *BROKEN[name][0])):
        for line in (fault.show("th"), fault.show("en")):
            assert not re.search(r"\{(tag|name|owner|mark|detail|holder)\}", line)


def test_a_broken_template_names_its_fault_when_rendered(tmp_path: Path) -> None:
    """The renderer refuses in Thai too: nothing of Jinja's English reaches the user."""
    path = small_template(tmp_path / "t.docx", paragraph("{{ total total }}"))
    with pytest.raises(TemplateError) as caught:
        render(path, Filling({"total": "1"}))
    assert "ไม่เข้าใจ total" in caught.value.what()
