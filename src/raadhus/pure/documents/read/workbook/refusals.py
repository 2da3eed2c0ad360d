"""Every sentence with which a workbook is turned away."""

from raadhus.pure.documents.read.limits import MEGABYTE, Limits
from raadhus.pure.kernel.errors import Refused

MOST_ROWS = 5_000  # with something in them, in one sheet; a sheet that people walk through has a few hundred
MOST_COLUMNS = 100
WHAT = "en Excel-fil"
LIMITS = Limits(
    file_bytes=20 * MEGABYTE,
    part_bytes=200 * MEGABYTE,
    unpacked_bytes=400 * MEGABYTE,
    wall_seconds=30.0,
    cpu_seconds=30,
    documents_a_child=200,
)
_SAVE = "Åbn det i Excel, gem det som .xlsx, og prøv igen."


def too_many_rows(name: str, sheet: str) -> Refused:
    most = f"{MOST_ROWS:,}".replace(",", ".")
    return Refused(
        f"Arket »{sheet}« i »{name}« har mere end {most} rækker med indhold, og det er flere, end nogen "
        "kan følge op på. Del det i flere ark, eller slet de rækker, der ikke skal følges op."
    )


def too_many_columns(name: str, sheet: str) -> Refused:
    return Refused(
        f"Arket »{sheet}« i »{name}« har mere end {MOST_COLUMNS} kolonner med indhold. "
        "Slet de kolonner, der ikke skal bruges, og prøv igen."
    )


def no_workbook(name: str, what: str) -> Refused:
    """`what` in Danish, as in "et regneark i det gamle format (.xls)"."""
    return Refused(f"»{name}« er {what}. {_SAVE}")


def no_sheets(name: str) -> Refused:
    return Refused(f"»{name}« har ingen ark med indhold. Kontrollér, at det er den rigtige fil.")


def part_missing(name: str, part: str) -> Refused:
    return Refused(f"»{name}« mangler delen »{part}« og er ødelagt. Gem filen igen fra Excel, og prøv med den nye fil.")


def bad_cell(name: str, sheet: str, cell: str) -> Refused:
    return Refused(
        f"Cellen {cell} i arket »{sheet}« i »{name}« kan ikke læses. Gem filen igen fra Excel, og prøv igen."
    )
