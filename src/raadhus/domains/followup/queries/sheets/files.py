"""An Excel file that was brought: its cells, and what would come of taking its rows in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from raadhus.domains.followup.access.sheets import own_sheet_files
from raadhus.domains.followup.models import SheetFile, SheetRow
from raadhus.domains.followup.rules.sheets.headings import Head
from raadhus.domains.followup.rules.sheets.matching import Match, Standing, match
from raadhus.domains.followup.rules.sheets.reading import RowRead, SheetRead, read_sheet
from raadhus.domains.followup.rules.sheets.values import text_of
from raadhus.domains.organisation.models import Post
from raadhus.domains.organisation.queries import successors_of
from raadhus.foundation.files.queries import open_bytes
from raadhus.pure.documents.grid import Workbook
from raadhus.pure.documents.read.workbook import read_bounded
from raadhus.pure.kernel.errors import Refused


@dataclass(frozen=True, slots=True)
class UnknownPost:
    """Words that name no post of today: why, the rows they stand in, and who took over where the post was abolished."""

    title: str
    sentence: str
    lines: tuple[int, ...]
    successors: tuple[Post, ...] = ()
    is_abolished: bool = False


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """What taking the file in would do."""

    read: SheetRead
    matches: list[Match]
    missing: list[SheetRow]
    unknown_posts: list[UnknownPost]

    def count(self, kind: str) -> int:
        """How many rows are "new", "changed", "unchanged"."""
        return sum(self._kind(one) == kind for one in self.matches)

    def _kind(self, one: Match) -> str:
        return "new" if one.pk is None else "changed" if one.changed else "unchanged"


def sheet_file_for(reader: Any, pk: int) -> SheetFile:
    """The file, or `ObjectDoesNotExist` where it is not there or not the reader's."""
    return own_sheet_files(reader).select_related("sheet", "file").get(pk=pk)


def workbook_of(brought: SheetFile) -> Workbook:
    """The cells, read in a bounded child; `Refused` where they cannot be."""
    with open_bytes(brought.file) as stream:
        return read_bounded(stream.read(), brought.name)


def preview_of(brought: SheetFile, book: Workbook, head: Head, *, on: date) -> SheetPreview:
    """What the file's rows say under these headings, met with the rows that the sheet has; nothing is written."""
    chosen = next((one for one in book.sheets if one.name == head.sheet), None)
    if chosen is None:
        raise Refused(f"Der er intet ark „{head.sheet}“ i filen. Vælg et af dem, den har.")
    posts = {post.title.casefold(): post for post in Post.objects.all()}
    read = read_sheet(chosen, head, on=on, known_posts=set(posts))
    rows = list(SheetRow.objects.filter(sheet=brought.sheet))
    matches, missing = match([_standing(row) for row in rows], read.rows)
    gone = [row for row in rows if row.pk in set(missing)]
    return SheetPreview(read, matches, gone, _unknown(read.rows, posts, on))


def _standing(row: SheetRow) -> Standing:
    now = {key: text_of(cell) for key, cell in row.cells.items()}
    return Standing(row.pk, row.section, now, row.last_read)


def _unknown(rows: tuple[RowRead, ...], posts: Mapping[str, Post], on: date) -> list[UnknownPost]:
    lines: dict[str, list[int]] = {}
    for row in rows:
        for title in dict.fromkeys((*row.main_titles, *row.helping_titles)):
            post = posts.get(title.casefold())
            if post is None or is_abolished(post, on):
                lines.setdefault(title, []).append(row.line)
    return [_told(title, tuple(found), posts.get(title.casefold())) for title, found in lines.items()]


def is_abolished(post: Post, on: date) -> bool:
    """Whether the post is not there any more that day."""
    return post.valid_until is not None and post.valid_until <= on


def _told(title: str, lines: tuple[int, ...], post: Post | None) -> UnknownPost:
    if post is None or post.valid_until is None:
        return UnknownPost(title, f"„{title}“ findes ikke som post i Rådhus.", lines)
    return UnknownPost(
        title,
        f"„{title}“ findes ikke længere: posten blev nedlagt {post.valid_until:%d-%m-%Y}.",
        lines,
        tuple(successors_of(post)),
        is_abolished=True,
    )
