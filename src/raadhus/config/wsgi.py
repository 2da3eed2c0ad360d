"""The WSGI application for granian or any other server."""

import os
from threading import Thread

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "raadhus.config.settings")
application = get_wsgi_application()

from raadhus.domains.cases.queries import suggested_subjects  # noqa: E402 after the settings

# The index of the plan takes a second or two to build: done before the first who asks for a subject would wait for it.
Thread(target=suggested_subjects, args=("", ""), daemon=True).start()
