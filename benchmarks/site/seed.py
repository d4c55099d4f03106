"""Fills an empty database: ``python -m benchmarks.site.seed SCALE``; prints where to look and a session, as JSON.

At scale 1: 30 communes, 3,000 people, 200,000 occurrences, 60,000 open work items.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import islice

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, models, transaction  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from lienthong.inbox.models import WorkItem  # noqa: E402
from lienthong.organisations.models import Body, Position, Role, User  # noqa: E402
from lienthong.plans.models import Assignment, Occurrence, Plan, Share  # noqa: E402
from lienthong.reports.models import Report  # noqa: E402

UNITS, PEOPLE_A_UNIT, TASKS, OCCURRENCES = 10, 10, 128, 52


def bulk(model: type[models.Model], rows: Iterable[models.Model], size: int = 5000) -> None:
    left = iter(rows)
    while chunk := list(islice(left, size)):
        model._base_manager.bulk_create(chunk, batch_size=1000)


def offices(count: int) -> list[list[Body]]:
    """Communes, each with its units: [office, unit, unit, …]."""
    province = Body.objects.create(
        name="Ủy ban nhân dân tỉnh Minh Giang", kind="state", level="province", is_office=True
    )
    made = []
    for number in range(count):
        office = Body.objects.create(
            name=f"Ủy ban nhân dân xã Minh Hòa {number}", kind="state", level="commune", is_office=True, parent=province
        )
        units = [
            Body.objects.create(name=f"Phòng số {unit}", kind="unit", level="commune", parent=office)
            for unit in range(UNITS)
        ]
        made.append([office, *units])
    return made


def people(communes: list[list[Body]]) -> None:
    users = [
        User(username=f"can.bo.{office.pk}.{unit.pk}.{n}", full_name="Nguyễn Văn A", sort="", password="!")
        for office, *units in communes
        for unit in units
        for n in range(PEOPLE_A_UNIT)
    ]
    bulk(User, users)
    names = {user.username: user for user in User.objects.all()}
    bulk(
        Position,
        (
            Position(
                user=names[f"can.bo.{office.pk}.{unit.pk}.{n}"],
                body=unit,
                title="Chuyên viên",
                role=Role.COORDINATOR if place == n == 0 else Role.UNIT_HEAD if n == 0 else Role.MEMBER,
            )
            for office, *units in communes
            for place, unit in enumerate(units)
            for n in range(PEOPLE_A_UNIT)
        ),
    )


def plans(communes: list[list[Body]]) -> None:
    today = timezone.localdate()
    start, end = date(today.year, 1, 1), date(today.year, 12, 31)
    for office, *units in communes:
        position = Position.objects.filter(body=units[0])[0]
        plan = Plan.objects.create(
            office=office, title="Kế hoạch truyền thông", starts_on=start, ends_on=end, created_by=position
        )
        bulk(
            Assignment,
            (
                Assignment(plan=plan, order=n, label=f"C.I.{n}", text=f"Thực hiện chuyên mục số {n}", due=end)
                for n in range(TASKS)
            ),
        )
        bulk(
            Share,
            (
                Share(assignment=assignment, body=units[n % UNITS], part="lead", state="accepted", due=end)
                for n, assignment in enumerate(plan.assignments.order_by("order"))
            ),
        )
        bulk(
            Occurrence,
            (
                Occurrence(
                    share=share,
                    number=n + 1,
                    due=due,
                    closed_on=due if due < today and (n + share.pk) % 7 else None,
                )
                for share in Share.objects.filter(assignment__plan=plan)
                for n in range(OCCURRENCES)
                for due in [start + timedelta(days=7 * n)]
            ),
        )
        bulk(
            WorkItem,
            (
                WorkItem(
                    subject=f"plans.share:{share.pk}",
                    kind="do",
                    office=office,
                    body=share.body,
                    position=holder,
                    title="Thực hiện chuyên mục",
                    url="/",
                    due=today + timedelta(days=(share.pk + place) % 60 - 10),
                )
                for share in Share.objects.filter(assignment__plan=plan).select_related("body")[:100]
                for place, holder in enumerate(islice(Position.objects.filter(body=share.body), 20))
            ),
        )


def session_of(user: User) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return str(session.session_key)


def main(scale: float) -> None:
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    communes = offices(max(1, round(30 * scale)))
    with transaction.atomic():
        people(communes)
    plans(communes)
    office, first_unit, *_rest = communes[0]
    coordinator = Position.objects.get(body=first_unit, role=Role.COORDINATOR)
    plan = Plan.objects.get(office=office)
    today = timezone.localdate()
    report = Report.objects.create(
        office=office, title="Báo cáo năm", kind="ad_hoc", year=today.year, starts_on=date(today.year, 1, 1),
        ends_on=today, state="draft", created_by=coordinator,
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    pages = {
        "inbox": reverse("workspace:home"),
        "board": reverse("plans:board"),
        "plan": reverse("plans:plan", args=[plan.pk]),
        "report": reverse("reports:report", args=[report.pk]),
    }
    made = {
        "people": User.objects.count(),
        "occurrences": Occurrence.objects.count(),
        "items": WorkItem.objects.count(),
    }
    print(json.dumps({"session": session_of(coordinator.user), "pages": pages, "made": made}))


if __name__ == "__main__":
    main(float(sys.argv[1]))
