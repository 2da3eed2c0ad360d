"""A commitment knows the body in which it was made; only here is it known which that is."""

from django.db import migrations
from django.db.models import OuterRef, Subquery


def fill(apps, schema_editor):
    Commitment, Item = apps.get_model("followup", "Commitment"), apps.get_model("meetings", "Item")
    bodies = Item.objects.filter(pk=OuterRef("source_id")).values("meeting__body")[:1]
    Commitment.objects.filter(source_kind="item", made_in=None).update(made_in=Subquery(bodies))


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0001_initial'),
        ('followup', '0002_life_of_a_commitment'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
