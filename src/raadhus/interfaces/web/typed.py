"""What somebody typed in one form of a page with many, kept on the page where it could not be done."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Typed:
    """`where` names the form ("" for none), `sentence` says why not, `theirs` is what another wrote meanwhile.

    `asks` is the letter of an outcome whose phrase must know more before it can be written.
    """

    where: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    sentence: str = ""
    theirs: str = ""
    asks: str = ""

    def here(self, where: str) -> "Typed":
        """This where it is about the form `where`, else nothing typed."""
        return self if self.where == where else NOTHING


NOTHING = Typed()
