"""The tasks of an issued draft as plans take them: printed names become bodies, each task points at its sentence."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.dates import window_of

from lienthong.drafting.content import funding_of, names
from lienthong.drafting.models import Draft, DraftSection, DraftTask
from lienthong.organisations.service import Target
from lienthong.registry.service import ConfirmedTask, Names, whole_text

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


def tasks_of(draft: Draft) -> list[DraftTask]:
    return list(
        DraftTask.objects.filter(section__draft=draft).select_related("section").order_by("section__order", "order")
    )


def unknown_names(draft: Draft) -> list[str]:
    """Printed names of lead and supporting bodies that mean nobody yet."""
    known = Names(draft.office, draft.created_at.date())
    return known.unknown(name for task in tasks_of(draft) for name in (*names(task.lead), *names(task.support)))


def confirmed(draft: Draft) -> list[ConfirmedTask]:
    """Every task of ``draft``, which was approved and issued as it stands."""
    assert draft.document is not None
    known = Names(draft.office, draft.created_at.date())
    text = whole_text(draft.document).text
    paths = {section.pk: (label, titles) for section, label, titles in paths_of(draft)}
    found = []
    for number, task in enumerate(tasks_of(draft), start=1):
        label, titles = paths[task.section_id]
        place = _place(text, task.text)
        window = window_of(task.when)
        found.append(
            ConfirmedTask(
                proposal_id=number,
                label=f"{label}.{task.order}".strip("."),
                section_titles=titles,
                text=task.text,
                leads=_targets(known, task.lead),
                supports=_targets(known, task.support),
                when=task.when,
                frequency=task.frequency,
                due=window[1] if window and not task.frequency else None,
                product=task.product,
                funding=funding_of(task),
                start=place[0] if place else None,
                end=place[1] if place else None,
                out_of_scope=task.out_of_scope,
            )
        )
    return found


def _targets(known: Names, printed: str) -> list[Target]:
    return [target for name in names(printed) if (target := known.target(name)) is not None]


def _place(text: str, words: str) -> tuple[int, int] | None:
    at = text.find(words)
    return (at, at + len(words)) if at >= 0 else None


def paths_of(draft: Draft) -> Iterator[tuple[DraftSection, str, list[str]]]:
    """Each section with its path as the composer counts it ("II.1") and the titles from the top to it."""
    counts, titles = [0, 0, 0], ["", "", ""]
    for section in draft.sections.all():
        if section.title:
            level = section.level
            counts[level - 1] += 1
            counts[level:] = [0] * (3 - level)
            titles[level - 1], titles[level:] = section.title, [""] * (3 - level)
        yield (
            section,
            ".".join(_label(level, count) for level, count in enumerate(counts, 1) if count),
            [t for t in titles if t],
        )


def _label(level: int, count: int) -> str:
    if level == 1:
        return _ROMAN[count - 1] if count <= len(_ROMAN) else str(count)
    return str(count) if level == 2 else chr(ord("a") + count - 1)
