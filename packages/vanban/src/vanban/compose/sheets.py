"""A model as sheets: the document itself, then each annex."""

from __future__ import annotations

from vanban.compose.annexes import annex_sheets
from vanban.compose.blocks import Sheet
from vanban.compose.body import body
from vanban.compose.ending import ending
from vanban.compose.head import head
from vanban.compose.measures import Measures
from vanban.compose.model import ComposeModel


def sheets_of(model: ComposeModel, measures: Measures) -> tuple[Sheet, ...]:
    """The sheets of ``model``, laid out by ``measures``."""
    main = Sheet((*head(model, measures), *body(model, measures), *ending(model, measures)))
    return (main, *annex_sheets(model, measures))
