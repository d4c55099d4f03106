"""The made-up commune and the channel of the tests."""

import pytest

from lienthong.channels.core import callbacks, registry
from lienthong.channels.core.contract import Settle
from lienthong.channels.core.tests.scripted import Scripted
from lienthong.organisations.tests.factories import Cast, cast


@pytest.fixture
def people(db, settings, tmp_path) -> Cast:
    settings.MEDIA_ROOT = tmp_path
    return cast()


@pytest.fixture
def scripted(monkeypatch):
    """``scripted(settle, *answers)`` sets the channel of the tests up and gives it back."""
    monkeypatch.setitem(registry._channels, Scripted.code, Scripted)

    def set_up(settle, *answers):
        monkeypatch.setattr(Scripted, "settle", Settle(settle))
        monkeypatch.setattr(Scripted, "answers", list(answers))
        monkeypatch.setattr(Scripted, "asked", [])
        return Scripted

    return set_up


@pytest.fixture
def heard(monkeypatch):
    """What the rooms above are told, in order."""
    told: list[str] = []
    monkeypatch.setattr(callbacks, "_callbacks", [lambda delivery: told.append(delivery.state)])
    return told
