"""How a body works: its profile as the body has set it, its members, and what stands on every agenda."""

from datetime import date

from django.db.models import Q, QuerySet

from raadhus.domains.meetings.models import Body
from raadhus.domains.proceedings.models import BodyRules, Member, StandingItem
from raadhus.domains.proceedings.rules.profile import Profile
from raadhus.domains.proceedings.rules.profiles import profile_named, with_settings

UNSET = "administrative_forum"


def profile_of(body: Body) -> Profile:
    """The body's rules; those of an administrative forum where nobody has set any."""
    rules = BodyRules.objects.filter(body=body).first()
    return with_settings(profile_named(rules.profile), rules.settings) if rules else profile_named(UNSET)


def profiles_by_body() -> dict[int, Profile]:
    """As `profile_of`, for every body (by key); two queries."""
    found = {pk: profile_named(UNSET) for pk in Body.objects.values_list("pk", flat=True)}
    for rules in BodyRules.objects.all():
        found[rules.body_id] = with_settings(profile_named(rules.profile), rules.settings)
    return found


def members_of(body: Body, *, on: date) -> QuerySet[Member]:
    """Who has a seat in the body that day, in the order in which they were seated."""
    begun = Member.objects.filter(body=body, starts_on__lte=on)
    return begun.filter(Q(ends_on=None) | Q(ends_on__gt=on)).select_related("user").order_by("starts_on", "pk")


def standing_items_of(body: Body) -> QuerySet[StandingItem]:
    """What begins and ends every agenda of the body, in order."""
    return StandingItem.objects.filter(body=body).order_by("stands_last", "position", "pk")
