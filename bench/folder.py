"""Where a bench keeps its data while it runs."""

import atexit
import shutil
import tempfile


def own_folder() -> str:
    """A new folder, removed when the bench ends."""
    folder = tempfile.mkdtemp(prefix="raadhus-bench-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
