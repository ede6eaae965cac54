"""The sentences of every error: what is wrong and how to mend it, in Thai and in English."""

from __future__ import annotations

from ita.messages.entry import ENTRY
from ita.messages.function import FUNCTION
from ita.messages.general import GENERAL
from ita.messages.model import Lang, Message, message
from ita.messages.report import REPORT
from ita.messages.workbook import WORKBOOK

__all__ = ["MESSAGES", "Lang", "Message", "message"]

MESSAGES: dict[str, Message] = {**GENERAL, **WORKBOOK, **ENTRY, **REPORT, **FUNCTION}
