"""Compares a superior document with the local plan that carries it out.

A local plan copies, reorders and shortens: Nghị định 30/2020/NĐ-CP says nothing of it, and nobody but the reader of
both would see what was lost on the way.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from vanban.compare.changes import changes_of
from vanban.compare.match import find_matches
from vanban.compare.model import Change, Comparison, Pair, Phrase, Unit
from vanban.compare.units import units_of, units_of_form
from vanban.model import Document, Remark
from vanban.read import read

__all__ = ["Change", "Comparison", "Pair", "Phrase", "Unit", "compare", "compare_units", "units_of", "units_of_form"]

Source = Document | str | os.PathLike[str] | bytes


def compare(parent: Source, child: Source) -> Comparison:
    """Compare the superior document ``parent`` with the local one ``child``.

    Either is a :class:`~vanban.model.Document` or what :func:`vanban.read` takes. Where a side cannot be read, or
    holds no duty, goal or content, a remark of kind "unreadable" or "empty" says so; nothing is guessed. Only a missing
    file raises, as :class:`FileNotFoundError`.
    """
    above, below = (side if isinstance(side, Document) else read(side) for side in (parent, child))
    parents, children = units_of(above), units_of(below)
    remarks = (*_remarks(above, parents, "văn bản cấp trên"), *_remarks(below, children, "văn bản của địa phương"))
    if any(remark.kind == "unreadable" for remark in remarks):
        return Comparison(remarks=remarks)
    subjects = [document.subject.value for document in (above, below) if document.subject]
    return replace(compare_units(parents, children, subjects), remarks=remarks)


def compare_units(parents: Sequence[Unit], children: Sequence[Unit], subjects: Iterable[str] = ()) -> Comparison:
    """Compare lists of units; ``subjects`` are the titles of both, whose words nearly every unit repeats."""
    pairs = (
        Pair(above := parents[match.parent], below := children[match.child], match.similarity, changes_of(above, below))
        for match in find_matches(parents, children, subjects)
    )
    return Comparison(tuple(parents), tuple(children), tuple(pairs))


def _remarks(document: Document, units: Sequence[Unit], name: str) -> Iterator[Remark]:
    if document.unreadable:
        reason = next(remark.message for remark in document.remarks if remark.kind == "unreadable")
        yield Remark("unreadable", f"Không đọc được {name}: {reason}")
    elif not units:
        yield Remark("empty", f"Không thấy nhiệm vụ, mục tiêu hay nội dung nào trong {name}.")
