"""What every page needs to know: the theme and whether single keys work, both kept in a cookie per browser."""

from typing import Any

from django.http import HttpRequest

THEME_COOKIE = "raadhus_tema"
KEYS_COOKIE = "raadhus_taster"
THEMES = ("auto", "light", "dark")


def browser_choices(request: HttpRequest) -> dict[str, Any]:
    """`theme` is one of THEMES; `keys_are_on` says whether `/`, `?`, `j` and the like do anything."""
    theme = request.COOKIES.get(THEME_COOKIE, "auto")
    return {
        "theme": theme if theme in THEMES else "auto",
        "keys_are_on": request.COOKIES.get(KEYS_COOKIE) != "off",
    }
