"""Who a promise names, row by row beside its list, so that a database can ask for it."""

from collections.abc import Sequence

from raadhus.domains.followup.models import Commitment, Name, Named


def write_names(rows: Sequence[Commitment]) -> None:
    """Bring the names of these saved rows to what their `who` says. Four queries."""
    wanted = {(row.pk, name) for row in rows for name in row.who}
    texts = {name for _, name in wanted}
    Name.objects.bulk_create([Name(text=text) for text in sorted(texts)], ignore_conflicts=True)
    known = dict(Name.objects.filter(text__in=texts).values_list("text", "pk"))
    Named.objects.filter(commitment__in=[row.pk for row in rows]).delete()
    Named.objects.bulk_create([Named(commitment_id=pk, name_id=known[name]) for pk, name in sorted(wanted)])
