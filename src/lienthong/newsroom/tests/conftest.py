"""The made-up commune, and a channel that puts everything out at once."""

import pytest

from lienthong.newsroom.tests.paper import Paper
from lienthong.organisations.tests.factories import Cast, cast


@pytest.fixture
def people(db, settings, tmp_path, monkeypatch) -> Cast:
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr("lienthong.channels.core.registry._channels", {Paper.code: Paper})
    monkeypatch.setattr(Paper, "answers", [])
    return cast()
