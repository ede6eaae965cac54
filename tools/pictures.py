"""Draw the pictures of README.md, as LibreOffice shows them: an example's first sheet and a page of its report."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from ita import reports
from ita.excel.reading import closed

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "workbook" / "examples"
SHOWN, REPORTED = EXAMPLES / "khlongnokkrathung_2567.xlsm", EXAMPLES / "nongphlap_2568.xlsm"
IMAGES = ROOT / "docs" / "images"
SHOWN_PAGE, REPORT_PAGE = 1, 6
_DPI = 70
_SHOWN_HEIGHT = 380
"""How much of the sheet's page is shown, in dots from its top: below is only paper."""


def main() -> None:
    """Write docs/images/workbook.png and report.png."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        report = reports.write(closed.read(REPORTED).assessment, out=room / "report.docx")
        _page(_pdf(SHOWN, room), SHOWN_PAGE, IMAGES / "workbook", _SHOWN_HEIGHT)
        _page(_pdf(report, room), REPORT_PAGE, IMAGES / "report")


def _pdf(source: Path, room: Path) -> Path:
    profile = f"-env:UserInstallation={(room / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(room), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603
    return room / f"{source.stem}.pdf"


def _page(pdf: Path, page: int, target: Path, height: int = 0) -> None:
    """Draw a page, or its upper part of ``height`` dots."""
    pages = ("-f", str(page), "-l", str(page), "-singlefile", *(("-W", "10000", "-H", str(height)) if height else ()))
    subprocess.run(["pdftoppm", "-r", str(_DPI), "-png", *pages, str(pdf), str(target)], check=True, timeout=60)  # noqa: S603, S607


if __name__ == "__main__":
    main()
