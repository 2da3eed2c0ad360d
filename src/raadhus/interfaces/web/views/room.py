"""What the pages of a meeting that is held begin with: who runs it, which item it is, and doing what a button asks."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.utils import timezone

from raadhus.domains.proceedings import access, queries
from raadhus.domains.proceedings.rules.breach import Breach
from raadhus.interfaces.web.views.finding import found_or_404
from raadhus.pure.kernel.errors import Refused


def sitting_run(request: HttpRequest, pk: int) -> Any:
    """The meeting where the reader runs it; 404 for everybody else, who may not tell it from one that is not
    there."""
    today = timezone.localdate()
    sitting = found_or_404(queries.sitting_for, request.user, pk, on=today)
    if not access.is_secretary(request.user, sitting.meeting.body, on=today):
        raise Http404
    return sitting


def item_run(request: HttpRequest, pk: int, item_pk: int) -> tuple[Any, Any]:
    """The same with one of the meeting's items; 404 for one that is not on its agenda."""
    sitting = sitting_run(request, pk)
    for _number, item in queries.items_of(sitting):
        if item.pk == item_pk:
            return sitting, item
    raise Http404


def by_now(request: HttpRequest) -> dict[str, Any]:
    """Who does it, and when: what every change is told."""
    return {"by": request.user, "at": timezone.now()}


def why_not(request: HttpRequest, act: Callable[[], Any], said: str = "") -> str:
    """Do `act`; "" where it was done, else the sentence. What only warns is shown, and `said` where it was done."""
    try:
        result = act()
    except Refused as refused:
        return str(refused)
    for breach in _warnings(result):
        messages.warning(request, breach.sentence)
    if said:
        messages.success(request, said)
    return ""


def do_or_say(request: HttpRequest, act: Callable[[], Any], said: str = "") -> bool:
    """As `why_not` for a button with nothing typed: the sentence for why not is shown on the next page."""
    sentence = why_not(request, act, said)
    if sentence:
        messages.error(request, sentence)
    return not sentence


def _warnings(result: Any) -> list[Breach]:
    """The breaches in what a change gave back, alone or behind the row."""
    if not isinstance(result, tuple):
        return []
    flat = [*result, *(result[-1] if result and isinstance(result[-1], tuple) else ())]
    return [one for one in flat if isinstance(one, Breach)]
