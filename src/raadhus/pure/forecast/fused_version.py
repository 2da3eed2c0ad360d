"""What compiled code on disk is the compiled form of."""

from __future__ import annotations

import hashlib
from pathlib import Path


def version_on_disk() -> int:
    """A number that changes when any of the compiled files does: numba by itself looks at one of them only."""
    here = Path(__file__).parent
    texts = b"".join(path.read_bytes() for path in sorted([*here.glob("fused*.py"), *here.glob("packs*.py")]))
    return int.from_bytes(hashlib.sha256(texts).digest()[:7], "big")
