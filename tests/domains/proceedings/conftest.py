"""The house for every test of the live side; files lie in a folder of the test's own."""

import pytest

from tests.domains.proceedings.cast import House, make_house


@pytest.fixture
def house(db, tmp_path, settings) -> House:
    settings.FILES = tmp_path / "files"
    return make_house()
