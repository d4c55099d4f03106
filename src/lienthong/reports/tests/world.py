"""A quarter's report, a request to units and a form from above, for the table of permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lienthong.reports.actions.add_provided_form import add_provided_form
from lienthong.reports.actions.fill_form import fill_form
from lienthong.reports.tests.factories import make_obligation, make_quarter_report, make_unit_request
from lienthong.reports.tests.ugly_forms import counts, uploaded

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    people = world.people
    obligation = make_obligation(people)
    report = make_quarter_report(people, obligation=obligation)
    request = make_unit_request(people, report)
    unit_report = request.unit_reports.get(body=people.hamlets[0])
    form = add_provided_form(people.coordinator, uploaded(counts()), name="Biểu 01", obligation=obligation)
    filled = fill_form(people.coordinator, report, form, typed={})

    world.rooms["reports"] = {"pk": report.pk}
    world.use(obligation, "reports:make", "reports:obligation_end")
    world.use(
        request, *(f"reports:{name}" for name in ("request", "change_request", "withdraw_request", "merge", "urge"))
    )
    world.use(unit_report, "reports:unit_report", "reports:return_report")
    request.asked.filter(ratio=False).update(counted="works")
    world.use(unit_report, "reports:counted", code="works")
    world.use(form, *(f"reports:{name}" for name in ("form", "point_form", "new_edition")))
    world.use(report, "reports:fill_form", form_pk=form.pk)
    world.use(filled, "reports:filled_form")
    world.use(obligation, "reports:not_duplicate", other_pk=obligation.pk)
    world.use(report, "reports:figure", code="tasks")
