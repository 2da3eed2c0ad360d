"""Tables of words written as blocks of text, as they are easiest to read and to add to."""


def words_of(block: str) -> tuple[str, ...]:
    """The words of a block, in order."""
    return tuple(block.split())
