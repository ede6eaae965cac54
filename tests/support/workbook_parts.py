"""A built workbook taken apart: its parts, sheets, tables and cells, to look at or to change as a clerk would.

    book = Workbook(data)
    book.set("IIT", "D5", 98.62)
    book.save(path)

Cells are changed in the XML itself, so that all the rest of the file stays as it was.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from importlib import import_module
from pathlib import Path
from typing import Any

from openpyxl.utils import coordinate_to_tuple, get_column_letter, range_boundaries

# lxml has no type stubs.
etree: Any = import_module("lxml.etree")

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
ERRORS = ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A")
_DATE_FORMAT = "14"


def tag(name: str) -> str:
    """Return the name of a SpreadsheetML element with its namespace."""
    return f"{{{MAIN}}}{name}"


def parts_of(package: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return a package of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


class Workbook:
    """The parts of one workbook, parsed where asked for."""

    def __init__(self, data: bytes) -> None:
        self.parts = parts_of(data)
        self._trees: dict[str, Any] = {}
        self.sheet_parts = dict(self._sheet_parts())
        self.table_parts = dict(self._table_parts())

    def tree(self, part: str) -> Any:  # noqa: ANN401 (lxml has no type stubs)
        """Return the root element of a part; changes to it are saved."""
        if part not in self._trees:
            self._trees[part] = etree.fromstring(self.parts[part])
        return self._trees[part]

    def sheet(self, name: str) -> Any:  # noqa: ANN401 (the same)
        """Return the root element of a sheet."""
        return self.tree(self.sheet_parts[name])

    def table(self, name: str) -> Any:  # noqa: ANN401 (the same)
        """Return the root element of a table."""
        return self.tree(self.table_parts[name][1])

    def data(self) -> bytes:
        """Return the package with all changes."""
        for name, tree in self._trees.items():
            self.parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        return zipped(self.parts)

    def save(self, path: Path) -> Path:
        """Write the package with all changes and return its path."""
        path.write_bytes(self.data())
        return path

    def cells(self, sheet: str) -> Iterator[Any]:
        """Yield every cell element of a sheet."""
        yield from self.sheet(sheet).iter(tag("c"))

    def cell(self, sheet: str, address: str) -> Any:  # noqa: ANN401 (the same)
        """Return a cell element, made if there was none."""
        number, column = coordinate_to_tuple(address)
        row = self._row(sheet, number)
        for found in row:
            at = coordinate_to_tuple(found.get("r"))[1]
            if at == column:
                return found
            if at > column:
                found.addprevious(made := etree.Element(tag("c"), r=address))
                return made
        return etree.SubElement(row, tag("c"), r=address)

    def set(self, sheet: str, address: str, value: str | float | bool | None) -> None:  # noqa: FBT001 (a cell's value)
        """Type a value into a cell; the text of an error value makes an error cell."""
        fill(self.cell(sheet, address), value)

    def set_date(self, sheet: str, address: str, serial: float) -> None:
        """Type a date, by its serial number, into a cell."""
        styles = self.tree("xl/styles.xml").find(tag("cellXfs"))
        style = deepcopy(styles[0])
        style.set("numFmtId", _DATE_FORMAT)
        styles.append(style)
        styles.set("count", str(len(styles)))
        cell = self.cell(sheet, address)
        cell.set("s", str(len(styles) - 1))
        fill(cell, serial)

    def styles(self) -> list[dict[str, str]]:
        """Return, for each cell style, its number format and whether it is locked."""
        found: list[dict[str, str]] = []
        for style in self.tree("xl/styles.xml").find(tag("cellXfs")):
            protection = style.find(tag("protection"))
            locked = "1" if protection is None else protection.get("locked", "1")
            found.append({"locked": locked, "format": style.get("numFmtId")})
        return found

    def area(self, table: str) -> tuple[int, int, int, int]:
        """Return a table's first column, first row, last column and last row, counted from 1, headings included."""
        left, top, right, bottom = range_boundaries(self.table(table).get("ref"))
        assert left
        assert top
        assert right
        assert bottom
        return left, top, right, bottom

    def headings(self, table: str) -> list[str]:
        """Return the headings of a table's columns in order."""
        return [column.get("name") for column in self.table(table).iter(tag("tableColumn"))]

    def place(self, table: str, heading: str, index: int = 0) -> tuple[str, str]:
        """Return the sheet and the address of a data cell of a table."""
        left, top, _, _ = self.area(table)
        column = get_column_letter(left + self.headings(table).index(heading))
        return self.table_parts[table][0], f"{column}{top + 1 + index}"

    def take(self, table: str) -> list[dict[str, Any]]:
        """Take a table's rows off its sheet: cell elements by heading, the headings first."""
        sheet, headings = self.table_parts[table][0], self.headings(table)
        left, top, _, bottom = self.area(table)
        taken: list[dict[str, Any]] = []
        for row in range(top, bottom + 1):
            cells = {
                heading: self.cell(sheet, f"{get_column_letter(column)}{row}")
                for column, heading in enumerate(headings, start=left)
            }
            for cell in cells.values():
                cell.getparent().remove(cell)
            taken.append(cells)
        return taken

    def put(self, table: str, rows: Sequence[Mapping[str, Any]], headings: Sequence[str] | None = None) -> None:
        """Put rows back, in this order of rows and columns, and fit the table to them."""
        sheet, left, top = self.table_parts[table][0], *self.area(table)[:2]
        names = headings or self.headings(table)
        for number, row in enumerate(rows, start=top):
            for column, heading in enumerate(names, start=left):
                address = f"{get_column_letter(column)}{number}"
                if (found := row.get(heading)) is not None:
                    old = self.cell(sheet, address)
                    found.set("r", address)
                    old.getparent().replace(old, found)
        element, columns = self.table(table), self.table(table).find(tag("tableColumns"))
        by_name = {column.get("name"): column for column in columns}
        columns[:] = [by_name[name] for name in names]
        last = get_column_letter(left + len(names) - 1)
        element.set("ref", f"{get_column_letter(left)}{top}:{last}{top + len(rows) - 1}")

    def insert_rows(self, sheet: str, above: int, count: int) -> None:
        """Insert blank rows into a sheet as Excel does: cells, tables, rules and merged cells below move down.

        A table that the rows fall into grows. Formulas are left as they are, for readers do not look at them.
        """

        def moved(reference: str) -> str:
            return re.sub(r"([A-Z]+)([0-9]+)", lambda at: f"{at[1]}{_below(int(at[2]), above, count)}", reference)

        root = self.sheet(sheet)
        for row in root.iter(tag("row")):
            row.set("r", str(_below(int(row.get("r")), above, count)))
        for cell in root.iter(tag("c")):
            cell.set("r", moved(cell.get("r")))
        for name, attribute in (
            ("mergeCell", "ref"),
            ("dataValidation", "sqref"),
            ("conditionalFormatting", "sqref"),
            ("hyperlink", "ref"),
        ):
            for element in root.iter(tag(name)):
                element.set(attribute, moved(element.get(attribute)))
        for table, (owner, _) in self.table_parts.items():
            if owner == sheet:
                self.table(table).set("ref", moved(self.table(table).get("ref")))

    def unprotect(self, sheet: str) -> None:
        """Take a sheet's protection off."""
        for element in self.sheet(sheet).findall(tag("sheetProtection")):
            self.sheet(sheet).remove(element)

    def paste_over(self, sheet: str, address: str, value: str | float | None) -> None:
        """Paste a cell of another workbook: its value, its plain format, and none of the rules for typing here."""
        self.set(sheet, address, value)
        self.cell(sheet, address).attrib.pop("s", None)
        for rule in self.sheet(sheet).iter(tag("dataValidation")):
            areas = [one for area in rule.get("sqref").split() for one in _without(area, address)]
            rule.set("sqref", " ".join(areas) or "XFD1048576")

    def _row(self, sheet: str, number: int) -> Any:  # noqa: ANN401 (lxml has no type stubs)
        rows = self.sheet(sheet).find(tag("sheetData"))
        for row in rows:
            if int(row.get("r")) == number:
                return row
            if int(row.get("r")) > number:
                row.addprevious(made := etree.Element(tag("row"), r=str(number)))
                return made
        return etree.SubElement(rows, tag("row"), r=str(number))

    def _targets(self, part: str) -> dict[str, str]:
        folder, _, file = part.rpartition("/")
        name = f"{folder}/_rels/{file}.rels"
        if name not in self.parts:
            return {}
        relationships = etree.fromstring(self.parts[name])
        return {one.get("Id"): posixpath.normpath(posixpath.join(folder, one.get("Target"))) for one in relationships}

    def _sheet_parts(self) -> Iterator[tuple[str, str]]:
        targets = self._targets("xl/workbook.xml")
        for sheet in self.tree("xl/workbook.xml").iter(tag("sheet")):
            yield sheet.get("name"), targets[sheet.get(_ID)]

    def _table_parts(self) -> Iterator[tuple[str, tuple[str, str]]]:
        for sheet, part in self.sheet_parts.items():
            for target in self._targets(part).values():
                if target.startswith("xl/tables/"):
                    yield etree.fromstring(self.parts[target]).get("name"), (sheet, target)


def _below(row: int, above: int, count: int) -> int:
    return row + count if row >= above else row


def _without(area: str, address: str) -> Iterator[str]:
    """Yield what is left of an area of one column when a cell is taken out; other areas stay."""
    left, top, right, bottom = (bound or 0 for bound in range_boundaries(area))
    row, column = coordinate_to_tuple(address)
    if not (left == right == column and top <= row <= bottom):
        yield area
        return
    letter = get_column_letter(column)
    yield from (f"{letter}{a}:{letter}{b}" for a, b in ((top, row - 1), (row + 1, bottom)) if a <= b)


def fill(cell: Any, value: str | float | bool | None) -> None:  # noqa: ANN401, FBT001 (an element; a cell's value)
    """Give a cell element a value in place of what it held."""
    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop("t", None)
    if value is None:
        return
    if isinstance(value, str) and value not in ERRORS:
        cell.set("t", "inlineStr")
        text = etree.SubElement(etree.SubElement(cell, tag("is")), tag("t"))
        text.text = value
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        return
    if not isinstance(value, float | int) or isinstance(value, bool):
        cell.set("t", "b" if isinstance(value, bool) else "e")
    etree.SubElement(cell, tag("v")).text = str(int(value)) if isinstance(value, bool) else str(value)
