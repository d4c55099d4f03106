"""Which places of a document's text the review screen marks."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.safestring import SafeString

from lienthong.registry.models import DocumentFile, OfficialDocument, Proposal
from lienthong.registry.review.marks import Mark, render
from lienthong.registry.review.text import whole_text


def marked_text(document: OfficialDocument) -> SafeString:
    """The whole text with a mark for every proposal that a person has not dropped."""
    whole = whole_text(document)
    rows = Proposal.objects.filter(file__document=document).exclude(state=Proposal.State.REJECTED)
    return render(whole.text, [mark for row in rows for mark in _marks(row, whole.bases[row.file_id])])


def marked_file(file: DocumentFile) -> SafeString:
    """The text of one file, marked in the same way."""
    rows = file.proposals.exclude(state=Proposal.State.REJECTED)
    return render(file.text, [mark for row in rows for mark in _marks(row, 0)])


def _marks(row: Proposal, base: int) -> Iterator[Mark]:
    owner = str(row.pk)
    if row.start is not None and row.end is not None:
        yield Mark(base + row.start, base + row.end, owner, f"m-{row.kind}")
    if row.kind == Proposal.Kind.CITATION:
        for start, end in row.value["mentions"]:
            if start != row.start:
                yield Mark(base + start, base + end, owner, "m-citation")
    if row.kind == Proposal.Kind.TASK:
        scope = row.value.get("scope") or {}
        if "start" in scope:
            yield Mark(base + scope["start"], base + scope["end"], owner, "m-scope")
        for name, (start, end) in row.value["marks"].items():
            if name != "text":
                yield Mark(base + start, base + end, owner, "m-part")
