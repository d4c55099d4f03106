"""The thread between an order from above, the office's own document that answers it, and the plan."""

from datetime import date

import pytest

from lienthong.channels.core.service import deliveries_of
from lienthong.channels.core.tests.factories import make_outlet, send_all
from lienthong.core.keys import key_of
from lienthong.corrections.service import Correction
from lienthong.feedback.tests.factories import make_answered
from lienthong.newsroom.service import schedule_product
from lienthong.newsroom.tests.factories import make_corrected, make_scheduled
from lienthong.organisations.tests.factories import cast
from lienthong.plans import service as plans
from lienthong.registry.tests.factories import document
from lienthong.workspace.thread import parts_of

pytestmark = pytest.mark.django_db


def test_an_order_from_above_leads_to_the_plan_that_carries_it_out_and_back():
    people = cast()
    order = document(people.office, number="45/KH-UBND")
    answer = document(people.office, number="18/KH-UBND", answers=order)
    days = {"starts_on": date(2025, 1, 1), "ends_on": date(2025, 12, 31)}
    plan = plans.create_plan(people.coordinator, title="Kế hoạch truyền thông", parent_document=order, **days)
    plan.document = answer
    plan.save()
    ways = [[part.label for part in parts_of(thing, people.coordinator)][:3] for thing in (order, plan)]
    assert ways == [[order.title, answer.title, plan.title]] * 2
    assert [part.label for part in parts_of(answer, people.coordinator)][:2] == [answer.title, plan.title]


def test_the_thread_of_a_residents_case_says_where_it_is_and_no_word_of_it():
    people = cast()
    case = make_answered(people).case
    case.refresh_from_db()
    labels = [part.label for part in parts_of(case, people.clerk)]
    assert labels == ["Phản ánh, kiến nghị", case.code, "Phòng VH-XH", "Đã trả lời", "Đã đăng"]


def test_a_product_leads_to_the_note_on_what_was_wrong_with_it_and_back():
    people = cast()
    outlet = make_outlet(people, "feeds", options={"title": "Tin xã", "about": "Tin của xã"})
    product = make_scheduled(people, outlets=[outlet])
    send_all(*deliveries_of(key_of(product)))
    product.refresh_from_db()
    schedule_product(people.member, make_corrected(people, product), outlets=[outlet])
    send_all(*deliveries_of(key_of(product)))
    note = Correction.objects.get()
    product.refresh_from_db()
    there = {part.label: part.url for part in parts_of(product, people.member)}
    assert there[f"Đính chính số {note.printed}"] == f"/noi-bo/dinh-chinh/{note.pk}/"
    back = {part.label: part.url for part in parts_of(note, people.member)}
    assert back[product.title] == f"/noi-bo/toa-soan/{product.pk}/"
    assert back[f"Số {note.printed}"] == f"/dinh-chinh/{note.year}/{note.number}/"
