"""Run template payloads, each in a process of its own with 2 seconds of CPU and 200 MB more memory than at its start.

``python -m support.limited`` reads a JSON list of ``[place, payload]`` and prints the JSON list of their outcomes.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from ita.errors import TemplateError
from ita.word.drafting.blocks import Column, body_row, paragraph, table
from ita.word.filling.render import Filling, render
from ita.word.parts import package
from support.word import paragraphs, small_template

SECONDS = 2
MEGABYTES = 200
_TESTS = Path(__file__).resolve().parents[1]
_FORBIDDEN = (
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "subprocess.Popen",
    "socket.",
    "shutil.",
    "os.remove",
)
_FIRED = 99


@dataclass(frozen=True)
class Trap:
    """A view whose method must never run, and whose private attribute must never be seen."""

    name: str = "อบต."
    _hidden: str = "ลับ"

    def fire(self) -> str:
        """End the process with the code of an executed payload."""
        os._exit(_FIRED)


def outcomes(cases: Sequence[tuple[str, str]]) -> list[str]:
    """Return what became of each: ``refused``, ``printed:…``, ``executed``, ``killed`` or the name of an exception."""
    command = [sys.executable, "-m", "support.limited"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(_TESTS), str(_TESTS.parent / "python")])}
    done = subprocess.run(
        command, input=json.dumps(list(cases)), capture_output=True, text=True, check=True, env=environment, timeout=600
    )
    return json.loads(done.stdout)


def _limited(place: str, payload: str) -> str:
    """Run one case in a fork and return its outcome."""
    with tempfile.TemporaryDirectory() as folder:
        path = _template(Path(folder, "t.docx"), place, payload)
        reader, writer = os.pipe()
        child = os.fork()
        if not child:
            os.close(reader)
            resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
            limit = _address_space() + MEGABYTES * 1024 * 1024
            resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
            sys.addaudithook(_watch)
            os.write(writer, _outcome(path, place, payload).encode("utf-8", "backslashreplace"))
            os._exit(0)
        os.close(writer)
        with os.fdopen(reader, "rb") as pipe:
            answer = pipe.read().decode("utf-8", "replace")
        status = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(status):
        return "killed"
    return "executed" if os.WEXITSTATUS(status) == _FIRED else answer


def _address_space() -> int:
    return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    """End the process when the payload reaches the system or a file of it."""
    is_foreign = event == "open" and any(str(arguments[0]).startswith(f) for f in ("/etc", "/proc", "canary"))
    if event.startswith(_FORBIDDEN) or is_foreign:
        os._exit(_FIRED)


def _outcome(path: Path, place: str, payload: str) -> str:
    try:
        _probe(place)
        trap = Trap(payload) if place == "agency" else Trap()
        values = {"agency": trap, "text": payload, "xs": tuple(f"รายการ {n}" for n in range(10)), "n": 7}
        return "printed:" + "".join(paragraphs(render(path, Filling(values))))[:1000]
    except TemplateError:
        return "refused"
    except BaseException as error:  # noqa: BLE001 (whatever it was is the outcome)
        return type(error).__name__


def _probe(place: str) -> None:
    """Do what payloads must not do, to show that the runner notices it."""
    if place == "fire":
        Trap().fire()
    while place == "spin":
        pass
    if place == "grow":
        bytearray(2 * MEGABYTES * 1024 * 1024)


def _template(path: Path, place: str, payload: str) -> Path:
    """Write the template of a case: the payload in it, or a plain tag for payloads that are data."""
    blocks = {
        "cell": (table([Column("", 2)], body_row([Column("", 2)], [payload]), head=False),),
        "agency": (paragraph("{{ agency.name }}"),),
        "data": (paragraph("{{ text }}"),),
        "body": (paragraph(payload),),
    }.get(place, (paragraph("ก"),))
    small_template(path, *blocks)
    if place == "header":
        parts = package.read(path)
        parts["word/header1.xml"] = parts["word/header1.xml"].replace("๑".encode(), escape(payload).encode())
        path.write_bytes(package.write(parts))
    return path


if __name__ == "__main__":
    sys.stdout.write(json.dumps([_limited(place, payload) for place, payload in json.loads(sys.stdin.read())]))
