"""What changed between two readings of an agenda: words put in and taken out, enclosures replaced, items moved.

Texts are compared paragraph by paragraph and then word by word; to look is enough, nothing has to be undone from it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class Kind(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are the same in both texts, or in one of them only; spaces and line breaks go with the words."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class TextAsRead:
    """A headed text of an item; `key` stays the same through every version."""

    key: int
    heading: str
    plain: str


@dataclass(frozen=True, slots=True)
class EnclosureAsRead:
    """An enclosure in one of its versions; `replaces` are the keys of all versions before it, the nearest first."""

    key: int
    name: str
    label: str
    sha256: str
    stage: str
    replaces: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemAsRead:
    """An item as an agenda had it; `key` stays the same through every version, `number` is the one shown."""

    key: int
    number: str
    title: str
    is_withdrawn: bool
    texts: tuple[TextAsRead, ...] = ()
    enclosures: tuple[EnclosureAsRead, ...] = ()


@dataclass(frozen=True, slots=True)
class TextChange:
    """A text that was written in; a new one has only added pieces, a removed one only removed."""

    key: int
    heading: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class EnclosureChange:
    """An enclosure that is new (`before` is None), gone (`after` is None) or in a new version."""

    before: EnclosureAsRead | None
    after: EnclosureAsRead | None


@dataclass(frozen=True, slots=True)
class ItemChange:
    """What happened to one item. `number_before` is empty for a new item, `number` for one that is gone."""

    key: int
    number_before: str
    number: str
    title_before: str
    title: str
    is_new: bool
    is_gone: bool
    was_withdrawn: bool
    came_back: bool
    was_moved: bool
    texts: tuple[TextChange, ...]
    enclosures: tuple[EnclosureChange, ...]


# Paragraphs, sentences and words with the signs between them; each covers a text without a letter over.
_GRAINS = (
    re.compile(r".+?(?:\n\n+|\Z)", re.DOTALL),
    re.compile(r".+?(?:(?<=[.:;?!\n])\s+|\Z)", re.DOTALL),
    re.compile(r"\s+|[\w\u2019'-]+|[^\w\s]"),
)
_MOST_WORDS = 1500  # in one stretch of changed sentences


def difference(before: str, after: str) -> tuple[Piece, ...]:
    """Pieces: the same and the removed ones give `before`, the same and the added ones `after`, letter for letter."""
    return _in_one(_compared(before, after, _GRAINS))


def _compared(before: str, after: str, grains: Sequence[re.Pattern[str]]) -> list[Piece]:
    """The pieces by the first of `grains`, and what differs in it by the finer ones."""
    grain, *finer = grains
    old, new = grain.findall(before), grain.findall(after)
    if not finer and len(old) * len(new) > _MOST_WORDS**2:  # word by word it would take seconds and tell nobody more
        return [Piece(Kind.REMOVED, before), Piece(Kind.ADDED, after)]
    pieces: list[Piece] = []
    for name, first, last, new_first, new_last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[first:last]), "".join(new[new_first:new_last])
        if name == "equal":
            pieces.append(Piece(Kind.SAME, gone))
        elif finer and gone and come:
            pieces += _compared(gone, come, finer)
        else:
            pieces += [Piece(Kind.REMOVED, gone), Piece(Kind.ADDED, come)]
    return pieces if finer else _whole_phrases(pieces)


def _whole_phrases(pieces: Sequence[Piece]) -> list[Piece]:
    """Changes that are parted by nothing but a space or a sign are one change: a phrase is read, not a checkerboard."""
    result: list[Piece] = []
    gone = come = held = ""
    for piece in [*(piece for piece in pieces if piece.text), Piece(Kind.SAME, "¶")]:
        if piece.kind is not Kind.SAME:
            gone, come, held = gone + held, come + held, ""
            gone, come = (gone + piece.text, come) if piece.kind is Kind.REMOVED else (gone, come + piece.text)
        elif (gone or come) and not held and not re.search(r"\w|¶", piece.text):
            held = piece.text
        else:
            result += [Piece(Kind.REMOVED, gone), Piece(Kind.ADDED, come), Piece(Kind.SAME, held + piece.text)]
            gone = come = held = ""
    return [*result[:-1], Piece(Kind.SAME, result[-1].text[:-1])]


def _in_one(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    result: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if result and result[-1].kind is piece.kind:
            result[-1] = Piece(piece.kind, result[-1].text + piece.text)
        else:
            result.append(piece)
    return tuple(result)


def beside(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The two texts, each with the words marked that only it has."""
    left = tuple(piece for piece in pieces if piece.kind is not Kind.ADDED)
    return left, tuple(piece for piece in pieces if piece.kind is not Kind.REMOVED)


def agenda_changes(before: Sequence[ItemAsRead], after: Sequence[ItemAsRead]) -> tuple[ItemChange, ...]:
    """The items that changed, in the order they now have, those that are gone last.

    An item whose number only followed from another being put in or taken away was not moved.
    """
    old, new = {item.key: item for item in before}, {item.key: item for item in after}
    moved = _moved([key for key in old if key in new], [key for key in new if key in old])
    changes = [_item_change(old.get(key), item, key in moved) for key, item in new.items()]
    changes += [_item_change(item, None, False) for key, item in old.items() if key not in new]
    return tuple(change for change in changes if change is not None)


def _moved(before: Sequence[int], after: Sequence[int]) -> set[int]:
    """Those that do not stand in the longest run that both orders share."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    stayed = {key for block in matcher.get_matching_blocks() for key in before[block.a : block.a + block.size]}
    return set(after) - stayed


def _item_change(old: ItemAsRead | None, new: ItemAsRead | None, was_moved: bool) -> ItemChange | None:
    shown = new or old
    assert shown is not None
    texts = _text_changes(old.texts if old else (), new.texts if new else ())
    enclosures = _enclosure_changes(old.enclosures if old else (), new.enclosures if new else ())
    was_withdrawn = bool(old and new and new.is_withdrawn and not old.is_withdrawn)
    came_back = bool(old and new and old.is_withdrawn and not new.is_withdrawn)
    title_before = old.title if old else ""
    is_same = old is not None and new is not None and title_before == shown.title
    if is_same and not (texts or enclosures or was_withdrawn or came_back or was_moved):
        return None
    return ItemChange(
        key=shown.key,
        number_before=old.number if old else "",
        number=new.number if new else "",
        title_before=title_before,
        title=shown.title,
        is_new=old is None,
        is_gone=new is None,
        was_withdrawn=was_withdrawn,
        came_back=came_back,
        was_moved=was_moved,
        texts=texts if new and old else (),
        enclosures=enclosures if new and old else (),
    )


def _text_changes(before: Sequence[TextAsRead], after: Sequence[TextAsRead]) -> tuple[TextChange, ...]:
    old, new = {text.key: text for text in before}, {text.key: text for text in after}
    changes = []
    for key in [*new, *(key for key in old if key not in new)]:
        was, now = old.get(key), new.get(key)
        pieces = difference(was.plain if was else "", now.plain if now else "")
        if any(piece.kind is not Kind.SAME for piece in pieces):
            changes.append(TextChange(key, (now or was).heading, pieces))  # type: ignore[union-attr]
    return tuple(changes)


def _enclosure_changes(
    before: Sequence[EnclosureAsRead], after: Sequence[EnclosureAsRead]
) -> tuple[EnclosureChange, ...]:
    """An enclosure that another replaces is one change, however many versions lie between."""
    old, new = {one.key: one for one in before}, {one.key: one for one in after}
    changes, taken = [], set()
    for one in new.values():
        if one.key in old:
            continue
        was = next((old[key] for key in one.replaces if key in old and key not in new), None)
        if was:
            taken.add(was.key)
        changes.append(EnclosureChange(was, one))
    gone = [EnclosureChange(one, None) for key, one in old.items() if key not in new and key not in taken]
    return (*changes, *gone)
