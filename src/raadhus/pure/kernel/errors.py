"""The one kind of no that is a sentence for the user."""


class Refused(Exception):
    """A house rule says no; the message is Danish, for the user, and says what would make it possible."""
