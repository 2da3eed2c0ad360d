"""Hands on a keyboard and no mouse: everything is gone to with Tab and done with a key."""

import asyncio
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

# How far the wanted element is from the hand, counted in presses of Tab.
AWAY = """wanted => {
  const groups = new Set();
  const stops = [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true]"
  )].filter((one) => {
    if (one.disabled || one.tabIndex < 0 || one.type === "hidden" || !one.checkVisibility()) return false;
    if (one.type !== "radio" || one === wanted) return true;
    const group = [...document.getElementsByName(one.name)];
    return one.checked || (!group.some((other) => other.checked) && group[0] === one);
  });
  const hand = document.activeElement;
  const at = (one) => {
    const found = stops.indexOf(one);
    if (found >= 0) return found;
    const after = stops.findIndex((stop) => one.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING);
    return (after < 0 ? stops.length : after) - 1;
  };
  return at(wanted) - (hand === document.body ? -1 : at(hand));
}"""
HAS_HAND = "one => one === document.activeElement"
STRAY = 12  # more presses where the count was not exact: a date field takes several


class Hands:
    """One person's browser."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def go_to(self, wanted: Any) -> None:
        """Tab to it, or Shift-Tab where it lies behind."""
        wanted.wait_for()
        away = wanted.evaluate(AWAY)
        with self._shift(held=away < 0):
            self._tab(abs(away))
            for _ in range(STRAY):
                if wanted.evaluate(HAS_HAND):
                    return
                self._tab(1)
        raise AssertionError(f"Tab never came to {wanted}")

    @contextmanager
    def _shift(self, *, held: bool) -> Iterator[None]:
        if held:
            self.page.keyboard.down("Shift")
        yield
        if held:
            self.page.keyboard.up("Shift")

    def _tab(self, times: int) -> None:
        """Press Tab that often without waiting for the answer to each press, which takes longer than the press."""
        keyboard = self.page.keyboard

        async def press() -> None:
            await asyncio.gather(*(keyboard._impl_obj.press(key="Tab", delay=None) for _ in range(times)))

        keyboard._sync(press())

    def press(self, name: str | re.Pattern, role: str = "button", *, nth: int = 0, inside: Any = None) -> None:
        """Go to what has this name, and press Enter; the page that follows is waited for."""
        wanted = (inside or self.page).get_by_role(role, name=name).nth(nth)
        self.go_to(wanted)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def follow(self, name: str | re.Pattern, *, nth: int = 0, inside: Any = None) -> None:
        """A link."""
        self.press(name, "link", nth=nth, inside=inside)

    def unfold(self, words: str, *, inside: Any = None) -> None:
        """Open what is folded under these words."""
        wanted = (inside or self.page).locator("summary").filter(has_text=words).first
        if wanted.evaluate("one => one.parentElement.open"):
            return
        self.go_to(wanted)
        self.page.keyboard.press("Enter")

    def fill(self, label: str | re.Pattern, words: str, *, inside: Any = None) -> None:
        """Go to the field and write these words in place of what stands there."""
        wanted = (inside or self.page).get_by_label(label, exact=isinstance(label, str)).first
        self.go_to(wanted)
        self.page.keyboard.press("Control+a")
        if words:
            self.page.keyboard.insert_text(words)
        else:
            self.page.keyboard.press("Delete")

    def set(self, label: str, value: str) -> None:
        """Go to a field for a day or a time, and fill it: which figures come first is the machine's language's, so
        they are not keyed one by one."""
        wanted = self.page.get_by_label(label, exact=True).first
        self.go_to(wanted)
        wanted.fill(value)

    def choose(self, label: str, option: str, *, inside: Any = None) -> None:
        """Key the option's first letters in a list."""
        wanted = (inside or self.page).get_by_label(label, exact=True).first
        self.go_to(wanted)
        self.page.keyboard.type(option)
        said = wanted.evaluate("one => one.selectedOptions[0].textContent.trim()")
        assert said.startswith(option), said

    def tick(self, label: str, *, inside: Any = None) -> None:
        """Space on a box or a button to choose."""
        self.go_to((inside or self.page).get_by_label(label, exact=True).first)
        self.page.keyboard.press("Space")

    def key(self, *keys: str) -> None:
        """Keys of the page, and the page that follows."""
        with self.page.expect_navigation():
            for one in keys:
                self.page.keyboard.press(one)

    def step(self, name: str) -> None:
        """The page's next step by its name in the list of commands."""
        self.page.keyboard.press("Control+k")
        self.page.keyboard.insert_text(name)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
