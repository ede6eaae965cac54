"""Run properties for Thai, a complex script: whatever is set is set for both halves.

Word keeps two sets of character properties, one for simple and one for complex scripts, and shows Thai
letters and Thai digits by the second. A ``w:b`` without its ``w:bCs`` leaves Thai text regular.
"""

from __future__ import annotations

from dataclasses import dataclass

from ita.word.parts import xml

FONT = "TH SarabunPSK"
_FONTS = " ".join(f'w:{half}="{FONT}"' for half in ("ascii", "hAnsi", "eastAsia", "cs"))
FONTS = f"<w:rFonts {_FONTS}/>"
LANGUAGE = '<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="th-TH"/>'


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks; ``size`` in points, ``color`` as RRGGBB, None leaves it to the style."""

    size: float | None = None
    bold: bool = False
    color: str | None = None
    hidden: bool = False


PLAIN = Look()
BOLD = Look(bold=True)
HIDDEN = Look(size=12, color="1B7F79", hidden=True)


def properties(look: Look = PLAIN) -> str:
    """Return the ``w:rPr`` of a look, font and language always included."""
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    hidden = "<w:vanish/>" if look.hidden else ""
    color = f'<w:color w:val="{look.color}"/>' if look.color else ""
    half_points = round((look.size or 0) * 2)
    size = f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if look.size else ""
    return f"<w:rPr>{FONTS}{bold}{hidden}{color}{size}{LANGUAGE}</w:rPr>"


def run(text: str, look: Look = PLAIN) -> str:
    """Return a ``w:r`` that holds ``text``."""
    return f'<w:r>{properties(look)}<w:t xml:space="preserve">{xml.text(text)}</w:t></w:r>'


def field(instruction: str, shown: str, look: Look = PLAIN) -> str:
    """Return the runs of a Word field, such as ``PAGE``, with the text shown until Word updates it."""
    look_xml = properties(look)
    code = f'<w:r>{look_xml}<w:instrText xml:space="preserve"> {xml.text(instruction)} </w:instrText></w:r>'
    marks = {kind: f'<w:r>{look_xml}<w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    return f"{marks['begin']}{code}{marks['separate']}{run(shown, look)}{marks['end']}"
