from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "raadhus.foundation.mail"
