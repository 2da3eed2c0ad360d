"""Take the rows of a brought Excel file into its sheet: new ones are added, known ones follow what the file has new."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from raadhus.domains.followup.access import acting_user
from raadhus.domains.followup.changes.sheets.writing import Change, set_posts, sheet_to_keep, write_cells
from raadhus.domains.followup.models import RowEvent, RowEventKind, Sheet, SheetFile, SheetRow
from raadhus.domains.followup.queries.sheets import SheetPreview, preview_of, workbook_of
from raadhus.domains.followup.queries.sheets.files import is_abolished
from raadhus.domains.followup.rules.sheets.headings import Head
from raadhus.domains.followup.rules.sheets.matching import Match
from raadhus.domains.followup.rules.sheets.reading import RowRead
from raadhus.domains.followup.rules.sheets.values import Plain
from raadhus.domains.organisation.changes import find_or_add_posts
from raadhus.domains.organisation.models import Post
from raadhus.foundation.audit.record import record
from raadhus.pure.kernel.danish_day import danish_day
from raadhus.pure.kernel.errors import Refused

NEW = "new"
_OUT_OF_THE_WAY = 1_000_000  # more than any sheet has rows


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person chose about a file: for words that name no post of today, the post's key, `NEW` to make one, or
    None to leave the row without; and the clashes, as (row, column), in which the file is right."""

    posts: Mapping[str, int | str | None] = field(default_factory=dict)
    file_is_right: frozenset[tuple[int, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class TakenIn:
    """How many rows were added, changed and left, and how many cells stayed as the house has them against the file."""

    added: int
    changed: int
    unchanged: int
    kept: int


def take_in(*, brought: SheetFile, head: Head, choices: Choices = Choices(), by: Any, at: datetime) -> TakenIn:
    """Write the file's rows; the same file again changes nothing. Rows that it has no more stay, marked as missing."""
    book = workbook_of(brought)  # seconds of work, before any other writer has to wait
    with transaction.atomic():
        sheet = sheet_to_keep(brought.sheet, by=by)
        row = SheetFile.objects.get(pk=brought.pk)
        preview = preview_of(row, book, head, on=danish_day(at))
        taken = _Taking(sheet, preview, choices, by, at).write()
        _keep_columns(sheet, preview)
        row.taken_in_at = at
        row.save(update_fields=["taken_in_at"])
        facts = {"file": row.pk, "name": row.name, "added": taken.added, "changed": taken.changed, "kept": taken.kept}
        facts |= {"missing": len(preview.missing), "head": [head.sheet, head.first_row, head.last_row]}
        record("took_in_sheet", "sheet", sheet.pk, by=by, at=at, facts=facts)
    return taken


def _keep_columns(sheet: Sheet, preview: SheetPreview) -> None:
    """The file's columns from the left; those that only the sheet had come behind."""
    columns = [list(column) for column in preview.read.columns]
    keys = {key for key, _ in columns}
    sheet.columns = columns + [column for column in sheet.columns if column[0] not in keys]
    sheet.preamble = list(preview.read.preamble) or sheet.preamble
    sheet.save(update_fields=["columns", "preamble"])


class _Taking:
    """One file's rows on their way in."""

    def __init__(self, sheet: Sheet, preview: SheetPreview, choices: Choices, by: Any, at: datetime) -> None:
        self._sheet, self._preview, self._choices, self._by, self._at = sheet, preview, choices, by, at
        self._rows = {row.pk: row for row in SheetRow.objects.filter(sheet=sheet)}
        self._posts = self._resolved()

    def write(self) -> TakenIn:
        SheetRow.objects.filter(sheet=self._sheet).update(position=F("position") + _OUT_OF_THE_WAY)
        added = changed = kept = 0
        events = []
        for position, match in enumerate(self._preview.matches, 1):
            row = self._rows.get(match.pk) if match.pk else SheetRow(sheet=self._sheet)
            assert row is not None
            changes = self._take(row, match, position)
            added += match.pk is None
            changed += match.pk is not None and bool(changes)
            kept += sum((one.pk, one.key) not in self._choices.file_is_right for one in match.clashes)
            if changes:
                events.append(self._event(row, changes))
        RowEvent.objects.bulk_create(events)
        self._put_behind(len(self._preview.matches))
        return TakenIn(added, changed, len(self._preview.matches) - added - changed, kept)

    def _take(self, row: SheetRow, match: Match, position: int) -> list[Change]:
        read = match.read
        wanted = {key: read.cells.get(key, "") for key in match.changed}
        for clash in match.clashes:
            if (clash.pk, clash.key) in self._choices.file_is_right:
                wanted[clash.key] = read.cells.get(clash.key, "")
        changes = write_cells(row, wanted, at=self._at)
        row.section, row.position, row.is_missing = read.section, position, False
        row.last_read = dict(read.texts)
        row.revision += bool(changes) and match.pk is not None
        row.save()
        if {"main_post", "helping_posts"} & wanted.keys():
            self._take_posts(row, read, wanted)
        return changes

    def _take_posts(self, row: SheetRow, read: RowRead, wanted: Mapping[str, Plain]) -> None:
        """Who answers for the row by what the file says of it; where it says nothing new, as it was."""
        mains = [self._posts.get(title) for title in read.main_titles]
        helping = [self._posts.get(title) for title in read.helping_titles]
        if "helping_posts" not in wanted:
            helping = [one.post for one in row.helpers.select_related("post")]
        main = mains[0] if mains else None
        if "main_post" not in wanted:
            main = row.main_post
        set_posts(row, main, [post for post in (*mains[1:], *helping) if post])
        self._write_chosen(row, read, main)
        row.save(update_fields=["main_post", "cells"])

    def _write_chosen(self, row: SheetRow, read: RowRead, main: Post | None) -> None:
        """Where another post was chosen than the file says, the cell says the chosen one."""
        if main and read.main_titles and main.title.casefold() != read.main_titles[0].casefold():
            row.cells["main_post"] = "\n".join([main.title, *read.main_titles[1:]])
        titles = [(title, self._posts.get(title)) for title in read.helping_titles]
        if any(post and post.title.casefold() != title.casefold() for title, post in titles):
            row.cells["helping_posts"] = "\n".join(post.title if post else title for title, post in titles)

    def _resolved(self) -> dict[str, Post | None]:
        """The post of each title in the file: the house's own, else as was chosen, else none."""
        rows = self._preview.read.rows
        titles = {title for row in rows for title in (*row.main_titles, *row.helping_titles)}
        chosen = {title: self._choices.posts.get(title) for title in titles}
        made = find_or_add_posts(title for title in titles if chosen[title] == NEW)
        known = {post.title.casefold(): post for post in Post.objects.all()}
        by_key = {post.pk: post for post in known.values()}
        found: dict[str, Post | None] = {}
        for title in titles:
            post = made.get(title) or known.get(title.casefold())
            picked = by_key.get(int(chosen[title] or 0)) if chosen[title] not in (None, NEW) else None
            found[title] = self._there(picked) if picked else post if post and self._is_there(post) else None
        return found

    def _is_there(self, post: Post) -> bool:
        return not is_abolished(post, danish_day(self._at))

    def _there(self, post: Post) -> Post:
        if not self._is_there(post):
            raise Refused(f"„{post.title}“ findes ikke længere. Vælg en post, der er der i dag.")
        return post

    def _event(self, row: SheetRow, changes: list[Change]) -> RowEvent:
        kind, by = RowEventKind.IMPORTED, acting_user(self._by)
        return RowEvent(row=row, kind=kind, by=by, at=self._at, changes=changes)

    def _put_behind(self, last: int) -> None:
        for at, row in enumerate(self._preview.missing, last + 1):
            SheetRow.objects.filter(pk=row.pk).update(position=at, is_missing=True)
