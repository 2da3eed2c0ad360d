"""Loaded by pytest before any settings are read (`-p` in pyproject.toml): no test touches the developer's own data."""

import os
import tempfile

os.environ.setdefault("RAADHUS_DATA", tempfile.mkdtemp(prefix="raadhus-test-"))
os.environ.setdefault("RAADHUS_SECRET_KEY", "only-for-tests")
if os.environ.get("RAADHUS_TEST_POSTGRESQL"):
    os.environ["DATABASE_URL"] = os.environ["RAADHUS_TEST_POSTGRESQL"]
