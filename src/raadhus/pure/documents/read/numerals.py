"""Numbers of lists as they are printed: 1, 01, a, A, i, I."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def letters(number: int) -> str:
    """1 → a, 26 → z, 27 → aa, 28 → bb, as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def roman(number: int) -> str:
    """1 → i, 4 → iv, 1999 → mcmxcix."""
    written = ""
    for value, digits in _ROMAN:
        written += digits * (number // value)
        number %= value
    return written


def numeral(number: int, form: str) -> str | None:
    """`number` in `form`, by Word's names; None where the form is unknown or has no such number."""
    if form in ("decimal", "decimalZero"):
        return f"{number:02d}" if form == "decimalZero" else str(number)
    if not 0 < number < 1000:
        return None
    written = {"Letter": letters, "Roman": roman}.get(form.removeprefix("lower").removeprefix("upper"))
    if written is None:
        return None
    return written(number).upper() if form.startswith("upper") else written(number)
