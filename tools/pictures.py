"""Draw the pictures of README.md, as LibreOffice shows them: an example's first sheet and a page of its report."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from ita import reports
from ita.excel.reading import closed

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "workbook" / "examples" / "nongphlap_2568.xlsm"
IMAGES = ROOT / "docs" / "images"
RESULTS_PAGE, REPORT_PAGE = 1, 7
_DPI = 70


def main() -> None:
    """Write docs/images/workbook.png and report.png."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        report = reports.write(closed.read(EXAMPLE).assessment, out=room / "report.docx")
        for source, page, name in ((EXAMPLE, RESULTS_PAGE, "workbook"), (report, REPORT_PAGE, "report")):
            _page(_pdf(source, room), page, IMAGES / name)
            print(IMAGES / f"{name}.png")


def _pdf(source: Path, room: Path) -> Path:
    profile = f"-env:UserInstallation={(room / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(room), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603
    return room / f"{source.stem}.pdf"


def _page(pdf: Path, page: int, target: Path) -> None:
    pages = ("-f", str(page), "-l", str(page), "-singlefile")
    subprocess.run(["pdftoppm", "-r", str(_DPI), "-png", *pages, str(pdf), str(target)], check=True, timeout=60)  # noqa: S603, S607


if __name__ == "__main__":
    main()
