"""Take the README's picture: the sample minutes, read in and shown as a reader sees them.

Needs playwright and Chromium (`make test` installs both). Run: python tools/take_pictures.py
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

HOUSE = Path(__file__).resolve().parent.parent
SAMPLES = HOUSE / "tests/samples/demo"
PICTURE = HOUSE / "docs/pictures/moede.png"
SIZE = {"width": 1440, "height": 1440}
MOST_BYTES = 300_000


def main() -> None:
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if not path:
        sys.exit("Chromium is missing: apt-get install chromium")
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        environment = os.environ | {"RAADHUS_DATA": data, "PYTHONPATH": str(HOUSE / "src")}
        address, server = _site(environment)
        try:
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
            _take(browser.new_page(viewport=SIZE, locale="da-DK", color_scheme="light"), address)
        finally:
            server.terminate()
            server.wait(timeout=20)
    print(f"{PICTURE.relative_to(HOUSE)}: {PICTURE.stat().st_size // 1000} kB")


def _site(environment: dict[str, str]) -> tuple[str, subprocess.Popen]:
    raadhus = [sys.executable, "-m", "raadhus"]
    subprocess.run([*raadhus, "setup"], env=environment, check=True, stdout=subprocess.DEVNULL)
    subprocess.run([*raadhus, "import", "--reading", "everyone", str(SAMPLES)], env=environment, check=True)
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    server = subprocess.Popen([*raadhus, "serve", "--port", str(port)], env=environment)
    address = f"http://127.0.0.1:{port}"
    for _ in range(150):
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=2).close()
            return address, server
        except OSError:
            time.sleep(0.2)
    server.terminate()
    sys.exit(f"the site did not answer at {address}")


def _take(page: Page, address: str) -> None:
    """The meeting of 22 October from its head on, the first promise's source words open."""
    page.goto(f"{address}/moeder/")
    page.get_by_role("link", name="tors. 22. okt. 2026").click()
    page.locator(".margin details summary").first.click()
    page.evaluate("document.activeElement.blur()")
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURE)
    if PICTURE.stat().st_size > MOST_BYTES:
        sys.exit(f"{PICTURE} is larger than {MOST_BYTES // 1000} kB")


if __name__ == "__main__":
    main()
