import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('cases', '0001_initial'),
        ('files', '0001_initial'),
        ('organisation', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('outcome', models.CharField(choices=[('approved', 'Godkendt'), ('recommended', 'Anbefalet'), ('noted', 'Taget til efterretning'), ('discussed', 'Drøftet'), ('deferred', 'Udsat'), ('withdrawn', 'Udgik'), ('returned', 'Sendt tilbage'), ('referred', 'Sendt videre'), ('rejected', 'Afvist'), ('lapsed', 'Bortfaldet'), ('none', 'Ingen beslutning'), ('mixed', 'Delt beslutning'), ('other', 'Andet')], max_length=20)),
                ('outcome_is_read', models.BooleanField(default=True)),
                ('votes', models.JSONField(null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('outcome__in', ['approved', 'recommended', 'noted', 'discussed', 'deferred', 'withdrawn', 'returned', 'referred', 'rejected', 'lapsed', 'none', 'mixed', 'other'])), name='outcome_is_known')],
            },
        ),
        migrations.CreateModel(
            name='Body',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, unique=True)),
                ('abbreviation', models.CharField(blank=True, max_length=20)),
                ('closed_audience', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.audience')),
                ('open_audience', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.audience')),
            ],
        ),
        migrations.CreateModel(
            name='DecisionPoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('text', models.TextField()),
                ('outcome', models.CharField(choices=[('approved', 'Godkendt'), ('recommended', 'Anbefalet'), ('noted', 'Taget til efterretning'), ('discussed', 'Drøftet'), ('deferred', 'Udsat'), ('withdrawn', 'Udgik'), ('returned', 'Sendt tilbage'), ('referred', 'Sendt videre'), ('rejected', 'Afvist'), ('lapsed', 'Bortfaldet'), ('none', 'Ingen beslutning'), ('mixed', 'Delt beslutning'), ('other', 'Andet')], max_length=20)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='points', to='meetings.decision')),
            ],
            options={
                'ordering': ['number', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Item',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case_words', models.TextField(blank=True)),
                ('position', models.PositiveIntegerField()),
                ('number', models.TextField(blank=True)),
                ('title', models.TextField()),
                ('is_closed', models.BooleanField()),
                ('audience', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.audience')),
                ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
            ],
            options={
                'indexes': [models.Index(fields=['case'], name='items_by_case')],
            },
        ),
        migrations.AddField(
            model_name='decision',
            name='item',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='decision', to='meetings.item'),
        ),
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('name', models.TextField()),
                ('file', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attachments', to='meetings.item')),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField(null=True)),
                ('starts_at', models.TimeField(null=True)),
                ('ends_on', models.DateField(null=True)),
                ('ends_at', models.TimeField(null=True)),
                ('place', models.TextField(blank=True)),
                ('audience', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.audience')),
                ('body', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.body')),
            ],
            options={
                'indexes': [models.Index(fields=['-starts_on', '-starts_at'], name='meetings_by_day')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('starts_at__isnull', False)), fields=('body', 'starts_on', 'starts_at'), name='one_meeting_per_body_and_start'), models.UniqueConstraint(condition=models.Q(('starts_at__isnull', True)), fields=('body', 'starts_on'), name='one_meeting_per_body_and_day_without_time')],
            },
        ),
        migrations.AddField(
            model_name='item',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='meetings.meeting'),
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('words', models.TextField()),
                ('is_present', models.BooleanField()),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.person')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendance', to='meetings.meeting')),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Recommendation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by', models.TextField(blank=True)),
                ('item', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='recommendation', to='meetings.item')),
                ('post', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.post')),
            ],
        ),
        migrations.CreateModel(
            name='RecommendationPoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('text', models.TextField()),
                ('recommendation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='points', to='meetings.recommendation')),
            ],
            options={
                'ordering': ['number', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Reference',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('direction', models.CharField(max_length=10)),
                ('words', models.TextField()),
                ('first', models.DateField(null=True)),
                ('last', models.DateField(null=True)),
                ('quote', models.TextField()),
                ('body', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.body')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='references', to='meetings.item')),
            ],
            options={
                'ordering': ['position', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('direction__in', ['past', 'future'])), name='reference_is_past_or_future'), models.CheckConstraint(condition=models.Q(models.Q(('first', None), ('last', None)), ('first__lte', models.F('last')), _connector='OR'), name='reference_window_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Section',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('heading', models.TextField()),
                ('kind', models.CharField(max_length=20)),
                ('text', models.TextField()),
                ('first_line', models.PositiveIntegerField(null=True)),
                ('last_line', models.PositiveIntegerField(null=True)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sections', to='meetings.item')),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('kind', models.CharField(max_length=10)),
                ('content', models.TextField()),
                ('digest', models.CharField(max_length=64)),
                ('read_at', models.DateTimeField()),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='meetings.meeting')),
            ],
            options={
                'indexes': [models.Index(fields=['digest'], name='versions_by_digest')],
                'constraints': [models.UniqueConstraint(fields=('meeting', 'number'), name='version_number_once_per_meeting'), models.UniqueConstraint(fields=('meeting', 'digest'), name='same_content_once_per_meeting'), models.UniqueConstraint(fields=('file',), name='one_version_per_file'), models.CheckConstraint(condition=models.Q(('kind__in', ['agenda', 'minutes', 'unknown'])), name='version_kind_is_known')],
            },
        ),
        migrations.CreateModel(
            name='UnreadLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('line', models.PositiveIntegerField()),
                ('text', models.TextField()),
                ('settled_as', models.CharField(blank=True, max_length=10)),
                ('item', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='meetings.item')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='meetings.version')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('settled_as__in', ['', 'placed', 'set_aside'])), name='unread_line_is_settled_or_not')],
            },
        ),
        migrations.AddField(
            model_name='meeting',
            name='current_version',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.version'),
        ),
        migrations.AddField(
            model_name='item',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.version'),
        ),
        migrations.AddConstraint(
            model_name='item',
            constraint=models.UniqueConstraint(fields=('version', 'position'), name='one_item_per_place_in_a_version'),
        ),
    ]
