"""A plan beside the order from above."""

import pytest
from django.test import Client
from django.urls import reverse

from lienthong.audit.service import history_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.tests.factories import cast, sign_in
from lienthong.plans.comparing import compare_plan, ordered_duty
from lienthong.plans.models import Assignment
from lienthong.plans.service import Source, add_assignment, name_superior
from lienthong.plans.superiors import superiors_of
from lienthong.plans.tests.factories import YEAR, make_assignment, make_plan
from lienthong.registry.service import Direction, printed_duties, span_of
from lienthong.registry.tests.factories import ORDER, cite, document, read_document, registered_order, reject_task

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return cast()


@pytest.fixture
def order(people):
    return registered_order(people)


@pytest.fixture
def plan(people, order):
    made = make_plan(people, parent_document=order)
    make_assignment(people, made, text="Mở chuyên mục chuyển đổi số trên đài truyền thanh xã", due=f"{YEAR}-05-31")
    make_assignment(people, made, text="Hướng dẫn người cao tuổi nộp hồ sơ trực tuyến toàn tỉnh tại nhà")
    make_assignment(people, made, text="Quyên góp sách cho thư viện thôn")
    return made


def page(actor, plan, query=""):
    return sign_in(Client(), actor).get(reverse("plans:plan_compare", args=[plan.pk]) + query)


def test_coverage_in_words_and_what_is_missing(people, plan, order):
    found = compare_plan(people.coordinator, plan, order, may_add=True)
    assert found.sentence == "2/3 nội dung đã đưa vào kế hoạch; 2 có thay đổi; 1 chưa có."
    assert [row.side.unit.text for row in found.missing] == ["Lắp đặt máy quét tại nơi tiếp nhận hồ sơ"]
    assert [side.unit.text for side in found.added] == ["Quyên góp sách cho thư viện thôn"]


def test_what_was_changed_is_named_and_marked(people, plan, order):
    found = compare_plan(people.coordinator, plan, order, may_add=True)
    first, second = found.changed
    told = [
        (str(name), change.parent.text, change.child.text, change.expected) for name, change in first.matches[0].changes
    ]
    assert ("Thời hạn", f"Trước ngày 30/6/{YEAR}", f"31/05/{YEAR}", False) in told
    assert ("Chủ trì", "Sở Văn hóa, Thể thao và Du lịch", "Phòng Văn hóa - Xã hội", True) in told
    assert ("toàn tỉnh", "changed") in [(piece.text, piece.look) for piece in second.matches[0].side.pieces]
    assert "".join(piece.text for piece in second.side.pieces) == second.side.unit.text


def test_a_line_outside_the_tool_is_shown_as_printed_and_never_counted(people, plan, order):
    found = compare_plan(people.coordinator, plan, order, may_add=True)
    assert [side.unit.text for side in found.outside] == ["Rà quét thông tin trên mạng xã hội"]
    assert found.total == 3


def test_what_a_person_said_is_no_task_is_left_out(people, plan, order):
    reject_task(people.coordinator, order, "Lắp đặt máy quét")
    assert compare_plan(people.coordinator, plan, order, may_add=True).missing == []


def test_goals_are_asked_for_where_the_plan_has_a_document_that_could_state_them(people, order):
    text = ORDER.replace("45/KH-UBND", "12/KH-UBND").replace("TỈNH MINH GIANG", "XÃ MINH HÒA").replace("80%", "85%")
    own = read_document(people.clerk, text, direction=Direction.OUTGOING)
    plan = make_plan(people, parent_document=order)
    plan.document = own
    plan.save()
    found = compare_plan(people.coordinator, plan, order, may_add=True)
    [goal] = found.changed
    assert goal.side.unit.kind == "goal"
    assert [str(name) for name, _change in goal.matches[0].changes] == ["Chỉ tiêu"]
    assert [row.add_url == "" for row in found.missing] == [False] * 3


def test_the_page_shows_both_sides_and_opens_what_is_missing(people, plan, order):
    html = page(people.coordinator, plan).content.decode()
    assert "2/3 nội dung đã đưa vào kế hoạch" in html
    assert "<mark>toàn trình</mark>" in html
    assert "<mark>toàn tỉnh</mark>" in html
    assert html.count("Thêm nhiệm vụ này") == 1


def test_a_reader_sees_the_comparison_without_the_button(people, plan):
    html = page(people.reader, plan).content.decode()
    assert "2/3 nội dung" in html
    assert "Thêm nhiệm vụ này" not in html
    assert "Chọn văn bản này" not in html


def test_an_order_that_one_may_not_read_is_not_compared(people, plan):
    html = page(people.member, plan).content.decode()
    assert "chưa gắn với văn bản cấp trên" in html
    assert "máy quét" not in html


def test_a_missing_duty_becomes_an_assignment_in_one_act(people, plan, order):
    client = sign_in(Client(), people.coordinator)
    url = compare_plan(people.coordinator, plan, order, may_add=True).missing[0].add_url
    form = client.get(url)
    shown = form.context["form"]
    assert shown["text"].value() == "Lắp đặt máy quét tại nơi tiếp nhận hồ sơ"
    assert shown["when_printed"].value() == f"Quý III/{YEAR}"
    assert "Văn bản cấp trên giao: Sở Tài chính." in form.content.decode()
    posted = client.post(
        url,
        {"text": "Lắp đặt máy quét tại xã", "when_printed": f"Quý III/{YEAR}", "due": f"{YEAR}-08-15",
         "leads": [f"b{people.economy.pk}"]},
    )  # fmt: skip
    assert posted.status_code == 302
    assert posted["Location"].startswith(reverse("plans:plan_compare", args=[plan.pk]))
    made = Assignment.objects.get(text="Lắp đặt máy quét tại xã")
    assert made.source_document == order
    unit = next(unit for unit in printed_duties(order).units if "máy quét" in unit.text)
    assert (made.source_start, made.source_end) == (unit.span.start, unit.span.end)
    assert order.access.filter(body=people.economy).exists()
    assert "3/3 nội dung đã đưa vào kế hoạch" in client.get(posted["Location"]).content.decode()


def test_an_address_that_names_no_duty_opens_an_empty_form(people, plan, order):
    client = sign_in(Client(), people.coordinator)
    base = reverse("plans:assignment_add", args=[plan.pk])
    for query in (f"?nguon={order.pk}&doan=0-1", f"?nguon={order.pk}", "?nguon=x&doan=1-2", "?nguon=999999&doan=1-2"):
        assert not client.get(base + query).context["form"]["text"].value()


def test_a_source_that_one_may_not_read_is_refused(people, plan):
    elsewhere = document(cast().office)
    with pytest.raises(NotAllowed):
        add_assignment(people.coordinator, plan, values={"text": "Việc"}, source=Source(elsewhere, 0, 5))


def test_the_order_is_named_by_its_number(people, order):
    plan = make_plan(people)
    assert superiors_of(people.coordinator, plan) == []
    client = sign_in(Client(), people.coordinator)
    client.post(reverse("plans:plan_superior", args=[plan.pk]), {"number": "045/kh-ubnd"})
    plan.refresh_from_db()
    assert superiors_of(people.coordinator, plan) == [order]
    assert "văn bản cấp trên" in str(history_of(plan).order_by("-at").first().sentence)


def test_a_number_that_is_not_in_the_register_is_refused(people):
    with pytest.raises(Refused, match="Không có văn bản đến nào mang số “9/KH-UBND” trong sổ"):
        name_superior(people.coordinator, make_plan(people), number="9/KH-UBND")


def test_who_does_not_run_plans_names_no_order(people, order):
    with pytest.raises(NotAllowed):
        name_superior(people.member, make_plan(people), number="45/KH-UBND")


def test_documents_that_the_plans_own_document_cites_are_orders_too(people, order):
    own = document(people.office, direction=Direction.OUTGOING, state="issued")
    plan = make_plan(people)
    plan.document = own
    plan.save()
    cite(own, order)
    assert superiors_of(people.coordinator, plan) == [order]


def test_an_order_without_a_text_says_so(people):
    order = document(people.office)
    plan = make_plan(people, parent_document=order)
    assert "Chưa đọc được nhiệm vụ hay nội dung nào" in page(people.coordinator, plan).content.decode()


def test_the_duty_of_a_place(people, order):
    unit = printed_duties(order).units[-1]
    found = ordered_duty(order, span_of(unit))
    assert found is not None
    assert found.unit == unit
    assert ordered_duty(order, "") is None
