"""Case numbers; written by the founder of the kernel."""

CATEGORIES = "APSØGKI"
