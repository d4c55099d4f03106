"""The sample documents of the project against answers made by hand, exactly."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from vanban import read, to_form

SAMPLES = Path(__file__).resolve().parents[3] / "samples"
ANSWERS = sorted((SAMPLES / "gold").glob("*.json"))
HEAD = (
    "number", "symbol", "type", "issuer", "issuer_parent", "place", "date", "subject", "system", "urgency",
    "signatory", "addressees", "recipients",
)  # fmt: skip
CASES = [(file, answer) for answer in ANSWERS for file in sorted(SAMPLES.glob(f"{answer.stem}.*")) if file.is_file()]


def folded(value: Any) -> Any:
    """``value`` with every text in NFC and single blanks, so that only what is said counts."""
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", value).split())
    if isinstance(value, list):
        return [folded(item) for item in value]
    if isinstance(value, dict):
        return {key: folded(item) for key, item in value.items()}
    return value


def pick(found: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of each found entry the keys that the answer of the same place has; entries too many stay whole."""
    keys = [list(entry) for entry in wanted] + [None] * max(0, len(found) - len(wanted))  # type: ignore[list-item]
    pairs = zip(found, keys, strict=False)
    return [{key: entry.get(key) for key in names} if names else entry for entry, names in pairs]


def test_every_answer_has_its_document() -> None:
    assert len(ANSWERS) >= 5
    assert {answer.stem for answer in ANSWERS} == {answer.stem for _file, answer in CASES}


@pytest.mark.parametrize(("file", "answer"), CASES, ids=[file.name for file, _answer in CASES])
def test_the_reader_finds_what_a_person_found(file: Path, answer: Path) -> None:
    wanted = folded(json.loads(answer.read_text(encoding="utf-8")))
    found = folded(to_form(read(file)))
    assert {key: found[key] for key in HEAD} == {key: wanted[key] for key in HEAD}
    for part in ("cited", "assignments", "outline"):
        assert pick(found[part], wanted[part]) == wanted[part]
