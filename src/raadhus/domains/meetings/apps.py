from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "raadhus.domains.meetings"
