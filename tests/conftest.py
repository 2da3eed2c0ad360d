"""What every test may lean on."""

import os
import tempfile
from pathlib import Path

# Before Django reads its settings: no test writes into the developer's own data.
os.environ.setdefault("RAADHUS_DATA", tempfile.mkdtemp(prefix="raadhus-test-"))
os.environ.setdefault("RAADHUS_SECRET_KEY", "only-for-tests")
Path(os.environ["RAADHUS_DATA"]).mkdir(parents=True, exist_ok=True)

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
