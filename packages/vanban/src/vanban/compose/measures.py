"""Sizes and styles of the two layouts, each with its legal source.

State: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I and V. Party: Hướng dẫn 36-HD/VPTW of 2018, mục III. Where a rule gives
a range, the size of the decree's own examples is taken.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths in millimetres, font sizes and spacing in points."""

    top: float
    bottom: float
    left: float
    right: float
    motto: float
    parent: float
    issuer: float
    number: float
    date: float
    type: float
    subject: float
    subject_of_letter: float
    body: float
    indent: float
    spacing: float
    authority: float
    name: float
    recipients_label: float
    recipients: float
    page_number: float
    urgency: float

    @property
    def width(self) -> float:
        """Width of what is printed on an A4 sheet, in millimetres."""
        return 210 - self.left - self.right

    @property
    def long_width(self) -> float:
        """The same on a sheet laid across."""
        return 297 - self.left - self.right


STATE = Measures(
    top=20, bottom=20, left=30, right=15, motto=13, parent=12, issuer=12, number=13, date=13, type=14, subject=14,
    subject_of_letter=12, body=14, indent=12.7, spacing=6, authority=14, name=14, recipients_label=12, recipients=11,
    page_number=14, urgency=13,
)  # fmt: skip

PARTY = Measures(
    top=20, bottom=20, left=30, right=15, motto=15, parent=14, issuer=14, number=14, date=14, type=15, subject=14,
    subject_of_letter=12, body=14, indent=10, spacing=6, authority=14, name=14, recipients_label=14, recipients=12,
    page_number=14, urgency=14,
)  # fmt: skip
