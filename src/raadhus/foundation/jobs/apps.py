from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "raadhus.foundation.jobs"
