"""Is what was frozen and sealed still what it was? For `raadhus verify`, which tells what was changed."""

import hashlib
import json
from collections.abc import Iterator

from raadhus.domains.proceedings.models import Frozen, Seal, Sitting
from raadhus.domains.proceedings.queries.content import digest_of, minutes_content
from raadhus.domains.proceedings.rules.what_changed import what_changed
from raadhus.foundation.audit.queries import acts_on
from raadhus.foundation.files.models import StoredFile
from raadhus.foundation.files.queries import is_whole

_BATCH = 100


def seal_digest(frozen: Frozen) -> str:
    """The sha256 (hex) of all that a seal closes: the frozen content, the paper's bytes and every attachment's."""
    version = frozen.version
    parts = [frozen.digest, version.digest if version else "", version.file.sha256 if version else ""]
    return hashlib.sha256("\n".join([*parts, *_checksums(frozen.content)]).encode()).hexdigest()


def _checksums(content: str) -> list[str]:
    return [one["sha256"] for item in json.loads(content)["enclosures"] for one in item]


def broken_frozen() -> Iterator[str]:
    """A Danish sentence for each frozen agenda or minutes that is not what the log says was frozen."""
    rows = Frozen.objects.select_related("sitting__meeting__body", "version").order_by("pk")
    for frozen in rows.iterator(chunk_size=_BATCH):
        noted = {act.facts.get("digest") for act in acts_on("sitting", [frozen.sitting_id])}
        if digest_of(frozen.content) != frozen.digest:
            yield f"{_named(frozen)} er ændret: {_against_record(frozen)}."
        elif frozen.digest not in noted:
            yield f"{_named(frozen)} står ikke i loggen med den kontrolsum, den har nu."


def broken_seals() -> Iterator[str]:
    """A Danish sentence for each thing about sealed minutes that is not as it was sealed."""
    rows = Seal.objects.select_related(
        "sitting__meeting__body", "frozen__version__file", "frozen__sitting__meeting__body"
    )
    for seal in rows.order_by("pk").iterator(chunk_size=_BATCH):
        yield from _broken_seal(seal)
    sealed = Sitting.objects.filter(state="sealed", seal=None).select_related("meeting__body")
    for sitting in sealed.order_by("pk"):
        yield f"Mødet {_meeting(sitting)} er mærket forseglet, men har intet segl."


def _broken_seal(seal: Seal) -> Iterator[str]:
    name = _meeting(seal.sitting)
    if seal.sitting.state != "sealed":
        yield f"Det forseglede møde {name} er åbnet uden om reglerne."
    if _noted_seal(seal) != seal.digest:
        yield f"Seglet på referatet fra {name} står ikke i loggen, som det er nu."
    if _is_readable(seal.frozen) and seal_digest(seal.frozen) != seal.digest:
        yield f"Seglet på referatet fra {name} passer ikke til indhold og bilag."
    changed = what_changed(seal.frozen.content, minutes_content(seal.sitting))
    if changed:
        yield f"I det forseglede referat fra {name} er ændret: {'; '.join(changed)}."
    yield from _broken_enclosures(seal, name)


def _noted_seal(seal: Seal) -> str | None:
    acts = {act.number: act for act in acts_on("sitting", [seal.sitting_id]) if act.action == "sealed_minutes"}
    return acts[seal.audit_number].facts["digest"] if seal.audit_number in acts else None


def _is_readable(frozen: Frozen) -> bool:
    try:
        _checksums(frozen.content)
    except (ValueError, KeyError, TypeError):
        return False
    return True


def _broken_enclosures(seal: Seal, name: str) -> Iterator[str]:
    if not _is_readable(seal.frozen):
        return
    content = json.loads(seal.frozen.content)
    for item, enclosures in zip(content["minutes"]["items"], content["enclosures"], strict=True):
        for one in enclosures:
            file = StoredFile.objects.filter(sha256=one["sha256"]).first()
            if file is None or not is_whole(file):
                where = f"punkt {item['number']} i det forseglede referat fra {name}"
                yield f"Bilaget „{one['name']}“ til {where} er ændret."


def _against_record(frozen: Frozen) -> str:
    """What differs from the record's version that was made of it; the frozen text alone cannot tell."""
    if frozen.version is None:
        return "den gemte tekst"
    changed = what_changed(_as_content(frozen.version.content), _only_minutes(frozen.content))
    return "; ".join(changed) or "bilag eller udfald i den gemte tekst"


def _as_content(kept: str) -> str:
    return json.dumps({"minutes": json.loads(kept)})


def _only_minutes(content: str) -> str:
    try:
        return json.dumps({"minutes": json.loads(content)["minutes"]})
    except (ValueError, KeyError, TypeError):
        return ""


_KINDS = {"agenda": "Dagsordenen", "supplement": "Tillægsdagsordenen", "minutes": "Referatet"}


def _named(frozen: Frozen) -> str:
    return f"{_KINDS[frozen.kind]} (udgave {frozen.number}) fra {_meeting(frozen.sitting)}"


def _meeting(sitting: Sitting) -> str:
    meeting = sitting.meeting
    day = f" den {meeting.starts_on:%d-%m-%Y}" if meeting.starts_on else ""
    return f"{meeting.body.name}{day}"
