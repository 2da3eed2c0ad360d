from django.apps import AppConfig


class ProceedingsConfig(AppConfig):
    name = "raadhus.domains.proceedings"
