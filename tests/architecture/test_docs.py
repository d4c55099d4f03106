"""Documents that list things agree with the code."""

import re
import tomllib
from importlib import import_module

import pytest
from django.apps import apps

from tests.architecture.source import ROOMS, ROOT, SOURCE

DOCS = ROOT / "docs"


def glossary():
    """Rows of the glossary: Vietnamese, names in code, meaning."""
    lines = (DOCS / "glossary.md").read_text("utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return [(vietnamese, re.findall(r"`([^`]+)`", names), meaning) for vietnamese, names, meaning in rows[1:]]


def code():
    folders = (SOURCE, ROOT / "packages" / "vanban" / "src")
    return "\n".join(path.read_text("utf-8") for folder in folders for path in sorted(folder.rglob("*.py")))


def test_words_of_the_glossary_are_in_the_code():
    words = set(re.findall(r"\w+", code()))
    assert glossary()
    for vietnamese, names, meaning in glossary():
        assert names, vietnamese
        assert meaning, vietnamese
        assert [name for name in names if name.rsplit(".")[-1] not in words] == [], vietnamese


def test_every_stored_thing_is_in_the_glossary():
    named = {name for _vietnamese, names, _meaning in glossary() for name in names}
    stored = {
        model.__name__
        for config in apps.get_app_configs()
        if config.name.startswith("lienthong.")
        for model in config.get_models()
        if not model._meta.auto_created
    }
    assert stored - named == set()


def test_one_word_per_thing():
    words = [name for _vietnamese, names, _meaning in glossary() for name in names]
    assert len(words) == len(set(words))


def test_the_list_of_decisions_names_every_file():
    listed = set(re.findall(r"\]\((\d{4}[\w-]+\.md)\)", (DOCS / "adr" / "README.md").read_text("utf-8")))
    assert listed == {path.name for path in (DOCS / "adr").glob("0*.md")}


def test_the_architecture_page_names_every_room():
    page = (DOCS / "explanation" / "architecture.md").read_text("utf-8")
    built = [room for room in ROOMS if (SOURCE / room.replace(".", "/")).is_dir()]
    assert [room for room in built if f"| `{room.replace('.', '/')}` |" not in page] == []


def twins():
    """Every twin of an outside service; the demonstration's own channel has none outside."""
    paths = (path for path in SOURCE.glob("channels/contrib/*/twin.py") if path.parent.name != "demo")
    modules = (import_module(f"lienthong.channels.contrib.{path.parent.name}.twin") for path in paths)
    return [one for module in modules for one in vars(module).values() if getattr(one, "facts", None)]


@pytest.mark.parametrize("twin", twins(), ids=lambda twin: twin.__name__)
def test_what_a_twin_rests_on_is_listed_with_its_source(twin):
    page = (DOCS / "reference" / "kenh.md").read_text("utf-8")
    rows = [f"| {fact.what} | {fact.source} | {fact.dated} | {fact.confidence} |" for fact in twin.facts]
    assert [row for row in rows if row not in page] == []


def test_links_between_documents_lead_somewhere():
    broken = []
    pages = [*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "README.vi.md", ROOT / "CONTRIBUTING.md"]
    for page in pages:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
            if "://" not in target and not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert broken == []


def test_requirement_sources_equal_the_packages_metadata():
    """``requirements/base.in`` is what both pyproject files ask for; pins hold no address."""
    app = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    library = tomllib.loads((ROOT / "packages" / "vanban" / "pyproject.toml").read_text("utf-8"))["project"]

    def wanted(name):
        lines = (ROOT / "requirements" / name).read_text("utf-8").splitlines()
        return {line for line in lines if line and line[0] not in "#-"}

    asked = {*app["dependencies"], *library["dependencies"]} - {"vanban"}
    names = {re.split(r"[<>=\[]", one)[0] for one in asked}
    assert {re.split(r"[<>=\[]", one)[0] for one in wanted("base.in")} == names
    assert set(app["optional-dependencies"]["test"]) == wanted("test.in")
    assert set(app["optional-dependencies"]["bench"]) == wanted("bench.in")
    for pins in (ROOT / "requirements").glob("*.txt"):
        assert "://" not in pins.read_text("utf-8"), pins.name


@pytest.mark.parametrize("larger", ["ocr", "test", "bench"])
def test_what_the_base_pins_the_larger_sets_pin_too(larger):
    """Otherwise a fresh machine that sets up ``larger`` lacks what the application needs."""

    def pinned(name):
        return set(re.findall(r"^([\w.-]+==\S+)", (ROOT / "requirements" / f"{name}.txt").read_text("utf-8"), re.M))

    assert pinned("base") - pinned(larger) == set()


def test_every_change_has_a_fragment():
    assert list((ROOT / "changelog.d").glob("*.md"))
