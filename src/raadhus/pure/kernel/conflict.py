"""Two people wrote the same thing at once: neither text is lost, and a person says which holds."""

from collections.abc import Mapping
from typing import Any

from raadhus.pure.kernel.errors import Refused


class Conflict(Refused):
    """Somebody else wrote first. `yours` was not written, `theirs` is what stands, both by the same names;
    `revision` is the one to write upon next."""

    def __init__(self, sentence: str, *, yours: Mapping[str, Any], theirs: Mapping[str, Any], revision: int) -> None:
        super().__init__(sentence)
        self.yours, self.theirs, self.revision = dict(yours), dict(theirs), revision
