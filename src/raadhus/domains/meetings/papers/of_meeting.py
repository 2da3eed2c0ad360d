"""A stored meeting → its paper, with what its reader may see and nothing more.

The paper is an agenda or minutes as the meeting's current document is: an agenda is never made out of minutes, since
nobody sent that agenda out.
"""

import re
from typing import Any

from raadhus.domains.meetings.models import Meeting
from raadhus.domains.meetings.papers.of_structure import paper_of
from raadhus.domains.meetings.queries import meeting_for
from raadhus.domains.meetings.queries.reading import readings_for
from raadhus.pure.documents.tree import Document
from raadhus.pure.documents.write.formats import FORMATS
from raadhus.pure.kernel.errors import Refused

_UNFIT_FOR_A_FILE_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')


def minutes_pdf(reader: Any, meeting_id: int) -> tuple[bytes, str]:
    """The PDF of the meeting's current document and a name for the file; see `minutes_as`."""
    return minutes_as("pdf", reader, meeting_id)


def minutes_as(ending: str, reader: Any, meeting_id: int) -> tuple[bytes, str]:
    """The meeting's current document in one of `FORMATS`, and a name for the file.

    `ObjectDoesNotExist` where the meeting is not there or not the reader's; `Refused` where it cannot be set.
    """
    document = paper_of_meeting(reader, meeting_for(reader, meeting_id))
    return FORMATS[ending].write(document), file_name_of(document, ending)


def file_name_of(document: Document, ending: str = "pdf") -> str:
    """ "REFERAT Chefforum d. 20-01-2022.pdf", without signs that a file system takes amiss; 120 letters at most."""
    return _UNFIT_FOR_A_FILE_NAME.sub("-", document.title)[:120].strip(" .") + f".{ending}"


def paper_of_meeting(reader: Any, meeting: Meeting) -> Document:
    """The paper of `meeting` as `reader` may see it: closed items that are not theirs are left out."""
    version = meeting.current_version
    if version is None:
        raise Refused("Mødet har ingen dagsorden og intet referat endnu. Indlæs dokumentet først.")
    return paper_of(readings_for(reader, [meeting])[meeting.pk], undated=version.read_at.date())
