"""Which channels there are: every folder below ``channels/contrib`` with an ``apps.py``. Knows nothing of Django."""

from pathlib import Path

CONTRIB = Path(__file__).resolve().parent.parent / "contrib"


def channel_packages(holding: str = "apps.py") -> list[str]:
    """Dotted names of the channel folders that hold the file ``holding``, in order."""
    return [f"lienthong.channels.contrib.{path.parent.name}" for path in sorted(CONTRIB.glob(f"*/{holding}"))]
