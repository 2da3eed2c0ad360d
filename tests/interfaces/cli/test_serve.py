"""`raadhus serve` as it is run: it answers, and it says what is in its way."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[3]


def _environment(data: Path) -> dict[str, str]:
    return os.environ | {"RAADHUS_DATA": str(data), "PYTHONPATH": str(HOUSE / "src"), "PYTHONUNBUFFERED": "1"}


def _raadhus(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "raadhus", *words]
    return subprocess.run(command, env=_environment(data), capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def data(tmp_path_factory, ready_house) -> Path:
    return Path(shutil.copytree(ready_house.environment["RAADHUS_DATA"], tmp_path_factory.mktemp("serve") / "data"))


@pytest.fixture
def port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def test_it_says_where_it_is_open_and_answers_there(data, port):
    command = [sys.executable, "-m", "raadhus", "serve", "--port", str(port)]
    with subprocess.Popen(command, env=_environment(data), stdout=subprocess.PIPE, text=True) as server:
        try:
            said = server.stdout.readline()
            address = re.search(r"http://\S+", said)[0]
            assert address == f"http://127.0.0.1:{port}/"
            assert _answer(f"{address}healthz") == b"ok\n"
            assert b"--paper" in _answer(f"{address}static/app.css")
        finally:
            server.terminate()
            server.wait(timeout=30)


def _answer(address: str) -> bytes:
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return answer.read()
        except OSError:
            time.sleep(0.2)  # it says where it will be open a moment before it is
    raise AssertionError(f"{address} did not answer")


def test_a_taken_port_is_refused_with_the_way_out(data, port):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        done = _raadhus(data, "serve", "--port", str(port))
    assert done.returncode == 1
    assert "Vælg en anden port med --port" in done.stderr


def test_a_house_that_is_not_set_up_is_refused(tmp_path, port):
    done = _raadhus(tmp_path, "serve", "--port", str(port))
    assert done.returncode == 1
    assert "raadhus setup" in done.stderr
