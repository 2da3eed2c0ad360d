import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_calendar_token'),
        ('accounts', '__first__'),
        ('cases', '0001_initial'),
        ('files', '0001_initial'),
        ('followup', '0003_fill_what_was_promised'),
        ('organisation', '0002_holdings_and_successions'),
    ]

    operations = [
        migrations.CreateModel(
            name='Sheet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200)),
                ('agreement', models.CharField(max_length=200)),
                ('made_at', models.DateTimeField()),
                ('columns', models.JSONField(default=list)),
                ('preamble', models.JSONField(default=list)),
                ('audience', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.audience')),
                ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                ('kept_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='SheetFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=255)),
                ('brought_at', models.DateTimeField()),
                ('taken_in_at', models.DateTimeField(null=True)),
                ('brought_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='followup.sheet')),
            ],
        ),
        migrations.CreateModel(
            name='SheetRound',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(max_length=200)),
                ('due_on', models.DateField()),
                ('opened_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(null=True)),
                ('opened_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rounds', to='followup.sheet')),
            ],
            options={
                'ordering': ['-opened_at', '-pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed_at', None)), fields=('sheet',), name='one_round_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='SheetRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('section', models.TextField(blank=True)),
                ('cells', models.JSONField(default=dict)),
                ('last_read', models.JSONField(default=dict)),
                ('has_item', models.BooleanField(null=True)),
                ('deadline_first', models.DateField(null=True)),
                ('deadline_last', models.DateField(null=True)),
                ('status', models.CharField(blank=True, max_length=20)),
                ('is_missing', models.BooleanField(default=False)),
                ('revision', models.PositiveIntegerField(default=1)),
                ('answered_at', models.DateTimeField(null=True)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('main_post', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.post')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='followup.sheet')),
            ],
            options={
                'ordering': ['position'],
                'indexes': [models.Index(fields=['main_post', 'status'], name='rows_by_post')],
                'constraints': [models.UniqueConstraint(fields=('sheet', 'position'), name='one_row_per_place_in_a_sheet'), models.CheckConstraint(condition=models.Q(('status__in', ['', 'not_begun', 'under_way', 'waiting', 'delayed', 'fulfilled', 'dropped'])), name='row_status_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('deadline_first', None), ('deadline_last', None)), ('deadline_first__lte', models.F('deadline_last')), _connector='OR'), name='row_deadline_has_both_ends_in_order')],
            },
        ),
        migrations.CreateModel(
            name='RowHelper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.post')),
                ('row', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='helpers', to='followup.sheetrow')),
            ],
            options={
                'ordering': ['position', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('row', 'post'), name='a_post_helps_once_with_a_row')],
            },
        ),
        migrations.CreateModel(
            name='RowEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('imported', 'indlæst'), ('answered', 'svar'), ('decided', 'besluttet i gennemgangen'), ('edited', 'rettet'), ('moved', 'flyttet')], max_length=10)),
                ('at', models.DateTimeField()),
                ('words', models.TextField(blank=True)),
                ('changes', models.JSONField(default=list)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('round', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='followup.sheetround')),
                ('row', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='followup.sheetrow')),
            ],
            options={
                'ordering': ['-at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['imported', 'answered', 'decided', 'edited', 'moved'])), name='row_event_is_known')],
            },
        ),
        migrations.CreateModel(
            name='AskedRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answered_at', models.DateTimeField(null=True)),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='asked', to='followup.sheetround')),
                ('row', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='asked', to='followup.sheetrow')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('round', 'row'), name='a_row_is_asked_once_in_a_round')],
            },
        ),
        migrations.CreateModel(
            name='SheetEdition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('label', models.CharField(blank=True, max_length=60)),
                ('meeting', models.CharField(blank=True, max_length=200)),
                ('content', models.TextField()),
                ('checksum', models.CharField(max_length=64)),
                ('frozen_at', models.DateTimeField()),
                ('docx', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('frozen_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pdf', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='followup.sheet')),
                ('xlsx', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
            ],
            options={
                'ordering': ['-number'],
                'constraints': [models.UniqueConstraint(fields=('sheet', 'number'), name='edition_number_once_per_sheet')],
            },
        ),
    ]
