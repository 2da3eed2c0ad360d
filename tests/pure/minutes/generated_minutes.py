"""A model of agendas and minutes, drawn at random and set in one of several layouts; and the damage that files suffer.

Everything is invented. A document is drawn from a `Random`, so that a seed is enough to see it again.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from raadhus.pure.kernel.source_text import SourceLine, SourceText

# ruff: noqa: E501  (the words that are drawn from stand in rows)

BODIES = ("Lederforum", "Økonomiudvalget", "Byrådet", "Udvalget for Havn og Klima", "Styregruppen for Skoleanalysen")
SUBJECTS = ("Godkendelse af dagsorden", "Status på boligplanen 2022", "Ny sti ved åen (bevilling)", "LF - Budget 2024",
            "ØU/KB - Frigivelse af midler til hal", "Orientering fra formanden", "Køb af grund (Lukket)", "Eventuelt")  # fmt: skip
PLAIN = ("Sagen har været i høring i otte uger.", "Der er kommet 12 svar, som er vedlagt.", "Udgiften er 1,5 mio. kr. i 2023.",
         "Forvaltningen vurderer, at planen kan holde, jf. bilag 2.", "Planen bygger på:", "- tal fra 2021", "- et skøn for 2022",
         "1. etape er færdig.", "200.000", "Navn", "Økonomi", "Det er aftalt med naboerne, at de høres igen den 3. maj 2022.",
         "• Én ting til", "Se også punkt 4.")  # fmt: skip
POSTS = (
    "Kommunaldirektøren",
    "Direktøren for Børn, Kultur & Fritid",
    "Teknik- og Miljøforvaltningen",
    "Chefen for Plan & Byg",
)
POINTS = ("at planen godkendes", "at status tages til efterretning.", "at der afsættes 200.000 kr. til sagen,",
          "at punktet drøftes.", "At sagen sendes i høring")  # fmt: skip
DECIDED = ("Godkendt.", "Taget til efterretning.", "Drøftet.", "Udsat.", "Punktet udgik.", "Anbefales godkendt.",
           "Ikke godkendt, idet udgiften er for stor.", "Som indstillet.", "Intet.", "Rikke sender et notat inden fredag.")  # fmt: skip
ATTACHED = ("Notat om planen", "Oversigt, rettet.xlsx", "Bilag 1: Kort", "UDKAST til svar", "Tidsplan", "Økonomi")
NAMES = ("Ella Vang Rask (F)", "Jonas Brink (A)", "Palle Mosbæk (V)", "Karla Toft")
CASES = ("00.01.00-A21-4-22", "14/27845", "330-2018-3619", "2012-28504", "27.15.00-P22-2-22")
HEADINGS = {
    "occasion": ("Anledning", "Beslutningstema", "Baggrund", "Problemstilling"),
    "account": ("Sagsfremstilling", "Løsning", "Beskrivelse af sagen"),
    "consequences": ("Økonomi", "Lovgrundlag", "Økonomiske konsekvenser", "Videre proces"),
    "recommendation": ("Indstilling", "ADMINISTRATIONENS INDSTILLING"),
    "decision": ("Beslutning", "Udvalgets beslutning"),
    "attachments": ("Bilag",),
}


@dataclass(frozen=True)
class DrawnItem:
    """An item to be set: its sections are pairs of heading and lines."""

    title: str
    case_number: str | None
    sections: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Drawn:
    """A meeting to be set."""

    body: str
    names: tuple[str, ...]
    items: tuple[DrawnItem, ...]


def drawn_minutes(random: Random) -> Drawn:
    """A meeting with one to six items, sections in any order."""
    titles = random.sample(SUBJECTS, random.randint(1, 6))
    names = tuple(random.sample(NAMES, random.randint(0, 4)))
    return Drawn(random.choice(BODIES), names, tuple(_item(random, title) for title in titles))


def _item(random: Random, title: str) -> DrawnItem:
    kinds = random.sample(sorted(HEADINGS), random.randint(1, 6))
    sections = tuple((random.choice(HEADINGS[kind]), _lines(random, kind)) for kind in kinds)
    return DrawnItem(title, random.choice((*CASES, None)), sections)


def _lines(random: Random, kind: str) -> tuple[str, ...]:
    if kind == "recommendation":
        return _recommendation(random)
    if kind == "decision":
        return _decision(random)
    texts = ATTACHED if kind == "attachments" else PLAIN
    return tuple(random.choice(texts) for _ in range(random.randint(1, 4)))


def _recommendation(random: Random) -> tuple[str, ...]:
    points = [random.choice(POINTS) for _ in range(random.randint(1, 4))]
    mark = random.choice(("{}. ", "-", "• ", "At {}) ", ""))
    ending = random.choice((" indstiller,", " indstiller, at:", " indstiller til Byrådet:"))
    return (random.choice(POSTS) + ending, *(mark.format(number) + point for number, point in enumerate(points, 1)))


def _decision(random: Random) -> tuple[str, ...]:
    if random.random() < 0.4:
        mark = random.choice(("Ad {}: ", "Ad. {}) ", "{}. ", "At {}) "))
        return tuple(mark.format(number) + random.choice(DECIDED) for number in range(1, random.randint(2, 4)))
    return tuple(random.sample(DECIDED, random.randint(1, 2)))


def _forum(drawn: Drawn) -> list[str]:
    lines = [
        f"REFERAT {drawn.body} d. 10-03-2022",
        "",
        "Mødedato Torsdag d. 10. marts 2022 kl. 08:30",
        "",
        "Mødested Fjorden",
        "",
    ]
    lines += [
        "Indholdsfortegnelse",
        "",
        *(f"{item.title}.....\t{page}" for page, item in enumerate(drawn.items, 3)),
        "",
    ]
    for number, item in enumerate(drawn.items, 1):
        lines += [
            f"Punkt {number}: {item.title}",
            "",
            *([item.case_number, ""] if item.case_number else []),
            *_spaced(item),
        ]
    return lines


def _committee(drawn: Drawn) -> list[str]:
    lines = [
        "Forside:",
        "",
        f"Udvalg: {drawn.body}",
        "",
        "Dato: Tirsdag den 15. marts 2022",
        "",
        "Tid: Kl. 17:30",
        "",
        "Indkaldelse :",
        "",
    ]
    lines += [*(f"  • {name}" for name in drawn.names), "", "Indholdsfortegnelse", ""]
    lines += [f"{number}. {item.title}" for number, item in enumerate(drawn.items, 1)]
    for number, item in enumerate(drawn.items, 1):
        lines += ["", f"{number}. {item.title}", "", *_spaced(item)]
    return lines


def _numbers_above(drawn: Drawn) -> list[str]:
    lines = [f"Referat til mødet i {drawn.body} den 2. marts 2021 kl. 15:30 i WebEx", "", "Åbne dagsordenspunkter", ""]
    for number, item in enumerate(drawn.items, 49):
        lines += [item.case_number or "82.01.00-G10-3-20", "", f"{number}. {item.title}", "", *_spaced(item)]
    return lines


def _crowded(drawn: Drawn) -> list[str]:
    lines = [f"{drawn.body} – Referat – 1. oktober 2018"]
    for number, item in enumerate(drawn.items, 1):
        lines += [
            f"{number}. {item.title}",
            f"Sagsnr.: 330-2018-{3000 + number}     Dok.nr.: 330-2018-500301     Åbent",
            "Kompetence: Byrådet",
        ]
        for heading, texts in item.sections:
            lines += [heading, *texts]
    return lines


def _plain(drawn: Drawn) -> list[str]:
    lines = [
        f"Referat af møde i {drawn.body}",
        "Tirsdag den 3. maj 2022 kl. 10.00-11.30",
        "Deltagere: " + ", ".join(drawn.names),
    ]
    lines += [
        "Referent: Lise Vedel",
        "",
        "Dagsorden",
        *(f"{n}. {item.title}" for n, item in enumerate(drawn.items, 1)),
        "",
    ]
    for number, item in enumerate(drawn.items, 1):
        lines += [f"{number}. {item.title}", *item.sections[0][1], f"Beslutning: {DECIDED[number]}", ""]
    return lines


def _decision_first(drawn: Drawn) -> list[str]:
    lines = [f"Referat {drawn.body} 11-09-2019", ""]
    for item in drawn.items:
        lines += [
            item.title,
            "",
            "Beslutning",
            "Vedtaget.",
            "",
            "Indstilling",
            "Det indstilles:",
            "At 1) sagen vedtages.",
            "",
            *_spaced(item),
        ]
    return lines


def _spaced(item: DrawnItem) -> list[str]:
    lines: list[str] = []
    for heading, texts in item.sections:
        lines += [heading, "", *texts, ""]
    return lines


SETTINGS: tuple[Callable[[Drawn], list[str]], ...] = (
    _forum,
    _committee,
    _numbers_above,
    _crowded,
    _plain,
    _decision_first,
)


def in_a_layout(drawn: Drawn, random: Random) -> list[str]:
    """The lines of `drawn`, set in one of the layouts."""
    return random.choice(SETTINGS)(drawn)


def damaged(lines: list[str], random: Random, times: int) -> list[str]:
    """`lines` after `times` mishaps such as files and their conversions suffer."""
    lines = list(lines)
    for _ in range(times):
        if lines:
            random.choice(_MISHAPS)(lines, random)
    return lines


def _drop(lines: list[str], random: Random) -> None:
    del lines[random.randrange(len(lines))]


def _double(lines: list[str], random: Random) -> None:
    at = random.randrange(len(lines))
    lines.insert(random.choice((at, random.randrange(len(lines)))), lines[at])


def _swap(lines: list[str], random: Random) -> None:
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def _glue_words(lines: list[str], random: Random) -> None:
    at = random.randrange(len(lines))
    spaces = [i for i, sign in enumerate(lines[at]) if sign == " "]
    if spaces:
        cut = random.choice(spaces)
        lines[at] = lines[at][:cut] + lines[at][cut + 1 :]


def _break_word(lines: list[str], random: Random) -> None:
    at = random.randrange(len(lines))
    cut = random.randint(0, len(lines[at]))
    lines[at] = f"{lines[at][:cut]} {lines[at][cut:]}"


def _break_line(lines: list[str], random: Random) -> None:
    at = random.randrange(len(lines))
    cut = random.randint(0, len(lines[at]))
    lines[at : at + 1] = [lines[at][:cut], *([""] if random.random() < 0.5 else []), lines[at][cut:]]


def _glue_lines(lines: list[str], random: Random) -> None:
    at = random.randrange(len(lines))
    lines[at : at + 2] = ["".join(lines[at : at + 2])]


def _misspell(lines: list[str], random: Random) -> None:
    at = random.randrange(len(lines))
    if lines[at]:
        cut = random.randrange(len(lines[at]))
        lines[at] = lines[at][:cut] + random.choice("xøE. ") + lines[at][cut + 1 :]


def _foreign(lines: list[str], random: Random) -> None:
    signs = "".join(
        chr(random.choice((random.randint(33, 0x2FF), random.randint(0x2000, 0x2BFF), 0x1F600))) for _ in range(8)
    )
    lines.insert(random.randrange(len(lines) + 1), random.choice((signs, f"1. {signs}", f"Punkt 3: {signs}", f"Side {len(lines)}", "Til toppen")))  # fmt: skip


_MISHAPS = (_drop, _double, _swap, _glue_words, _break_word, _break_line, _glue_lines, _misspell, _foreign)


def source_from(lines: list[str], random: Random, *, paged: bool) -> SourceText:
    """`lines` as a source; on pages with a running head and foot, and a PDF's format, where `paged`."""
    if not paged:
        hints = {at: random.choice(("h2", "li", "bold", "cell")) for at in range(len(lines)) if random.random() < 0.03}
        found = [SourceLine(text.rstrip(), n, hint=hints.get(n, "")) for n, text in enumerate(lines, 1)]
        return SourceText("drawn", "txt", tuple(found))
    pages: list[SourceLine] = []
    page = 1
    for text in lines:
        if pages and random.random() < 0.05:
            pages.append(
                SourceLine(
                    random.choice(("Lindkøbing Kommune", f"Side {page}", "Fortroligt udkast")), 0, page, "running"
                )
            )
            page += 1
        pages.append(SourceLine(text.rstrip(), 0, page))
    return SourceText("drawn", "pdf", tuple(replace(line, number=n) for n, line in enumerate(pages, 1)), page)
