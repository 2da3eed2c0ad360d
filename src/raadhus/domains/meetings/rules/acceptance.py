"""Which documents are agendas or minutes."""

from raadhus.pure.minutes.structure import Minutes

LONGEST_BODY = 200


def why_no_minutes(reading: Minutes, content: str) -> str | None:
    """A Danish sentence saying why the document cannot be kept as an agenda or minutes, or None where it can.

    A document that names itself needs one item, or body and date; one that does not also needs a body, a date or a
    headed section, and more of its text in the items than outside.
    """
    if reading.body and len(reading.body) > LONGEST_BODY:
        return f"Navnet på forummet er over {LONGEST_BODY} tegn; ret overskriften i dokumentet og prøv igen."
    if not _is_text(content):
        return "Filen indeholder tegn, som ikke er tekst; gem den igen som PDF eller Word og prøv igen."
    if reading.kind == "unknown" and not _looks_like_minutes(reading):
        return "Filen ligner hverken en dagsorden eller et referat; vælg en fil med punkter og et mødehoved."
    if not reading.items and not (reading.body and reading.starts_at):
        return "Der blev ikke fundet nogen punkter i filen; vælg en fil, hvor punkterne er skrevet som tekst."
    return None


def _is_text(content: str) -> bool:
    """Whether a database can keep it: no NUL and no half character."""
    try:
        content.encode()
    except UnicodeEncodeError:
        return False
    return "\\u0000" not in content.replace("\\\\", "")


def _looks_like_minutes(reading: Minutes) -> bool:
    headed = any(section.kind != "other" for item in reading.items for section in item.sections)
    understood = sum(len(item.title) + sum(len(part.text) for part in item.sections) for item in reading.items)
    left_over = sum(len(line.text) for line in reading.not_understood)
    return bool(reading.items and (reading.body or reading.starts_at or headed) and understood > left_over)
