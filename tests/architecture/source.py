"""What the architecture tests ask of the source: rooms, modules, imports, templates."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "lienthong"

#: Rooms from the bottom to the top; the import contracts hold the same order (pyproject.toml).
ROOMS = (
    "core",
    "jobs",
    "audit",
    "organisations",
    "gate",
    "inbox",
    "registry",
    "plans",
    "drafting",
    "committees",
    "commendations",
    "inspections",
    "channels.core",
    "speech",
    "newsroom",
    "feedback",
    "corrections",
    "procedures",
    "learning",
    "training",
    "activities",
    "reports",
    "casefiles",
    "portal",
    "channels.contrib",
    "workspace",
)


def room_of(module: str) -> str | None:
    """ "lienthong.plans.models" → "plans"; None for settings, urls and what is not ours."""
    if not module.startswith("lienthong."):
        return None
    inner = module.removeprefix("lienthong.")
    return next((room for room in ROOMS if inner == room or inner.startswith(room + ".")), None)


def modules(*, tests: bool = False) -> Iterator[tuple[str, Path]]:
    """Dotted name and path of every module of the application; with ``tests`` those of tests too.

    One test asks them all and names those that fail: a test of its own for each costs more than what is asked.
    """
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        if "tests" in parts and not tests:
            continue
        names = ("lienthong", *(part for part in parts if part != "__init__"))
        yield ".".join(names), path


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports(path: Path) -> Iterator[str]:
    """Every dotted name that a module imports, with the names it takes from it ("a.b" and "a.b.name")."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def acts() -> list[Path]:
    """The files of acts of every room, those of the channels' folders too."""
    return [path for path in sorted(SOURCE.rglob("actions/*.py")) if path.stem != "__init__"]


def room_folder(path: Path) -> Path:
    """The folder of the room, or of the channel, whose act ``path`` is."""
    return path.parent.parent


def templates() -> list[Path]:
    return sorted(SOURCE.rglob("templates/**/*.html"))
