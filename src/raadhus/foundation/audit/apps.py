from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "raadhus.foundation.audit"
