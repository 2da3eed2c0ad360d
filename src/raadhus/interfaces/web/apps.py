from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "raadhus.interfaces.web"
