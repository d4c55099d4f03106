"""The library's pages: what they show is what happens, and the lists of the reference are those of the code."""

from __future__ import annotations

import ast
import doctest
import re
import shlex
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
import vanban
from vanban import model
from vanban.cli import main
from vanban.forms import to_form
from vanban.sources import kinds

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
TUTORIAL = (DOCS / "tutorial.md").read_text(encoding="utf-8")
REFERENCE = (DOCS / "reference.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def write_files(folder: Path) -> None:
    for kind, name, text in _BLOCK.findall(TUTORIAL):
        if kind == "text":
            (folder / name).write_text("" if not text.strip() else text, encoding="utf-8")


def test_the_tutorial_prints_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shown = ran = 0
    for kind, name, text in _BLOCK.findall(TUTORIAL):
        if kind == "text":
            (tmp_path / name).write_text("" if not text.strip() else text, encoding="utf-8")
        if kind != "console":
            continue
        for command, printed in re.findall(r"^\$ vanban (.*)\n((?:(?!\$ ).*\n)*)", text, re.MULTILINE):
            main(shlex.split(command))
            out, err = capsys.readouterr()
            # Two processes finish in any order.
            assert sorted(_lines(out + err)) == sorted(_lines(printed)), command
            ran += 1
            shown += len(_lines(printed))
    assert ran >= 6
    assert shown >= 40


def _lines(text: str) -> list[str]:
    """Lines without how far a folder was when each file ended, which no run does twice."""
    return [re.sub(r"^\d+/(\d+) ", r"\1 ", line.rstrip()) for line in text.splitlines() if line.strip()]


def test_the_tutorial_in_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path)
    monkeypatch.chdir(tmp_path)
    test = doctest.DocTestParser().get_doctest(TUTORIAL, {}, "tutorial", "tutorial.md", 0)
    assert len(test.examples) >= 10
    runner = doctest.DocTestRunner()
    runner.run(test)
    assert runner.summarize(verbose=False).failed == 0


def section(title: str) -> str:
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", REFERENCE, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def first_column(title: str) -> set[str]:
    rows = re.findall(r"^\| (`[^|]*) \|", section(title), re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row)}


def test_every_public_name_is_in_the_reference() -> None:
    assert first_column("Names") == set(vanban.__all__)


def test_every_key_of_the_form_is_in_the_reference() -> None:
    assert first_column("Keys of the form") == set(to_form(model.Document()))


def test_every_field_of_a_task_is_in_the_reference() -> None:
    assert first_column("Fields of an assignment") == {field.name for field in fields(model.Assignment)}


def test_every_kind_of_remark_is_in_the_reference() -> None:
    assert first_column("Remarks") == set(remark_kinds())


def remark_kinds() -> Iterator[str]:
    """Kinds of the remarks that reading makes; other parts of the library have lists of their own."""
    for path in sorted((ROOT / "src" / "vanban").rglob("*.py")):
        if path.relative_to(ROOT / "src" / "vanban").parts[0] in ("compose", "check", "compare", "edxml"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Remark":
                kind = node.args[0]
                if isinstance(kind, ast.Constant):
                    yield str(kind.value)


def test_every_kind_of_file_is_in_the_reference() -> None:
    told = ast.get_docstring(next(
        node for node in ast.parse(Path(kinds.__file__).read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name == "kind_of"
    )) or ""  # fmt: skip
    assert first_column("Files") == set(re.findall(r'"(\w+)"', told))


@pytest.mark.parametrize("page", [*sorted(DOCS.glob("*.md")), ROOT / "README.md"], ids=lambda path: path.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
