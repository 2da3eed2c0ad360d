"""Making a worker and letting it run: by itself (`raadhus work`) or beside the site (`raadhus serve`)."""

import os
import socket
import threading
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from raadhus.foundation.jobs.running import Worker
from raadhus.interfaces.worker.duties import begin_rounds, duties


def make_worker() -> Worker:
    """A worker for every duty, named after its machine, process and thread. `Refused` where mail is set up wrongly."""
    begin_rounds(at=timezone.now())
    name = f"{socket.gethostname()}:{os.getpid()}:{threading.get_native_id()}"
    return Worker(duties(), name, timedelta(seconds=settings.LEASE_SECONDS))


def work_beside() -> threading.Thread:
    """Start a worker in a thread of this process; it ends by itself, its job done, when the main thread has ended."""
    main, worker = threading.main_thread(), make_worker()
    thread = threading.Thread(
        target=worker.keep_working, args=(lambda: not main.is_alive(), main.join), name="raadhus-worker"
    )
    thread.start()
    return thread
