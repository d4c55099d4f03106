"""The library stands alone: it knows no framework, and reading does not load what only composing needs."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("unwanted", ["django", "lienthong", "docx"])
def test_importing_does_not_load(unwanted: str) -> None:
    code = f"import sys, vanban; vanban.read(b'x'); sys.exit({unwanted!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, env=_environment()).returncode == 0


def test_it_works_where_there_is_no_django() -> None:
    code = "import sys; sys.modules['django'] = None; import vanban; vanban.read('Số: 1/KH-UBND'.encode())"
    assert subprocess.run([sys.executable, "-c", code], check=False, env=_environment()).returncode == 0


def _environment() -> dict[str, str]:
    return {"PYTHONPATH": ":".join(path for path in sys.path if path)}
