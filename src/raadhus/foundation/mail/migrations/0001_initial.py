import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Mail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=200, unique=True)),
                ('kind', models.CharField(max_length=50)),
                ('to', models.CharField(blank=True, max_length=254)),
                ('subject', models.CharField(max_length=200)),
                ('text', models.TextField()),
                ('stop_address', models.TextField(blank=True)),
                ('made_at', models.DateTimeField()),
                ('stale_at', models.DateTimeField()),
                ('token', models.CharField(max_length=32, unique=True)),
                ('state', models.CharField(choices=[('queued', 'I kø'), ('sending', 'Ved at blive sendt'), ('sent', 'Sendt'), ('unsure', 'Usikker'), ('refused', 'Afvist'), ('stale', 'For gammel'), ('set_aside', 'Lagt til side')], default='queued', max_length=10)),
                ('tries', models.PositiveIntegerField(default=0)),
                ('handovers', models.PositiveIntegerField(default=0)),
                ('settled_at', models.DateTimeField(null=True)),
                ('reply', models.TextField(blank=True)),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['state', '-made_at'], name='mails_by_state')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['queued', 'sending', 'sent', 'unsure', 'refused', 'stale', 'set_aside'])), name='mail_state_is_known')],
            },
        ),
        migrations.CreateModel(
            name='Stopped',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mail_list', models.CharField(max_length=100)),
                ('at', models.DateTimeField()),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('user', 'mail_list'), name='list_stopped_once')],
            },
        ),
    ]
