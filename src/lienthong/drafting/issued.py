"""The signed file beside what was approved: every word that differs, number and day of the head left aside."""

from __future__ import annotations

import re
from dataclasses import dataclass

import vanban
from rapidfuzz.distance import Levenshtein, Opcodes

from lienthong.drafting.content import docx_of
from lienthong.drafting.models import Draft
from lienthong.registry.service import whole_text

#: Lines of the head that the clerk fills in: "Số: …/KH-UBND", "Minh Hòa, ngày … tháng … năm …".
_FILLED = re.compile(r"^\s*(?:Số\s*:.*|.*,\s*ngày\s+.*tháng\s+.*năm\b.*)$", re.IGNORECASE)
_PAGE = re.compile(r"^\s*\d{1,3}\s*$")
_WORD = re.compile(r"\w+")
#: Differences with fewer equal words between them are one; so many words around are shown.
_NEAR, _AROUND = 3, 5


@dataclass(frozen=True, slots=True)
class Difference:
    """Words as approved and as signed, with the words ``before`` and ``after`` that both have."""

    before: str
    approved: str
    signed: str
    after: str


def differences(draft: Draft) -> list[Difference]:
    """What the signed file of ``draft`` says otherwise; layout, spacing, case and punctuation do not count."""
    assert draft.approved is not None
    assert draft.document is not None
    ours = _words(vanban.read(docx_of(draft.approved)).text)
    theirs = _words(whole_text(draft.document).text)
    found = []
    for a, b, c, d in _joined(Levenshtein.opcodes([w.casefold() for w in ours], [w.casefold() for w in theirs])):
        before, after = ours[max(0, a - _AROUND) : a], ours[b : b + _AROUND]
        found.append(Difference(" ".join(before), " ".join(ours[a:b]), " ".join(theirs[c:d]), " ".join(after)))
    return found


def _words(text: str) -> list[str]:
    kept = (line for line in text.splitlines() if not _FILLED.match(line) and not _PAGE.match(line))
    return [word for line in kept for word in _WORD.findall(line)]


def _joined(steps: Opcodes) -> list[tuple[int, int, int, int]]:
    """The stretches that differ, those that stand near each other as one."""
    found: list[tuple[int, int, int, int]] = []
    for step in steps:
        if step.tag == "equal":
            continue
        a, b, c, d = step.src_start, step.src_end, step.dest_start, step.dest_end
        if found and a - found[-1][1] < _NEAR:
            first = found.pop()
            found.append((first[0], b, first[2], d))
        else:
            found.append((a, b, c, d))
    return found
