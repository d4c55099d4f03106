"""A comparison as plain data for JSON, and as a sheet of Vietnamese text for a person at a terminal."""

from __future__ import annotations

import textwrap
from typing import Any

from vanban.compare.model import Change, Comparison, Pair, Phrase, Unit
from vanban.model import Span

Form = dict[str, Any]
_WIDTH = 100


def comparison_form(found: Comparison) -> Form:
    """``counts``, ``pairs``, ``left_out``, ``added`` and ``remarks``; a unit carries its words and its place."""
    return {
        "counts": {
            "parent": len(found.parents),
            "child": len(found.children),
            "taken": len(found.taken),
            "changed": len(found.changed),
            "left_out": len(found.left_out),
            "added": len(found.added),
        },
        "pairs": [_pair(pair) for pair in found.pairs],
        "left_out": [_unit(unit) for unit in found.left_out],
        "added": [_unit(unit) for unit in found.added],
        "remarks": [{"kind": remark.kind, "message": remark.message} for remark in found.remarks],
    }


def _pair(pair: Pair) -> Form:
    return {
        "parent": _unit(pair.parent),
        "child": _unit(pair.child),
        "similarity": pair.similarity,
        "verdict": pair.verdict,
        "changes": [_change(change) for change in pair.changes],
    }


def _unit(unit: Unit) -> Form:
    return {
        "section": unit.section,
        "kind": unit.kind,
        "text": unit.text,
        "span": _span(unit.span),
        "lead": list(unit.lead),
        "when": unit.when,
        "due": unit.due,
        "frequency": unit.frequency,
    }


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _change(change: Change) -> Form:
    return {
        "kind": change.kind,
        "parent": _phrase(change.parent),
        "child": _phrase(change.child),
        "expected": change.expected,
        "message": change.message,
    }


def _phrase(phrase: Phrase | None) -> Form | None:
    return None if phrase is None else {"text": phrase.text, "at": [phrase.start, phrase.end]}


def coverage_sentence(found: Comparison) -> str:
    """ "18/23 nội dung đã đưa vào; 3 có thay đổi; 5 chưa có; 2 bổ sung"."""
    parts = [f"{len(found.taken)}/{len(found.parents)} nội dung đã đưa vào"]
    counted = ((found.changed, "có thay đổi"), (found.left_out, "chưa có"), (found.added, "bổ sung"))
    return "; ".join(parts + [f"{len(units)} {name}" for units, name in counted if units])


def comparison_sheet(found: Comparison, parent: str, child: str) -> str:
    """Coverage in one line, then what is missing, what was changed, what was taken over and what was added."""
    blocks = [f"{parent} → {child}"]
    if found.parents and found.children:
        blocks.append(coverage_sentence(found) + ".")
    changed = [pair for pair in found.pairs if pair.verdict == "changed"]
    taken = [pair for pair in found.pairs if pair.verdict == "taken"]
    for title, lines in (
        ("Chưa có", [_line(unit) for unit in found.left_out]),
        ("Có thay đổi", [_both(pair) for pair in changed]),
        ("Đã đưa vào", [_both(pair) for pair in taken]),
        ("Bổ sung", [_line(unit) for unit in found.added]),
        ("Nhận xét", [_item(f"- {remark.message}") for remark in found.remarks]),
    ):
        if lines:
            blocks.append("\n".join([f"{title} ({len(lines)})", *lines]))
    return "\n\n".join(blocks)


def _item(text: str, indent: int = 2) -> str:
    return textwrap.fill(
        text, _WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 4), break_on_hyphens=False
    )


def _named(unit: Unit) -> str:
    return f"[{unit.section or '–'}] {textwrap.shorten(unit.text, 160, placeholder=' …')}"


def _line(unit: Unit) -> str:
    return _item(f"- {_named(unit)}")


def _both(pair: Pair) -> str:
    lines = [_line(pair.parent), _item(f"→ {round(pair.similarity * 100)} % {_named(pair.child)}", 4)]
    lines += [_item(f"· {change.message}", 6) for change in pair.changes]
    return "\n".join(lines)
