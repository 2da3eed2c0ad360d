"""Every sentence with which a document is turned away: what is wrong with which file, and what to do."""

from pathlib import Path

from raadhus.pure.documents.read.limits import MEGABYTE
from raadhus.pure.kernel.errors import Refused


def missing(name: str) -> Refused:
    return Refused(f"»{name}« findes ikke. Kontrollér stien og navnet.")


def folder(name: str) -> Refused:
    return Refused(f"»{name}« er en mappe. Angiv filerne i den én for én.")


def no_file(name: str) -> Refused:
    return Refused(f"»{name}« er ikke en almindelig fil. Gem dokumentet som en fil, og prøv igen.")


def closed(name: str) -> Refused:
    return Refused(f"»{name}« kan ikke åbnes. Kontrollér, at du har lov til at læse filen.")


def empty(name: str) -> Refused:
    return Refused(f"»{name}« er tom (0 byte). Hent eller gem filen igen.")


def too_big(name: str, size: int, most: int) -> Refused:
    return Refused(f"»{name}« fylder {size / MEGABYTE:.0f} MB; højst {most / MEGABYTE:.0f} MB kan læses. Del filen op.")


def too_many_pages(name: str, pages: int, most: int) -> Refused:
    return Refused(f"»{name}« har {pages} sider; højst {most} kan læses. Del filen op.")


def too_much_text(name: str, most: int) -> Refused:
    return Refused(f"»{name}« har mere end {most} tegn. Del filen op.")


def encrypted(name: str) -> Refused:
    return Refused(f"»{name}« er beskyttet med adgangskode. Gem en udgave uden adgangskode, og læs den.")


def broken(name: str, what: str) -> Refused:
    """`what` is the format in Danish, as in "en PDF-fil"."""
    return Refused(f"»{name}« er {what}, som er ødelagt eller ufuldstændig. Hent eller gem filen igen.")


def scanned(name: str, pictures: int, pages: int) -> Refused:
    """No text at all, or hardly any: `pictures` of `pages` are a picture without text."""
    much = "har ingen tekst" if pictures == pages else f"har ingen tekst på {pictures} af {pages} sider"
    return Refused(f"»{name}« er scannet og {much}. Kør den gennem tekstgenkendelse, eller skriv referatet af.")


def blank(name: str) -> Refused:
    return Refused(f"»{name}« har ingen tekst. Kontrollér, at det er den rigtige fil.")


def unreadable_type(name: str) -> Refused:
    return Refused(
        f"»{name}« bruger skrifttyper, hvis tegn ikke kan oversættes til tekst. "
        "Gem filen igen fra det program, den er skrevet i, eller kør den gennem tekstgenkendelse."
    )


def bomb(name: str) -> Refused:
    return Refused(
        f"»{name}« pakker ud til urimeligt meget og læses ikke. Gem dokumentet igen, og prøv med den nye fil."
    )


def hostile_markup(name: str) -> Refused:
    return Refused(
        f"»{name}« har sine egne definitioner (DTD) i XML-delen og læses ikke. Gem dokumentet igen fra Word som .docx."
    )


def too_deep(name: str) -> Refused:
    return Refused(f"»{name}« er for dybt indlejret til at læses. Gem teksten som almindelig tekst (.txt).")


def wrong_type(name: str, what: str, advice: str) -> Refused:
    """`what` in Danish, as in "et regneark"; `advice` a whole sentence."""
    called = f", selv om navnet ender på {Path(name).suffix}" if _says_readable(name) else ""
    return Refused(f"»{name}« er {what}{called}. {advice}")


def unknown_type(name: str) -> Refused:
    called = f" og ikke, hvad navnet siger ({Path(name).suffix})" if _says_readable(name) else ""
    return Refused(f"»{name}« er af en ukendt type{called}. Gem dokumentet som .pdf, .docx, .html eller .txt.")


def _says_readable(name: str) -> bool:
    return Path(name).suffix.lower() in (".pdf", ".docx", ".html", ".htm", ".txt")


def too_slow(name: str, seconds: float) -> Refused:
    return Refused(
        f"»{name}« var ikke læst efter {seconds:g} sekunder og er opgivet. Gem filen igen, eller del den op."
    )


def too_greedy(name: str) -> Refused:
    return Refused(f"»{name}« kræver for meget hukommelse at læse. Gem filen igen, eller del den op.")


def fatal(name: str) -> Refused:
    return Refused(
        f"»{name}« fik læseprogrammet til at gå ned og er nok ødelagt. Gem filen igen, og prøv med den nye fil."
    )
