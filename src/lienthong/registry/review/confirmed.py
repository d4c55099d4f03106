"""What a person confirmed of a document, as other rooms read it. Nothing here was only proposed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from lienthong.core.keys import resolve
from lienthong.organisations.service import Body, Group, Target
from lienthong.registry.models import OfficialDocument, Proposal
from lienthong.registry.review.drafts import day_of
from lienthong.registry.review.text import whole_text


@dataclass(frozen=True, slots=True)
class ConfirmedTask:
    """A task as a person left it. ``label`` is its path ("C.I.2.a"), ``section_titles`` the headings above it.

    ``start`` and ``end`` are offsets into the document's whole text (see :func:`source_url`). ``frequency`` has lost
    the number that a person did not choose where two contradicted each other. ``starts_on`` is the day from which
    occurrences are counted, set only where the printed window began before the document's date.
    """

    proposal_id: int
    label: str
    section_titles: list[str]
    text: str
    leads: list[Target]
    supports: list[Target]
    when: str
    frequency: str
    due: date | None
    product: str
    funding: str
    start: int | None
    end: int | None
    out_of_scope: bool
    starts_on: date | None = None


@dataclass(frozen=True, slots=True)
class OutlineHeading:
    """``path`` is the labels joined by dots, ``start`` an offset into the whole text."""

    path: str
    title: str
    level: int
    start: int


def confirmed_tasks(document: OfficialDocument) -> list[ConfirmedTask]:
    """The confirmed and corrected tasks in the order of the text, those of annexes last."""
    bases = whole_text(document).bases
    titles = {heading.path: heading.title for heading in confirmed_outline(document)}
    states = (Proposal.State.CONFIRMED, Proposal.State.CORRECTED)
    rows = Proposal.objects.filter(file__document=document, kind=Proposal.Kind.TASK, state__in=states)
    found = [_task(row, bases[row.file_id], titles) for row in rows.select_related("file")]
    return sorted(found, key=lambda task: (task.start is None, task.start or 0, task.proposal_id))


def confirmed_outline(document: OfficialDocument) -> list[OutlineHeading]:
    """The headings of the document and its annexes, each with its path."""
    whole = whole_text(document)
    found: list[OutlineHeading] = []
    for file in whole.files:
        above: list[tuple[int, str]] = []
        for heading in file.reading.get("outline", []):
            while above and above[-1][0] >= heading["level"]:
                above.pop()
            above.append((heading["level"], heading["label"]))
            path = ".".join(label for _level, label in above if label)
            start = whole.bases[file.pk] + heading["span"][0]
            found.append(OutlineHeading(path, heading["title"], heading["level"], start))
    return found


def source_url(document: OfficialDocument, start: int | None, end: int | None) -> str:
    """The page of the document with ``whole_text(document).text[start:end]`` marked."""
    url = reverse("registry:document", args=[document.pk])
    return url if start is None or end is None else f"{url}?doan={start}-{end}#doan"


def _task(row: Proposal, base: int, titles: dict[str, str]) -> ConfirmedTask:
    draft = row.confirmed
    assert draft is not None, "a confirmed proposal holds what was confirmed"
    labels = draft["section"].split(".") if draft["section"] else []
    paths = [".".join(labels[: count + 1]) for count in range(len(labels))]
    return ConfirmedTask(
        proposal_id=row.pk,
        label=draft["section"],
        section_titles=[titles[path] for path in paths if path in titles],
        text=draft["text"],
        leads=_targets(draft["lead_keys"]),
        supports=_targets(draft["support_keys"]),
        when=draft["when"],
        frequency=draft["frequency"],
        due=day_of(draft["due"]),
        product=draft["product"],
        funding=draft["funding"],
        start=None if row.start is None else base + row.start,
        end=None if row.end is None else base + row.end,
        out_of_scope=row.out_of_scope,
        starts_on=day_of(draft.get("starts_on", "")),
    )


def _targets(keys: list[str]) -> list[Target]:
    found = [resolve(key) for key in keys]
    return [target for target in found if isinstance(target, Body | Group)]
