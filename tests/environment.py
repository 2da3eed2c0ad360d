"""Loaded by pytest before any settings are read (`-p` in pyproject.toml): no test touches the developer's own data."""

import atexit
import os
import shutil
import tempfile

if "RAADHUS_DATA" not in os.environ:
    os.environ["RAADHUS_DATA"] = tempfile.mkdtemp(prefix="raadhus-test-")
    atexit.register(shutil.rmtree, os.environ["RAADHUS_DATA"], ignore_errors=True)
os.environ.setdefault("RAADHUS_SECRET_KEY", "only-for-tests")
if os.environ.get("RAADHUS_TEST_POSTGRESQL"):
    os.environ["DATABASE_URL"] = os.environ["RAADHUS_TEST_POSTGRESQL"]
