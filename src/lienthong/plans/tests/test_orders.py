"""Work given on an order that came before its document."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lienthong.organisations.tests.factories import cast, sign_in
from lienthong.plans.comparing import compare_plan
from lienthong.plans.service import Source, add_assignment
from lienthong.plans.tests.factories import make_plan, share_of
from lienthong.registry.service import attach_document, note_order, printed_duties, register_incoming
from lienthong.registry.tests.factories import ORDER, read_document, read_files

pytestmark = pytest.mark.django_db
TEXT = "Yêu cầu các xã lắp đặt ngay máy quét tại nơi tiếp nhận hồ sơ."


def test_tasks_given_on_an_order_are_kept_when_its_document_comes():
    people = cast()
    order = note_order(
        people.coordinator, text=TEXT, told_by="Chủ tịch UBND tỉnh", told_how="phone", told_at=timezone.now()
    )
    read_files(order)
    plan = make_plan(people, parent_document=order)
    [duty] = printed_duties(order).units
    given = add_assignment(
        people.coordinator,
        plan,
        values={"text": "Lắp đặt máy quét tại nơi tiếp nhận hồ sơ"},
        leads=[people.economy],
        source=Source(order, duty.span.start, duty.span.end),
    )
    share = share_of(given, people.economy)
    head = sign_in(Client(), people.other_head)
    assert "Chưa có văn bản" in head.get(reverse("plans:share", args=[share.pk])).content.decode()

    at_the_plan = sign_in(Client(), people.coordinator)
    assert "Chưa có văn bản" in at_the_plan.get(reverse("plans:plan", args=[plan.pk])).content.decode()

    joined = attach_document(people.clerk, order, read_document(people.clerk, ORDER))
    register_incoming(people.clerk, joined, arrived_on=timezone.localdate())
    given.refresh_from_db()
    assert given.source_document.title == "Kế hoạch 45/KH-UBND"
    assert printed_duties(joined).units[0].text == duty.text
    assert (given.source_start, given.source_end) == (duty.span.start, duty.span.end)
    assert "Chưa có văn bản" not in head.get(reverse("plans:share", args=[share.pk])).content.decode()
    assert "Chưa có văn bản" not in at_the_plan.get(reverse("plans:plan", args=[plan.pk])).content.decode()
    plan.refresh_from_db()
    found = compare_plan(people.coordinator, plan, plan.parent_document, may_add=True)
    assert [row.side.unit.text[:12] for row in found.missing] == ["Mở chuyên mụ", "Hướng dẫn ng"]
