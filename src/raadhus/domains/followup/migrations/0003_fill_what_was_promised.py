"""What was promised is what was due, where nobody has prolonged it yet; and names get rows of their own."""

from django.db import migrations
from django.db.models import F


def fill(apps, schema_editor):
    Commitment, Name, Named = (apps.get_model("followup", name) for name in ("Commitment", "Name", "Named"))
    Commitment.objects.update(promised_first=F("due_first"), promised_last=F("due_last"))
    pairs = {(pk, name) for pk, who in Commitment.objects.values_list("pk", "who").iterator() for name in who}
    Name.objects.bulk_create([Name(text=text) for text in sorted({text for _, text in pairs})], batch_size=500)
    known = dict(Name.objects.values_list("text", "pk"))
    Named.objects.bulk_create(
        [Named(commitment_id=pk, name_id=known[text]) for pk, text in sorted(pairs)], batch_size=500
    )


class Migration(migrations.Migration):

    dependencies = [
        ('followup', '0002_life_of_a_commitment'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
