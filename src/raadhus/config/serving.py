"""The site with a worker beside it, in one process: what `raadhus serve` runs unless RAADHUS_WORKER is off."""

from raadhus.config.wsgi import application
from raadhus.interfaces.worker.run import work_beside

__all__ = ["application"]

work_beside()
