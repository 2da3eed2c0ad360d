"""What may be proof: a file of reasonable size, or an address that a browser can open."""

from urllib.parse import urlsplit

from raadhus.pure.kernel.errors import Refused

LARGEST = 50 * 1024 * 1024


def checked_file(name: str, size: int) -> None:
    """Refuse a file without content or larger than the house keeps."""
    if not name.strip() or size == 0:
        raise Refused("Filen er tom. Vælg den igen, eller skriv svaret i stedet.")
    if size > LARGEST:
        raise Refused(f"Filen fylder mere end {LARGEST // 1024 // 1024} MB. Læg et link ved i stedet.")


def checked_address(address: str) -> str:
    """The address, trimmed; refused where it is neither a page here (/punkter/1/) nor one on the web."""
    said = address.strip()
    parts = urlsplit(said)
    is_ours = said.startswith("/") and not said.startswith("//") and "\\" not in said
    is_web = parts.scheme in ("http", "https") and bool(parts.netloc)
    if len(said) > 500 or not (is_ours or is_web):
        raise Refused("Skriv hele adressen, fx https://www.kommune.dk/notat.pdf, eller en side her, fx /punkter/12/.")
    return said
