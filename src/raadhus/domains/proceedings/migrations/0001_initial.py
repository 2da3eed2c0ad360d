import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('files', '0001_initial'),
        ('meetings', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Sitting',
            fields=[
                ('meeting', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='sitting', serialize=False, to='meetings.meeting')),
                ('state', models.CharField(choices=[('planned', 'Planned'), ('sent', 'Sent'), ('in_session', 'In Session'), ('minutes', 'Minutes'), ('approved', 'Approved'), ('sealed', 'Sealed'), ('cancelled', 'Cancelled')], default='planned', max_length=20)),
                ('link', models.URLField(blank=True)),
                ('series', models.CharField(blank=True, max_length=40)),
                ('cancelled_because', models.TextField(blank=True)),
                ('late_because', models.TextField(blank=True)),
                ('opened_at', models.DateTimeField(null=True)),
                ('closed_at', models.DateTimeField(null=True)),
                ('ends_at', models.TimeField(null=True)),
                ('revision', models.PositiveIntegerField(default=1)),
            ],
        ),
        migrations.CreateModel(
            name='BodyRules',
            fields=[
                ('body', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='rules', serialize=False, to='meetings.body')),
                ('profile', models.CharField(default='administrative_forum', max_length=40)),
                ('settings', models.JSONField(default=dict)),
                ('revision', models.PositiveIntegerField(default=1)),
                ('passes_to', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.body')),
            ],
        ),
        migrations.CreateModel(
            name='Frozen',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('kind', models.CharField(choices=[('agenda', 'Agenda'), ('supplement', 'Supplement'), ('minutes', 'Minutes')], max_length=20)),
                ('content', models.TextField()),
                ('digest', models.CharField(max_length=64)),
                ('frozen_at', models.DateTimeField()),
                ('frozen_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('version', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.version')),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='Member',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('role', models.CharField(choices=[('chair', 'Chair'), ('deputy_chair', 'Deputy Chair'), ('member', 'Member'), ('deputy', 'Deputy'), ('secretary', 'Secretary')], default='member', max_length=20)),
                ('group', models.CharField(blank=True, max_length=100)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='meetings.body')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Attendee',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('position', models.PositiveIntegerField()),
                ('is_guest', models.BooleanField(default=False)),
                ('is_present', models.BooleanField(null=True)),
                ('arrived_at', models.TimeField(null=True)),
                ('left_at', models.TimeField(null=True)),
                ('excuse', models.CharField(blank=True, choices=[('health', 'helbred'), ('child', 'graviditet, barsel eller adoption'), ('office', 'andet offentligt hverv'), ('business', 'forretninger'), ('other', 'anden lovlig grund')], max_length=10)),
                ('revision', models.PositiveIntegerField(default=1)),
                ('deputy_for', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proceedings.attendee')),
                ('member', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proceedings.member')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField(default=0)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('with_head', 'With Head'), ('ready', 'Ready'), ('on_agenda', 'On Agenda'), ('decided', 'Decided'), ('withdrawn', 'Withdrawn')], default='draft', max_length=20)),
                ('kind', models.CharField(choices=[('decision', 'til beslutning'), ('discussion', 'til drøftelse'), ('orientation', 'til orientering')], default='decision', max_length=20)),
                ('title', models.TextField()),
                ('case_number', models.CharField(blank=True, max_length=60)),
                ('recommended_by', models.CharField(blank=True, max_length=300)),
                ('is_closed', models.BooleanField(default=False)),
                ('closed_because', models.CharField(blank=True, max_length=40)),
                ('closed_words', models.TextField(blank=True)),
                ('open_again_on', models.DateField(null=True)),
                ('presenter', models.CharField(blank=True, max_length=200)),
                ('guest', models.CharField(blank=True, max_length=200)),
                ('guest_from', models.TimeField(null=True)),
                ('guest_until', models.TimeField(null=True)),
                ('late_because', models.TextField(blank=True)),
                ('withdrawn_because', models.TextField(blank=True)),
                ('begun_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('returns_commitment', models.BigIntegerField(null=True)),
                ('proposed_at', models.DateTimeField()),
                ('revision', models.PositiveIntegerField(default=1)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.body')),
                ('came_from', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proceedings.proposal')),
                ('item', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.item')),
                ('meeting', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='meetings.meeting')),
                ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proceedings.proposal')),
                ('proposed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Point',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('text', models.TextField()),
                ('outcome', models.CharField(blank=True, choices=[('approved', 'Godkendt'), ('recommended', 'Anbefalet'), ('noted', 'Taget til efterretning'), ('discussed', 'Drøftet'), ('deferred', 'Udsat'), ('withdrawn', 'Udgik'), ('returned', 'Sendt tilbage'), ('referred', 'Sendt videre'), ('rejected', 'Afvist'), ('lapsed', 'Bortfaldet'), ('none', 'Ingen beslutning'), ('mixed', 'Delt beslutning'), ('other', 'Andet')], max_length=20)),
                ('words', models.TextField(blank=True)),
                ('amended', models.TextField(blank=True)),
                ('due_first', models.DateField(null=True)),
                ('due_last', models.DateField(null=True)),
                ('due_words', models.CharField(blank=True, max_length=200)),
                ('votes', models.JSONField(null=True)),
                ('majority', models.CharField(default='simple', max_length=30)),
                ('left_open_because', models.TextField(blank=True)),
                ('revision', models.PositiveIntegerField(default=1)),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='points', to='proceedings.proposal')),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='Pledge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('line', models.TextField()),
                ('kind', models.CharField(default='task', max_length=10)),
                ('who', models.JSONField(default=list)),
                ('due_first', models.DateField(null=True)),
                ('due_last', models.DateField(null=True)),
                ('body', models.CharField(blank=True, max_length=200)),
                ('revision', models.PositiveIntegerField(default=1)),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pledges', to='proceedings.proposal')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('quote', models.TextField(blank=True)),
                ('text', models.TextField(blank=True)),
                ('is_highlight', models.BooleanField(default=False)),
                ('at', models.DateTimeField()),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='proceedings.proposal')),
            ],
        ),
        migrations.CreateModel(
            name='Hearing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('department', models.CharField(max_length=200)),
                ('asked_at', models.DateTimeField()),
                ('due_on', models.DateField()),
                ('answer', models.TextField(blank=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hearings', to='proceedings.proposal')),
            ],
        ),
        migrations.CreateModel(
            name='Enclosure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('name', models.CharField(max_length=255)),
                ('label', models.CharField(blank=True, max_length=60)),
                ('stage', models.CharField(choices=[('agenda', 'sendt med dagsordenen'), ('late', 'eftersendt'), ('minutes', 'vedlagt referatet')], default='agenda', max_length=10)),
                ('is_confidential', models.BooleanField(default=False)),
                ('added_at', models.DateTimeField()),
                ('removed_at', models.DateTimeField(null=True)),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('replaces', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='proceedings.enclosure')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='enclosures', to='proceedings.proposal')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='Dissent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('attendee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proceedings.attendee')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='dissents', to='proceedings.proposal')),
            ],
        ),
        migrations.CreateModel(
            name='Absence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_disqualified', models.BooleanField(default=False)),
                ('reason', models.TextField(blank=True)),
                ('decision', models.TextField(blank=True)),
                ('attendee', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='absences', to='proceedings.attendee')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='absences', to='proceedings.proposal')),
            ],
        ),
        migrations.CreateModel(
            name='Seal',
            fields=[
                ('sitting', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='seal', serialize=False, to='proceedings.sitting')),
                ('digest', models.CharField(max_length=64)),
                ('audit_number', models.BigIntegerField()),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name='sitting',
            name='current',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='proceedings.proposal'),
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked_at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(null=True)),
                ('is_accepted', models.BooleanField(null=True)),
                ('comment', models.TextField(blank=True)),
                ('digest', models.CharField(blank=True, max_length=64)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='proceedings.sitting')),
            ],
        ),
        migrations.CreateModel(
            name='ReadMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('frozen', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='proceedings.frozen')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='proceedings.sitting')),
            ],
        ),
        migrations.AddField(
            model_name='frozen',
            name='sitting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='frozen', to='proceedings.sitting'),
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('at', models.DateTimeField()),
                ('approved_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('approved_in', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proceedings.proposal')),
                ('proposal', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proceedings.proposal')),
                ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='proceedings.sitting')),
            ],
        ),
        migrations.AddField(
            model_name='attendee',
            name='sitting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendees', to='proceedings.sitting'),
        ),
        migrations.CreateModel(
            name='Approval',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(max_length=10)),
                ('remark', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('frozen', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proceedings.frozen')),
                ('where', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proceedings.proposal')),
                ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='approvals', to='proceedings.sitting')),
            ],
        ),
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64)),
                ('is_on_paper', models.BooleanField(default=False)),
                ('at', models.DateTimeField()),
                ('attendee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proceedings.attendee')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='proceedings.sitting')),
            ],
        ),
        migrations.CreateModel(
            name='StandingItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('stands_last', models.BooleanField(default=False)),
                ('title', models.TextField()),
                ('case_number', models.CharField(blank=True, max_length=60)),
                ('recommendation', models.TextField(blank=True)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='meetings.body')),
            ],
            options={
                'ordering': ['stands_last', 'position'],
            },
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('post', models.CharField(max_length=200)),
                ('asked_at', models.DateTimeField(null=True)),
                ('decided_at', models.DateTimeField(null=True)),
                ('is_approved', models.BooleanField(null=True)),
                ('comment', models.TextField(blank=True)),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='proceedings.proposal')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='Stop',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.TextField()),
                ('declared_at', models.DateTimeField()),
                ('attendee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proceedings.attendee')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stops', to='proceedings.proposal')),
            ],
        ),
        migrations.CreateModel(
            name='Text',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('heading', models.CharField(max_length=300)),
                ('kind', models.CharField(max_length=20)),
                ('html', models.TextField(blank=True)),
                ('plain', models.TextField(blank=True)),
                ('is_confidential', models.BooleanField(default=False)),
                ('revision', models.PositiveIntegerField(default=1)),
                ('edited_at', models.DateTimeField(null=True)),
                ('edited_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='proceedings.proposal')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='TextRevision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField()),
                ('html', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('text', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='revisions', to='proceedings.text')),
            ],
            options={
                'ordering': ['revision'],
            },
        ),
        migrations.AddConstraint(
            model_name='member',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='seat_ends_after_it_starts'),
        ),
        migrations.AddConstraint(
            model_name='member',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['chair', 'deputy_chair', 'member', 'deputy', 'secretary'])), name='role_is_known'),
        ),
        migrations.AddIndex(
            model_name='proposal',
            index=models.Index(fields=['body', 'state'], name='proposals_by_body'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'with_head', 'ready', 'on_agenda', 'decided', 'withdrawn'])), name='proposal_state_is_known'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['decision', 'discussion', 'orientation'])), name='proposal_kind_is_known'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'on_agenda'), _negated=True), ('meeting__isnull', False), _connector='OR'), name='on_an_agenda_means_in_a_meeting'),
        ),
        migrations.AddConstraint(
            model_name='point',
            constraint=models.UniqueConstraint(fields=('proposal', 'number'), name='point_number_once_per_proposal'),
        ),
        migrations.AddConstraint(
            model_name='point',
            constraint=models.CheckConstraint(condition=models.Q(('due_last', None), ('due_first__lte', models.F('due_last')), _connector='OR'), name='deferral_window_in_order'),
        ),
        migrations.AddConstraint(
            model_name='point',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['', 'approved', 'recommended', 'noted', 'discussed', 'deferred', 'withdrawn', 'returned', 'referred', 'rejected', 'lapsed', 'none', 'mixed', 'other'])), name='point_outcome_is_known'),
        ),
        migrations.AddConstraint(
            model_name='pledge',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['task', 'return'])), name='pledge_is_task_or_return'),
        ),
        migrations.AddConstraint(
            model_name='enclosure',
            constraint=models.CheckConstraint(condition=models.Q(('stage__in', ['agenda', 'late', 'minutes'])), name='enclosure_stage_is_known'),
        ),
        migrations.AddConstraint(
            model_name='absence',
            constraint=models.UniqueConstraint(fields=('proposal', 'attendee'), name='absent_once_from_an_item'),
        ),
        migrations.AddField(
            model_name='seal',
            name='frozen',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proceedings.frozen'),
        ),
        migrations.AddField(
            model_name='seal',
            name='signed',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile'),
        ),
        migrations.AddConstraint(
            model_name='sitting',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['planned', 'sent', 'in_session', 'minutes', 'approved', 'sealed', 'cancelled'])), name='sitting_state_is_known'),
        ),
        migrations.AddConstraint(
            model_name='readmark',
            constraint=models.UniqueConstraint(fields=('sitting', 'user'), name='one_read_mark_per_reader'),
        ),
        migrations.AddConstraint(
            model_name='frozen',
            constraint=models.UniqueConstraint(fields=('sitting', 'number'), name='frozen_number_once_per_sitting'),
        ),
        migrations.AddConstraint(
            model_name='frozen',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['agenda', 'supplement', 'minutes'])), name='frozen_kind_is_known'),
        ),
        migrations.AddConstraint(
            model_name='attendee',
            constraint=models.UniqueConstraint(fields=('sitting', 'name'), name='asked_once_to_a_meeting'),
        ),
        migrations.AddConstraint(
            model_name='attendee',
            constraint=models.CheckConstraint(condition=models.Q(('excuse__in', ['', 'health', 'child', 'office', 'business', 'other'])), name='excuse_is_known'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.UniqueConstraint(fields=('sitting', 'what'), name='approved_once'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.CheckConstraint(condition=models.Q(('what__in', ['agenda', 'minutes'])), name='agenda_or_minutes_are_approved'),
        ),
        migrations.AddConstraint(
            model_name='signature',
            constraint=models.UniqueConstraint(fields=('sitting', 'attendee', 'digest'), name='signed_once_as_it_was'),
        ),
        migrations.AddConstraint(
            model_name='step',
            constraint=models.UniqueConstraint(fields=('proposal', 'position'), name='one_step_per_place'),
        ),
        migrations.AddConstraint(
            model_name='stop',
            constraint=models.UniqueConstraint(fields=('proposal', 'attendee'), name='stopped_once_by_a_member'),
        ),
        migrations.AddConstraint(
            model_name='textrevision',
            constraint=models.UniqueConstraint(fields=('text', 'revision'), name='text_revision_once'),
        ),
    ]
