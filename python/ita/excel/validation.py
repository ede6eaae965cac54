"""Data validation of input cells, with Thai titles and messages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

SCORE: dict[str, Any] = {
    "validate": "decimal",
    "criteria": "between",
    "minimum": 0,
    "maximum": 100,
    "error_title": "คะแนนไม่ถูกต้อง",
    "error_message": "กรอกตัวเลข 0 ถึง 100 เช่น 98.62 (ใช้เลขอารบิก ไม่ต้องใส่เครื่องหมาย %)",
}

PERCENT: dict[str, Any] = SCORE | {
    "error_title": "ความก้าวหน้าไม่ถูกต้อง",
    "error_message": "กรอกตัวเลข 0 ถึง 100",
}


def whole(minimum: int, maximum: int, title: str, message: str) -> dict[str, Any]:
    """Return a validation that takes whole numbers in a range."""
    return {
        "validate": "integer",
        "criteria": "between",
        "minimum": minimum,
        "maximum": maximum,
        "error_title": title,
        "error_message": message,
    }


def choice(options: Sequence[str], title: str) -> dict[str, Any]:
    """Return a validation that offers a short list."""
    return {
        "validate": "list",
        "source": list(options),
        "error_title": title,
        "error_message": "เลือกจากรายการ หรือลบให้ว่าง",
    }
