"""What we ask of a workbook that Excel has open."""

from __future__ import annotations

from typing import Any, Protocol


class OpenBook(Protocol):
    """What a button needs of the workbook that Excel has open: ``xlwings.Book`` has it."""

    @property
    def name(self) -> str:
        """The file name."""
        ...

    @property
    def fullname(self) -> str:
        """The path; for a file on OneDrive xlwings looks up where it is kept on this PC, and may fail."""
        ...

    @property
    def api(self) -> Any:  # noqa: ANN401 (COM tells no types)
        """Excel's own Workbook object."""
        ...
