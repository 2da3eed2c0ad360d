"""The site as it runs (`raadhus serve`, its own database) and a Chromium to look at it with."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from browser.hall import Hall, environment_of
from tests.house import empty_tables, made_once

HOUSE = Path(__file__).resolve().parents[2]
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
CHROMIUMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")  # the leanest first
PATIENCE = 30  # seconds for the server to answer


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that holds the sample meetings."""
    if not (HOUSE / "node_modules/axe-core/axe.min.js").is_file():
        pytest.skip("node_modules is missing: run make assets")
    with serving(tmp_path_factory, "browser.prepare") as address:
        yield address


@pytest.fixture(scope="module")  # a walk of its own forum: what another left behind would come back on its agenda
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """A site of its own whose clock can be moved, with a forum and a council in it."""
    if not (HOUSE / "node_modules/axe-core/axe.min.js").is_file():
        pytest.skip("node_modules is missing: run make assets")
    data = tmp_path_factory.mktemp("hall") / "data"
    with serving(tmp_path_factory, "browser.prepare_hall", data, environment_of(data)) as address:
        yield Hall(address, data, environment_of(data))


@contextmanager
def serving(
    tmp_path_factory: pytest.TempPathFactory,
    prepare: str,
    folder: Path | None = None,
    environment: dict[str, str] | None = None,
) -> Iterator[str]:
    """The address of a site which the program `prepare` has filled, in `folder` where that is given."""

    def fill(new: Path) -> None:
        empty_tables(tmp_path_factory, new)
        own = (environment or _environment_of(new)) | {"RAADHUS_DATA": str(new)}
        subprocess.run([sys.executable, "-m", prepare], env=own, cwd=HOUSE, check=True)

    folder = folder or tmp_path_factory.mktemp("site") / "data"
    shutil.copytree(made_once(tmp_path_factory, prepare, fill), folder)
    environment = environment or _environment_of(folder)
    port = _free_port()
    serve = [sys.executable, "-m", "raadhus", "serve", "--port", str(port)]
    server = subprocess.Popen(serve, env=environment, cwd=HOUSE)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/healthz", server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def _environment_of(folder: Path) -> dict[str, str]:
    return os.environ | {"RAADHUS_DATA": str(folder), "PYTHONPATH": f"{HOUSE / 'src'}:{HOUSE / 'tests'}:{HOUSE}"}


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def _wait_for(address: str, server: subprocess.Popen) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the site did not answer at {address}")


@pytest.fixture(scope="module")
def chromium():
    """For one file at a time: while it runs, playwright's event loop keeps Django from the database in this process."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if not path:
        pytest.skip("no Chromium on this machine: apt-get install chromium-headless-shell")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def window(chromium, site):
    """A page that is used again by one test after the other, and what was said in its console."""
    context = chromium.new_context(base_url=site, locale="da-DK")
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page, heard(page)
    context.close()


@pytest.fixture
def page(window, site):
    """A page as of a browser of its own: nothing is left in it of what a test before did, but what it has drawn and
    compiled (a new browser's first page takes twice as long). At the end, the policy must have had nothing to block.
    """
    page, said = window
    page.context.clear_cookies()
    storage = page.context.new_cdp_session(page)
    storage.send("Storage.clearDataForOrigin", {"origin": site, "storageTypes": "all"})
    storage.detach()
    page.set_viewport_size({"width": 1280, "height": 720})
    page.emulate_media(color_scheme="null", reduced_motion="null")
    said.clear()
    yield page
    assert not [text for text in said if "404" not in text], said


@pytest.fixture
def plain_page(chromium, site):
    """A page in a browser without JavaScript."""
    yield from watched(chromium.new_context(base_url=site, locale="da-DK", java_script_enabled=False))


def watched(context):
    """A page of `context`; the policy must have had nothing to block."""
    page = context.new_page()
    page.set_default_timeout(10_000)
    said = heard(page)
    yield page
    context.close()
    assert not [text for text in said if "404" not in text], said


def heard(page) -> list[str]:
    """What is said in the page's console from now on."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    return said
