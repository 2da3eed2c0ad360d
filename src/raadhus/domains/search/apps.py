from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "raadhus.domains.search"
