"""The example of the documentation is what it says: a model that is composed, checked and read."""

from __future__ import annotations

import json
import re
from pathlib import Path

import vanban
from vanban.compose import compose, model_of

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "composing.md"


def test_the_example_is_composed_and_nothing_is_wrong_with_it() -> None:
    found = re.search(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    model = model_of(json.loads(found[1]))
    made = compose(model)
    assert [finding.rule for finding in vanban.check(made).findings] == ["number-blank", "date-blank"]
    for file in (made, compose(model, "pdf")):
        document = vanban.read(file)
        assert [heading.label for heading in document.outline] == ["I", "II", "III"]
        assert [task.basis for task in document.assignments] == ["inline", "inline", "table"]
        assert [citation.number.value for citation in document.cited] == ["12/NQ-HĐND"]
