"""Hash the texts of real reports, so that a test can tell whether one of our sentences is theirs.

Run: ``python tools/seed_shingles.py FOLDER`` with the folder of the reports' texts (*.txt). Writes
tests/word/seed_shingles.bin, which holds hashes only; the texts themselves stay out of the project.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

# The tests' own reading of texts is used, so that both sides hash alike; it is no installed package.
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
shingles: Any = import_module("support.shingles")


def main(folder: Path) -> None:
    """Write the store and say how many hashes it holds."""
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    data = shingles.store(texts)
    shingles.STORE.write_bytes(data)
    print(f"{len(texts)} texts, {len(data) // shingles.BYTES} hashes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
