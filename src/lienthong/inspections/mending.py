"""What became of what had to be mended."""

from dataclasses import dataclass
from typing import Any

from lienthong.inspections.models import CheckLine, Inspection
from lienthong.organisations.service import Actor
from lienthong.plans.service import Assignment, Work, works_of_assignment


@dataclass(frozen=True, slots=True)
class Mended:
    """``done``: every unit that had to mend it is done (*đã khắc phục*); ``works`` are what proves it."""

    assignment: Assignment
    done: bool
    works: list[Work]


def mended(line: CheckLine, actor: Actor) -> Mended | None:
    """How far the mending of ``line`` is; None while it is no assignment. Evidence as ``actor`` may see it."""
    if line.mending is None:
        return None
    works = works_of_assignment(line.mending).filter(pk__in=Work.objects.visible_to(actor))
    works = works.prefetch_related("evidence").order_by("-done_on", "-pk")
    return Mended(line.mending, _finished([line.mending_id]).exists(), list(works))


def unmended(inspection: Inspection) -> list[CheckLine]:
    """The lines with something to mend that is not assigned or not done yet."""
    lines = list(CheckLine.objects.filter(visit__inspection=inspection).to_mend())
    done = set(_finished([line.mending_id for line in lines]).values_list("pk", flat=True))
    return [line for line in lines if line.mending_id not in done]


def _finished(keys: list[int | None]) -> Any:
    return Assignment.objects.filter(pk__in=[key for key in keys if key]).finished()
