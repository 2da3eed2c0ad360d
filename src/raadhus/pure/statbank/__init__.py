"""Danmarks Statistik's CSV, PX, JSON-stat and Excel exports as labelled arrays.

`read` takes a file's bytes and name and gives a `Table`: dimensions with codes and labels, figures, marks, and the way
back from any figure, also a summed one, to file, row and column. What is not a whole table is `Refused`.
"""

from raadhus.pure.statbank.ages import Age, age_of, ages_of
from raadhus.pure.statbank.csv_file import read_csv
from raadhus.pure.statbank.csv_grid import read_csv_grid
from raadhus.pure.statbank.dimension import Dimension
from raadhus.pure.statbank.jsonstat import read_jsonstat, read_jsonstat_all
from raadhus.pure.statbank.labelled import Note
from raadhus.pure.statbank.place import Place
from raadhus.pure.statbank.px import read_px
from raadhus.pure.statbank.reading import read
from raadhus.pure.statbank.table import Table
from raadhus.pure.statbank.times import Span, time_of
from raadhus.pure.statbank.totals import doubled, total_of
from raadhus.pure.statbank.vintage import family_of, vintage_of
from raadhus.pure.statbank.xlsx import read_xlsx

__all__ = [
    "Age",
    "Dimension",
    "Note",
    "Place",
    "Span",
    "Table",
    "age_of",
    "ages_of",
    "doubled",
    "family_of",
    "read",
    "read_csv",
    "read_csv_grid",
    "read_jsonstat",
    "read_jsonstat_all",
    "read_px",
    "read_xlsx",
    "time_of",
    "total_of",
    "vintage_of",
]
