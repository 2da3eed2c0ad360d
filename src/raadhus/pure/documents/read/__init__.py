"""Documents in → lines that know where they stood. `read_file` here, or in a bounded child by a `ReadingWorker`."""

from raadhus.pure.documents.read.limits import DEFAULT, Limits
from raadhus.pure.documents.read.reader import read_file
from raadhus.pure.documents.read.worker import ReadingWorker, read_bounded

__all__ = ["DEFAULT", "Limits", "ReadingWorker", "read_bounded", "read_file"]
