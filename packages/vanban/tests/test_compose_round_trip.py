"""What is composed is read back as it was meant: every kind, both layouts, as Word and as PDF."""

from __future__ import annotations

import os
import re
from typing import Any

import pytest
import vanban
from compose_models import expected, models
from hypothesis import HealthCheck, given, settings
from vanban.compose import ComposeModel, Format, compose
from vanban.folding import fold

EXAMPLES = int(os.environ.get("VANBAN_EXAMPLES", "40"))


def folded(value: Any) -> Any:
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, dict):
        return {key: folded(item) for key, item in value.items()}
    return [folded(item) for item in value] if isinstance(value, list) else value


def read_back(model: ComposeModel, to: Format, wanted: dict[str, Any]) -> dict[str, Any]:
    """The form of the composed document, cut to the keys that ``wanted`` has."""
    form = vanban.to_form(vanban.read(compose(model, to)))
    cut: dict[str, Any] = {}
    for key, value in wanted.items():
        if key in ("cited", "outline", "assignments"):
            # Of an entry that is not wanted the first words are shown.
            names = [list(entry) for entry in value] + [["label", "number", "text"]] * len(form[key])
            cut[key] = [
                {name: item[name] for name in wants if name in item}
                for item, wants in zip(form[key], names, strict=False)
            ]
        else:
            cut[key] = form[key]
    # A letter's subject begins with "V/v", which is the composer's work.
    cut["subject"] = re.sub("^(V/v|Về) ", "", cut["subject"] or "") if model.type == "công văn" else cut["subject"]
    return cut


@pytest.mark.parametrize("to", ["docx", "pdf"])
@settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(models())
def test_documents_are_read_back(to: Format, model: ComposeModel) -> None:
    wanted = expected(model)
    found = read_back(model, to, wanted)
    differing = {key: (found[key], wanted[key]) for key in wanted if folded(found[key]) != folded(wanted[key])}
    assert differing == {}
