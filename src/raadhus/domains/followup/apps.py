from django.apps import AppConfig


class FollowupConfig(AppConfig):
    name = "raadhus.domains.followup"
