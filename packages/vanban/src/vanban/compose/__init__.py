"""Writes official documents: a model becomes a correctly laid out .docx."""

from __future__ import annotations

from vanban.compose.data import model_of
from vanban.compose.model import (
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
)

__all__ = [
    "Article",
    "ComposeModel",
    "FigureTable",
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


def compose(model: ComposeModel) -> bytes:
    """The bytes of a .docx in State (Nghị định 30/2020/NĐ-CP) or Party (Hướng dẫn 36-HD/VPTW) layout.

    The same model always gives the same bytes. Raises :class:`ModelError` for a model that cannot be composed.
    """
    # python-docx is large; a program that only reads documents need not load it.
    from vanban.compose.body import write_body
    from vanban.compose.ending import write_ending
    from vanban.compose.head import write_head
    from vanban.compose.measures import PARTY, STATE
    from vanban.compose.page import new_document, save

    measures = PARTY if model.system == "party" else STATE
    document = new_document(measures, f"{model.type} {model.subject}")
    write_head(document, model, measures)
    write_body(document, model, measures)
    write_ending(document, model, measures)
    return save(document)
