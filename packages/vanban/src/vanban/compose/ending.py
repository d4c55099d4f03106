"""Nơi nhận and signature side by side (Nghị định 30, Phụ lục I, II.7 to II.9; Hướng dẫn 36-HD/VPTW, mục II)."""

from __future__ import annotations

from typing import Any

from vanban.compose.measures import Measures
from vanban.compose.model import ComposeModel
from vanban.compose.paper import LEFT, empty, layout_table, one_line, write

_COLUMNS = (82.0, 83.0)
#: Room for the signature, in points.
_SIGNATURE = 72


def write_ending(document: Any, model: ComposeModel, measures: Measures) -> None:
    """Write recipients and signature; nothing when the model has neither."""
    if not model.recipients and model.signature is None:
        return
    write(document, "", 6)
    left, right = (empty(cell) for cell in layout_table(document, 1, _COLUMNS).rows[0].cells)
    party = model.system == "party"
    if model.recipients:
        write(
            left,
            "Nơi nhận:",
            measures.recipients_label,
            bold=not party,
            italic=not party,
            underline=party,
            align=LEFT,
        )
        for index, name in enumerate(model.recipients):
            last = index == len(model.recipients) - 1
            mark = "." if last else ("," if party else ";")
            write(left, f"- {one_line(name)}{mark}", measures.recipients, align=LEFT)
    else:
        write(left, "", measures.recipients)
    signature = model.signature
    if signature is None:
        write(right, "", measures.authority)
        return
    for line in signature.authority:
        write(right, one_line(line).upper(), measures.authority, bold=True)
    write(right, one_line(signature.title).upper(), measures.authority, bold=not party)
    write(right, one_line(signature.name or ""), measures.name, bold=True, before=_SIGNATURE)
