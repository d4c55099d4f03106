"""The rule under the subject, which tells where the head ends (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.5.b).

In a PDF it is drawn and no text; put in as a line of low dashes, as many typists write it, readers see it too.
"""

from __future__ import annotations

from vanban.sources.glyphs import Box, Glyph, Line

#: How far from the middle of the page the middle of the rule may be, as a part of the page's width.
_ASIDE = 0.06
#: The rule is a third to a half of the line above it; one as long as the line would underline it.
_LONGEST = 0.65
_SHORTEST = 25.0
#: How far under its line the rule may be, and how far down the page, in points and as a part of the page.
_NEAR = 16.0
_DOWN = 0.6


def put_head_rule(lines: list[Line], segments: list[Box], width: float, height: float) -> None:
    """Put the first rule that stands in the middle of the page after the line that it stands under."""
    rules = [s for s in segments if abs(s[1] - s[3]) < 1 and abs(s[0] + s[2] - width) < 2 * _ASIDE * width]
    for left, y, right, _ in sorted(rules, key=lambda rule: rule[1]):
        if y > height * _DOWN or right - left < _SHORTEST:
            continue
        above = [
            (index, line)
            for index, line in enumerate(lines)
            if line.printed
            and not line.cells
            and -3 <= y - line.box[3] < _NEAR
            and line.box[0] < (left + right) / 2 < line.box[2]
        ]
        if not above:
            continue
        index, line = max(above, key=lambda found: found[1].box[3])
        if right - left <= _LONGEST * (line.box[2] - line.box[0]):
            lines.insert(index + 1, Line([Glyph("_", (left, y - 1, right, y))] * 5))
            return


def _stands_over(box: Box, middle: float, y: float) -> bool:
    return box[0] < middle < box[2] and -3 <= y - box[3] < _NEAR
