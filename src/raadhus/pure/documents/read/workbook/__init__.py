"""An Excel file → its cells and where they stood. `read_workbook` here, or in a bounded child by `read_bounded`."""

from raadhus.pure.documents.read.workbook.bounded import read_bounded
from raadhus.pure.documents.read.workbook.reading import read_workbook
from raadhus.pure.documents.read.workbook.refusals import MOST_ROWS

__all__ = ["MOST_ROWS", "read_bounded", "read_workbook"]
