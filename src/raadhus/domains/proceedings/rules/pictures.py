"""What may be a picture in a text, told by its bytes."""

from raadhus.pure.kernel.errors import Refused

LARGEST = 10 * 1024 * 1024
_WHAT_TO_DO = "Gem det som PNG eller JPEG, og sæt det ind igen."


def picture_type(data: bytes) -> str:
    """The media type of a picture that every browser shows and that runs nothing; else `Refused` with what to do."""
    if not data:
        raise Refused(f"Billedet er tomt. {_WHAT_TO_DO}")
    if len(data) > LARGEST:
        raise Refused("Billedet fylder over 10 MB. Gør det mindre, eller vedlæg det som bilag.")
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    raise Refused(f"Filen er ikke et billede, der kan vises her. {_WHAT_TO_DO}")


def check_described(pictures: tuple[tuple[int, str], ...]) -> None:
    """`Refused` where a picture has no words for those who cannot see it."""
    if any(not words for _, words in pictures):
        raise Refused("Et billede mangler en beskrivelse. Skriv i få ord, hvad det viser for den, der ikke ser det.")
