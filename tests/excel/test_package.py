"""The ribbon in the .xlsm package, and bytes that do not change."""

from __future__ import annotations

import io
import zipfile

import pytest

from ita.excel.package import RIBBON_PARTS, UI_2006, UI_2009, give_charts_thai, inject_ribbon

RIBBON = f'<?xml version="1.0"?><customUI xmlns="{UI_2009}" onLoad="Load"><ribbon><tabs/></ribbon></customUI>'
RELATIONSHIPS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="office" Target="xl/workbook.xml"/>'
    '<Relationship Id="rId3" Type="core" Target="docProps/core.xml"/></Relationships>'
)


def package(date: tuple[int, int, int, int, int, int] = (2024, 5, 6, 7, 8, 10)) -> bytes:
    """Return a package with the relationships part and one other, zipped at ``date``."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name, text in (("[Content_Types].xml", "<Types/>"), ("_rels/.rels", RELATIONSHIPS)):
            target.writestr(zipfile.ZipInfo(name, date), text)
    return buffer.getvalue()


@pytest.fixture
def injected() -> zipfile.ZipFile:
    """Return the package with the ribbon put in, open."""
    return zipfile.ZipFile(io.BytesIO(inject_ribbon(package(), RIBBON)))


def test_both_parts_are_related_under_free_ids(injected: zipfile.ZipFile) -> None:
    """Each ribbon part has a relationship of its type, and no id is taken twice."""
    relationships = injected.read("_rels/.rels").decode()
    for target, kind in RIBBON_PARTS.items():
        assert f'Type="{kind}" Target="{target}"' in relationships
    assert [relationships.count(f'Id="rId{number}"') for number in (1, 2, 3, 4)] == [1, 1, 1, 1]


def test_the_2006_part_is_the_same_ribbon_in_the_older_namespace(injected: zipfile.ZipFile) -> None:
    """The twins differ in their namespace only."""
    older = injected.read("customUI/customUI.xml").decode()
    newer = injected.read("customUI/customUI14.xml").decode()
    assert UI_2006 in older
    assert older.replace(UI_2006, UI_2009) == newer


def test_other_parts_keep_their_bytes_and_order(injected: zipfile.ZipFile) -> None:
    """Only the relationships change, and the ribbon comes last."""
    assert injected.read("[Content_Types].xml") == b"<Types/>"
    assert injected.namelist() == ["[Content_Types].xml", "_rels/.rels", *RIBBON_PARTS]


def test_the_bytes_do_not_depend_on_when_or_where_the_parts_were_zipped() -> None:
    """Packages that differ in their entries' times only give the same bytes."""
    assert inject_ribbon(package(), RIBBON) == inject_ribbon(package((1999, 1, 1, 0, 0, 0)), RIBBON)


def test_every_entry_has_the_fixed_date_and_system(injected: zipfile.ZipFile) -> None:
    """Entry attributes are the same on every system."""
    attributes = {(i.date_time, i.create_system, i.compress_type, i.external_attr) for i in injected.infolist()}
    assert attributes == {((2025, 1, 1, 0, 0, 0), 3, zipfile.ZIP_DEFLATED, 0o600 << 16)}


def test_a_chart_has_its_font_for_thai_as_well() -> None:
    """Beside each font for Latin letters stands the same for complex scripts; other parts keep theirs."""
    latin = '<a:latin typeface="TH Sarabun New"/>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name in ("xl/charts/chart1.xml", "xl/theme/theme1.xml"):
            target.writestr(name, f"<a>{latin}</a>")
    given = zipfile.ZipFile(io.BytesIO(give_charts_thai(buffer.getvalue())))
    assert given.read("xl/charts/chart1.xml").decode() == f'<a>{latin}<a:cs typeface="TH Sarabun New"/></a>'
    assert given.read("xl/theme/theme1.xml").decode() == f"<a>{latin}</a>"
