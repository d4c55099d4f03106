"""Nơi nhận and signatures (Nghị định 30, Phụ lục I, II.7 to II.9; Hướng dẫn 36-HD/VPTW, 1.7 and 1.9)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from vanban.compose.blocks import Block, Columns, Line, line, one_line
from vanban.compose.measures import Measures
from vanban.compose.model import ComposeModel, Signature

_WIDTHS = (82.0, 83.0)
#: Room for a signature, in points.
_ROOM = 72


def ending(model: ComposeModel, measures: Measures) -> Iterator[Block]:
    """Recipients beside the signature; in a joint document the signatures side by side, recipients below them."""
    recipients = tuple(_recipients(model, measures))
    if not recipients and model.signature is None:
        return
    yield line("", 6)
    if not model.cosigners:
        signature = (*_rights(model.signature, model, measures), *_name(model.signature, measures))
        yield Columns(recipients, signature, _WIDTHS)
        return
    # Who leads stands on the right, the others on the left and below (Hướng dẫn 36-HD/VPTW, 1.7.2).
    left, right = model.cosigners[::2], (model.signature, *model.cosigners[1::2])
    for pair in zip_longest(left, right):
        rights = tuple((*_rights(signer, model, measures),) for signer in pair)
        names = tuple((*_name(signer, measures),) for signer in pair)
        yield Columns(rights[0], rights[1], _WIDTHS)
        yield Columns(names[0], names[1], _WIDTHS)
        yield line("", 6)
    yield from recipients


def _recipients(model: ComposeModel, measures: Measures) -> Iterator[Line]:
    if not model.recipients:
        return
    party = model.party
    yield line("Nơi nhận:", measures.recipients_label, bold=not party, italic=not party, underline=party, align="left")
    for index, name in enumerate(model.recipients):
        last = index == len(model.recipients) - 1
        end = "." if last else ("," if party else ";")
        yield line(f"- {one_line(name).rstrip('.;,')}{end}", measures.recipients, align="left")


def _rights(signer: Signature | None, model: ComposeModel, measures: Measures) -> Iterator[Line]:
    if signer is None:
        return
    for text in signer.authority:
        yield line(one_line(text).upper(), measures.authority, bold=True, keep=True)
    if signer.title:
        # The Party prints the title upright (Hướng dẫn 36-HD/VPTW, phụ lục 3, 7).
        yield line(one_line(signer.title).upper(), measures.authority, bold=not model.party, keep=True)


def _name(signer: Signature | None, measures: Measures) -> Iterator[Line]:
    if signer is not None:
        yield line(one_line(signer.name or ""), measures.name, bold=True, before=_ROOM)
