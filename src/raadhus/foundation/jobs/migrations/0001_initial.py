from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Job',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=50)),
                ('key', models.CharField(max_length=200, unique=True)),
                ('payload', models.TextField()),
                ('made_at', models.DateTimeField()),
                ('run_at', models.DateTimeField()),
                ('attempts', models.PositiveIntegerField(default=0)),
                ('locked_until', models.DateTimeField(null=True)),
                ('worker', models.CharField(blank=True, max_length=100)),
                ('done_at', models.DateTimeField(null=True)),
                ('failed_at', models.DateTimeField(null=True)),
                ('last_error', models.TextField(blank=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('done_at', None), ('failed_at', None)), fields=['run_at', 'id'], name='jobs_that_wait')],
                'constraints': [models.CheckConstraint(condition=models.Q(('done_at', None), ('failed_at', None), _connector='OR'), name='job_is_not_both_done_and_given_up'), models.CheckConstraint(condition=models.Q(models.Q(('done_at', None), ('failed_at', None)), ('locked_until', None), _connector='OR'), name='settled_job_is_nobodys')],
            },
        ),
    ]
