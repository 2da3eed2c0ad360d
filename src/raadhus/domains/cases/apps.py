from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "raadhus.domains.cases"
