"""What units typed, summed up: by figure and never across natures; a ratio from the sums of its two parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from lienthong.core.keys import key_of
from lienthong.reports.models import AskedFigure, Report, TypedFigure, UnitReport
from lienthong.reports.numbers import words_of


@dataclass(frozen=True, slots=True)
class Total:
    """A figure over all units that gave it; ``given`` are the single ones, each with who and when."""

    asked: AskedFigure
    given: list[TypedFigure]

    @property
    def value(self) -> Decimal:
        return sum((typed.value for typed in self.given), Decimal(0))

    @property
    def out_of(self) -> Decimal | None:
        return sum((typed.out_of or Decimal(0) for typed in self.given), Decimal(0)) if self.asked.ratio else None

    @property
    def words(self) -> str:
        """A ratio is the sum of the numerators over that of the denominators, never a mean of percentages."""
        return words_of(self.value, self.out_of)


@dataclass(frozen=True, slots=True)
class TotalsOfNature:
    """Targets, results or outlooks; each nature stands in a table of its own."""

    label: str
    totals: list[Total]


def merged_totals(report: Report) -> list[TotalsOfNature]:
    """The figures of the units whose reports were merged into ``report``."""
    asked = AskedFigure.objects.filter(request__report=report).order_by("request__pk", "order")
    return _by_nature(list(asked), _typed(asked, UnitReport.State.MERGED))


def given_totals(asked: list[AskedFigure]) -> list[TotalsOfNature]:
    """The figures of all units that have sent, merged or not."""
    return _by_nature(asked, _typed(asked, UnitReport.State.SENT, UnitReport.State.MERGED))


def _typed(asked: Iterable[AskedFigure], *states: UnitReport.State) -> list[TypedFigure]:
    found = TypedFigure.objects.filter(asked__in=asked, unit_report__state__in=states)
    found = found.select_related("unit_report__body", "typed_by__user", "asked")
    return list(found.order_by("unit_report__body__kind", "unit_report__body__sort"))


def _by_nature(asked: list[AskedFigure], typed: list[TypedFigure]) -> list[TotalsOfNature]:
    found = []
    for nature in AskedFigure.Nature:
        totals = [Total(one, [each for each in typed if each.asked_id == one.pk]) for one in asked]
        shown = [total for total in totals if total.asked.nature == nature and total.given]
        if shown:
            found.append(TotalsOfNature(str(nature.label), shown))
    return found


def typed_content(report: Report) -> list[dict[str, str]]:
    """What the merged units typed, for the hash of a frozen report."""
    return [
        {
            "body": key_of(typed.unit_report.body),
            "nature": typed.asked.nature,
            "name": typed.asked.name,
            "unit": typed.asked.unit,
            "value": f"{typed.value:.4f}",
            "out_of": "" if typed.out_of is None else f"{typed.out_of:.4f}",
            "typed_at": typed.typed_at.isoformat(),
        }
        for group in merged_totals(report)
        for total in group.totals
        for typed in total.given
    ]
