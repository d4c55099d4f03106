"""A check finds nothing in what ``compose`` writes: both follow the same decrees."""

from __future__ import annotations

import dataclasses

import pytest
import vanban
from compose_models import DECISION, LETTER, PARTY, models
from hypothesis import given, settings
from vanban.compose import ComposeModel, Signature, compose


def faults(model: ComposeModel) -> list[tuple[str, str]]:
    return [(finding.rule, finding.message) for finding in vanban.check(compose(model)).faults]


@settings(max_examples=25, deadline=None)
@given(models())
def test_nothing_is_wrong_with_what_is_composed(model: ComposeModel) -> None:
    # Who receives a document is the model's affair; a report with "Kính gửi" begins with "Như trên".
    assert faults(dataclasses.replace(model, recipients=("Như trên", "Lưu: VT, VHXH"))) == []


@pytest.mark.parametrize(
    "model",
    [
        LETTER,
        DECISION,
        dataclasses.replace(
            LETTER,
            **PARTY,
            symbol="CV/ĐU",
            signature=Signature("PHÓ BÍ THƯ", "Nguyễn Văn A", ("T/M ĐẢNG ỦY",)),
            urgency=None,
        ),
        *(
            dataclasses.replace(LETTER, type=kind, symbol=f"{code}-UBND", subject="Về lịch tiếp công dân", urgency=None)
            for kind, code in (("thông báo", "TB"), ("tờ trình", "TTr"), ("chỉ thị", "CT"), ("công điện", "CĐ"))
        ),
    ],
    ids=lambda model: f"{model.system} {model.type}",
)
def test_nothing_is_wrong_with_any_kind(model: ComposeModel) -> None:
    assert faults(model) == []
