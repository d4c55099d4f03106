"""A plan with work, evidence and an extension asked for, for the table of permissions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone

from lienthong.plans.models import Evidence
from lienthong.plans.proving import Proof
from lienthong.plans.service import ask_extension, record_work
from lienthong.plans.tests.factories import (
    MINUTES,
    make_accepted,
    make_budget_line,
    make_out_of_scope,
    make_plan,
    make_spending,
    photo,
)
from lienthong.plans.workflow import SLUGS

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    people = world.people
    plan = make_plan(people)
    share = make_accepted(people, plan, frequency_printed="Mỗi tháng 01 bài", due=date(plan.ends_on.year, 12, 31))
    outside = make_out_of_scope(people, plan)
    work = record_work(
        people.member, title="Phát bản tin", done_on=timezone.localdate(),
        proofs=[MINUTES, Proof(file=photo())], shares=[share],
    )  # fmt: skip
    due = date(plan.ends_on.year + 1, 1, 15)
    extension = ask_extension(people.unit_head, share, new_due=due, reason="Thiếu người")

    world.things |= {"plan": plan, "work": work}
    world.rooms["plans"] = {"pk": plan.pk}
    world.named["plans:plan_from_document"] = {"document_id": world.things["document"].pk}
    world.use(share.assignment, "plans:assignment", "plans:assignment_edit")
    world.use(outside, "plans:assignment_close")
    world.use(share, "plans:share")
    world.use(share, "plans:share_act", step=SLUGS["urge"])
    world.use(extension, "plans:extension_decide")
    world.use(share.occurrences.first(), "plans:occurrence")
    money = make_budget_line(people, plan, share.assignment)
    spending = make_spending(people, money)
    world.use(money, *(f"plans:{name}" for name in ("budget_line", "budget_change", "budget_remove", "spend")))
    world.use(spending, "plans:withdraw_spending", "plans:spending_paper")
    world.use(Evidence.objects.get(work=work, kind="file"), "plans:evidence")
