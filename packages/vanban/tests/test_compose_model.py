"""A model from plain data (JSON), and sentences for what does not fit."""

from __future__ import annotations

import json
from typing import Any

import pytest
from vanban.compose import (
    Article,
    ComposeModel,
    FigureTable,
    Heading,
    Item,
    ModelError,
    Paragraph,
    Reference,
    Signature,
    Task,
    TaskTable,
    compose,
    model_of,
)


def test_a_model_from_plain_data() -> None:
    data = json.loads(
        json.dumps(
            {
                "type": "báo cáo",
                "issuer": "ỦY BAN NHÂN DÂN",
                "symbol": "BC-UBND",
                "subject": "Kết quả",
                "bases": [{"number": "12/NQ-HĐND", "type": "nghị quyết"}],
                "body": [
                    {"heading": "Kết quả", "level": 2},
                    {"paragraph": "Một"},
                    {"item": "Hai"},
                    {"article": "Ba"},
                    {"tasks": [{"text": "Việc", "lead": ["Đơn vị"]}]},
                    {"figures": {"head": ["A"], "rows": [["1"]]}},
                ],
                "signature": {"title": "CHỦ TỊCH", "authority": ["TM. ỦY BAN NHÂN DÂN"]},
            }
        )
    )
    assert model_of(data) == ComposeModel(
        type="báo cáo",
        issuer="ỦY BAN NHÂN DÂN",
        symbol="BC-UBND",
        subject="Kết quả",
        bases=(Reference("nghị quyết", "12/NQ-HĐND"),),
        body=(
            Heading("Kết quả", 2),
            Paragraph("Một"),
            Item("Hai"),
            Article("Ba"),
            TaskTable((Task("Việc", ("Đơn vị",)),)),
            FigureTable(("A",), (("1",),)),
        ),
        signature=Signature("CHỦ TỊCH", authority=("TM. ỦY BAN NHÂN DÂN",)),
    )


GOOD = {"type": "báo cáo", "issuer": "A", "symbol": "BC-A", "subject": "S", "body": []}


@pytest.mark.parametrize(
    "change, word",
    [
        ({"type": "thơ"}, "thơ"),
        ({"subject": " "}, "trích yếu"),
        ({"issuer": None}, "issuer"),
        ({"mau": "đỏ"}, "mau"),
        ({"system": "army"}, "army"),
        ({"urgency": "GẤP"}, "GẤP"),
        ({"body": {}}, "danh sách"),
        ({"body": [{"heading": "A", "level": 7}]}, "cấp"),
        ({"body": [{"heading": "A", "level": "x"}]}, "số"),
        ({"body": [{"anh": "x"}]}, "anh"),
        ({"body": [{"figures": {"head": ["A"], "rows": [["1", "2"]]}}]}, "Bảng"),
        ({"recipients": "A"}, "danh sách"),
        ({"bases": [{"type": "luật"}]}, "tên văn bản"),
        ({"date": "2026-13-45"}, "lịch"),
        ({"date": "mai"}, "năm-tháng-ngày"),
    ],
)
def test_a_model_that_does_not_fit_gets_a_sentence(change: dict[str, Any], word: str) -> None:
    with pytest.raises(ModelError, match=word):
        compose(model_of({**GOOD, **change}))
