"""What a check finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vanban.model import Document, Remark, Span

#: "error": the decree says otherwise; "warning": very likely a fault, a person decides; "note": a reminder, no fault.
Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One departure from one rule.

    ``rule`` is the stable id of the rule ("national-title.size"), ``source`` the decree with article or annex item.
    ``span`` is where it stands in the text, None for what concerns the sheet; ``paragraphs`` are the numbers, from 1,
    of the paragraphs of a .docx that depart in the same way. ``mendable`` tells whether ``fix`` puts it right.
    """

    rule: str
    severity: Severity
    message: str
    proposal: str
    source: str
    span: Span | None = None
    paragraphs: tuple[int, ...] = ()
    mendable: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What a check of one document found, in the order of the text.

    ``rules`` names the sets of rules that were applied; ``remarks`` say what could not be checked and why. ``text`` is
    what the spans count in.
    """

    findings: tuple[Finding, ...] = ()
    rules: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    text: str = ""

    @property
    def faults(self) -> tuple[Finding, ...]:
        """The findings that are no mere reminders."""
        return tuple(finding for finding in self.findings if finding.severity != "note")

    @property
    def unreadable(self) -> bool:
        """True when nothing could be read."""
        return any(remark.kind == "unreadable" for remark in self.remarks)


#: A number of another document → what is known of it.
Known = dict[str, Document]
