"""Plain paragraphs and points ↔ the clean HTML that texts are kept in."""

from collections.abc import Sequence
from html import escape


def paragraphs_html(text: str) -> str:
    """Paragraphs, parted by empty lines in `text`, as HTML; a line break within one is kept."""
    parts = [part.strip() for part in text.split("\n\n")]
    return "".join(f"<p>{escape(part).replace(chr(10), '<br>')}</p>" for part in parts if part)


def recommendation_texts(recommended_by: str, points: Sequence[str]) -> tuple[str, str]:
    """A recommendation as HTML and as plain text: "Direktøren indstiller,", then numbered points; empty without any."""
    if not points:
        return "", ""
    intro = f"{recommended_by} indstiller," if recommended_by else "Det indstilles,"
    listed = "".join(f"<li>{escape(point)}</li>" for point in points)
    plain = "\n".join(f"{number}. {point}" for number, point in enumerate(points, 1))
    return f"<p>{escape(intro)}</p><ol>{listed}</ol>", f"{intro}\n\n{plain}"
