"""The recommendation: by which post, and point by point, as the section's text has them."""

import re
from dataclasses import dataclass

from raadhus.pure.minutes.structure import Recommendation

_VERB = r"(?:indstiller|foreslår|anbefaler|indstilles\s+af|forelægger|indstillede)"
_BY = re.compile(rf"(?P<by>[A-ZÆØÅ].{{1,140}}?)\s+{_VERB}\b", re.DOTALL)
_IMPERSONAL = re.compile(r"(?:det|der|sagen|punktet|at|som|indstilling(?:en)?)\b", re.IGNORECASE)
_INTRO_ENDS = re.compile(rf"\b(?:{_VERB}|indstilles|foreslås|anbefales|indstilling\s+om)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:[Aa]t\s+)?(?P<number>\d{1,2})\s?[.):]+\s*(?P<text>\S.*)")
_LETTERED = re.compile(r"[a-zæøå][.)]\s+(?P<text>\S.*)")
_DASHED = re.compile(r"(?:[-–—•▪●◦·*]|o\s)\s*(?P<text>\S.*)")
_AT = re.compile(r"[Aa]t\s+\S.*")
_INNER_AT = re.compile(r"[,:]?\s*\b(?P<point>at\s.*)", re.DOTALL)
_BRACKETED_BY = re.compile(r"\((?:[Ss]tillet af )?(?P<by>[A-ZÆØÅ][^()\d]{2,60})\)")


@dataclass(slots=True)
class _Point:
    style: str
    text: str


def recommendation_of(text: str) -> Recommendation | None:
    """The recommendation that a section's `text` makes; None where the text is empty."""
    if not text.strip():
        return None
    lines = [line.strip() for line in text.split("\n")]
    intro, points = _read_points(lines)
    by = _by(intro)
    if not points:
        points = _within(" ".join(intro) if by is None else "\n".join(intro))
    return Recommendation(by or _bracketed(lines), tuple(points))


def _by(intro: list[str]) -> str | None:
    for line in intro:
        match = _BY.match(line)
        if match and not _IMPERSONAL.match(line):
            return match["by"].rstrip(" ,")
    return None


def _bracketed(lines: list[str]) -> str | None:
    found = [match for line in lines if (match := _BRACKETED_BY.fullmatch(line))]
    return found[0]["by"] if found else None


def _style(line: str) -> tuple[str, str] | None:
    if match := _NUMBERED.fullmatch(line):
        return "numbered", match["text"]
    if match := _DASHED.fullmatch(line):
        return "dashed at" if _AT.match(match["text"]) else "dashed", match["text"]
    if match := _LETTERED.fullmatch(line):
        return "lettered", match["text"]
    return ("at", line) if _AT.fullmatch(line) else None


def _read_points(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines before the first point, and the points with their continuations and nested points."""
    intro: list[str] = []
    points: list[_Point] = []
    gap = False
    for line in lines:
        if not line:
            gap = True
            continue
        style = _style(line)
        if style is not None and not (style[0] == "at" and not (points or intro)):
            _add(points, *style, whole=line)
        elif style is not None:
            points.append(_Point(*style))
        elif not points:
            intro.append(line)
        elif not gap and not _BRACKETED_BY.fullmatch(line):
            points[-1].text = f"{points[-1].text}\n{line}"
        gap = False
    return intro, [point.text for point in points]


def _add(points: list[_Point], style: str, text: str, *, whole: str) -> None:
    """A new point, or a nested one kept in the text of the point it belongs to."""
    outer = points[0].style if points else style
    last = points[-1].text if points else ""
    nested = points and (
        (style in {"dashed", "lettered"} and style != outer)
        or (style == "dashed at" and outer == "numbered" and last.endswith(":"))
        or (style == "numbered" and outer.startswith("dashed") and last.endswith(":"))
    )
    if nested:
        points[-1].text = f"{last}\n{whole}"
    else:
        points.append(_Point(style, text))


def _within(intro: str) -> list[str]:
    """The point in a recommendation written as one sentence: from "at" on, or all of it."""
    verb = _INTRO_ENDS.search(intro)
    start = verb.end() if verb else 0
    match = _INNER_AT.search(intro, start) if verb or _AT.match(intro) else None
    point = match["point"] if match else intro
    return [point.strip()] if point.strip() else []


_STANDING_INTRO = re.compile(
    rf"(?:[A-ZÆØÅ].{{1,120}}?\s+{_VERB}\b[^.]{{0,160}}?"
    r"|Det (?:indstilles|foreslås|anbefales)\b[^.]{0,120}?)(?:[,:]|\bat:?)?"
)


def begins_recommendation(line: str, following: str) -> bool:
    """Whether `line` introduces points that follow, as "Forvaltningen indstiller, at" does without a heading."""
    if len(line) > 300 or not ("indstil" in line or "foresl" in line or "anbefal" in line):
        return False
    return bool(_STANDING_INTRO.fullmatch(line)) and _style(following) is not None
