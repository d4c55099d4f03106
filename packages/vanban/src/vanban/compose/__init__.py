"""Writes official documents: a model becomes a correctly laid out .docx or PDF."""

from __future__ import annotations

from typing import Literal, get_args

from vanban.compose.blocks import one_line
from vanban.compose.data import model_of
from vanban.compose.labels import ModelError
from vanban.compose.model import (
    Appendix,
    Article,
    Attached,
    ComposeModel,
    Division,
    FigureTable,
    Heading,
    Item,
    Paragraph,
    Reference,
    Signature,
    Task,
    TaskTable,
)

__all__ = [
    "Appendix",
    "Article",
    "Attached",
    "ComposeModel",
    "Division",
    "FigureTable",
    "Format",
    "Heading",
    "Item",
    "ModelError",
    "Paragraph",
    "Reference",
    "Signature",
    "Task",
    "TaskTable",
    "compose",
    "model_of",
]

Format = Literal["docx", "pdf"]


def compose(model: ComposeModel, to: Format = "docx") -> bytes:
    """The bytes of a .docx or PDF in State (Nghị định 30/2020/NĐ-CP) or Party (Hướng dẫn 36-HD/VPTW) layout.

    The same model always gives the same bytes. Raises :class:`ModelError` for a model that cannot be composed, and for
    a PDF where the fonts are missing.
    """
    # python-docx and Typst are large; a program that only reads documents need not load them.
    from vanban.compose.measures import PARTY, STATE
    from vanban.compose.sheets import sheets_of

    if to not in get_args(Format):
        raise ModelError(f"Không soạn được dạng “{to}”; chỉ có docx và pdf.")
    measures = PARTY if model.party else STATE
    title = one_line(f"{model.type.capitalize()} {model.subject}")
    if to == "pdf":
        from vanban.compose.pdf import pdf_of

        return pdf_of(sheets_of(model, measures), measures, title, model.date)
    from vanban.compose.word import docx_of

    return docx_of(sheets_of(model, measures), measures, title)
