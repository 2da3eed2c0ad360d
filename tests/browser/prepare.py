"""Run as a program: a database with the sample meetings in RAADHUS_DATA, and an administrator to sign in as."""

import os

import django

USERNAME, PASSWORD = "administrator", "et kodeord til prøve 7"


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "raadhus.config.settings")
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from browser.prepare_flow import write_flow
    from browser.prepare_public import write_public
    from browser.prepare_reading import write_reading
    from browser.prepare_sheets import write_sheet
    from browser.prepare_writing import write_forum
    from interfaces.web import rows, samples
    from raadhus.foundation.accounts.models import User

    User.objects.create_superuser(USERNAME, password=PASSWORD)
    rows.store(samples.EARLIER)
    rows.store(samples.WINTER)
    write_forum()
    write_sheet()
    write_flow()
    write_reading()
    write_public()


if __name__ == "__main__":
    main()
