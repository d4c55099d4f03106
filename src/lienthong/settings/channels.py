"""Which channels there are: every folder below ``channels/contrib`` with an ``apps.py``. Knows nothing of Django."""

from importlib import import_module
from pathlib import Path

CONTRIB = Path(__file__).resolve().parent.parent / "channels" / "contrib"


def channel_packages(holding: str = "apps.py") -> list[str]:
    """Dotted names of the channel folders that hold a file called ``holding``, in order."""
    names = sorted({path.parent.name for path in CONTRIB.glob(f"*/{holding}")})
    return [f"lienthong.channels.contrib.{name}" for name in names]


def staff_path(package: str) -> str:
    """Where the staff's pages of a channel stand: what its ``urls`` call ``STAFF_PATH``, else below ``kenh/``."""
    named: str | None = getattr(import_module(f"{package}.urls"), "STAFF_PATH", None)
    return named or f"kenh/{package.rsplit('.', 1)[-1]}/"
