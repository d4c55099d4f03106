"""The pages in each role: what shows, what is 404, what is refused with what was typed kept."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lienthong.organisations.tests.factories import Cast, cast, make_group, sign_in
from lienthong.plans import service
from lienthong.plans.models import Assignment, Plan, Share
from lienthong.plans.tests.factories import (
    MINUTES,
    make_accepted,
    make_assignment,
    make_plan,
    photo,
    share_of,
    tomorrow,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


def page(client: Client, name: str, *args: object, **query: str) -> str:
    answer = client.get(reverse(f"plans:{name}", args=args), query)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def act(client: Client, share: Share, slug: str, **data: object) -> object:
    return client.post(reverse("plans:share_act", args=[share.pk, slug]), data)


def test_the_plan_page_reads_its_numbers_and_rows(client: Client, people: Cast) -> None:
    plan = make_plan(people)
    make_assignment(people, plan, frequency_printed="mỗi tháng 01 chuyên mục", text="Chuyên mục chuyển đổi số")
    group = make_group(people.office, "Trưởng các thôn", *people.hamlets)
    make_assignment(people, plan, leads=[group], due=tomorrow(), text="Họp dân")
    sign_in(client, people.reader)
    html = page(client, "plan", plan.pk)
    assert "2 nhiệm vụ · 0 xong đúng hạn · 2 đang làm · 0 quá hạn · nhịp: 0/12 số" in html
    assert "0/3 đơn vị" in html
    assert 'class="dot-due" d="M' in html
    assert "Thêm nhiệm vụ" not in html
    assert "Họp dân" not in page(client, "plan", plan.pk, **{"don-vi": str(people.culture.pk)})
    assert "Họp dân" in page(client, "plan", plan.pk, tim="hop dan")
    assert "Không có nhiệm vụ nào khớp" in page(client, "plan", plan.pk, **{"trang-thai": "xong-qua-han"})


def test_the_plan_page_filters_what_is_not_clear(client: Client, people: Cast) -> None:
    plan = make_plan(people)
    make_assignment(people, plan, text="Việc đủ năm rõ", due=tomorrow(), product_printed="01 báo cáo")
    make_assignment(people, plan, text="Việc chưa có hạn", supports=[])
    sign_in(client, people.coordinator)
    html = page(client, "plan", plan.pk, **{"trang-thai": "chua-du-5-ro"})
    assert "Việc chưa có hạn" in html
    assert "Việc đủ năm rõ" not in html


def test_a_hamlet_head_sees_only_his_own(client: Client, people: Cast) -> None:
    plan = make_plan(people)
    mine = make_assignment(people, plan, leads=[people.hamlets[0]], supports=[], text="Việc của thôn một")
    other = make_assignment(people, plan, leads=[people.hamlets[1]], supports=[], text="Việc của thôn hai")
    sign_in(client, people.hamlet_head)
    html = page(client, "plan", plan.pk)
    assert "Việc của thôn một" in html
    assert "Việc của thôn hai" not in html
    assert "1 nhiệm vụ" in html
    assert client.get(reverse("plans:assignment", args=[other.pk])).status_code == 404
    assert client.get(reverse("plans:share", args=[share_of(other, people.hamlets[1]).pk])).status_code == 404
    page(client, "assignment", mine.pk)


def test_three_taps_on_a_phone(client: Client, people: Cast) -> None:
    share = share_of(make_assignment(people, leads=[people.hamlets[0]], supports=[]), people.hamlets[0])
    sign_in(client, people.hamlet_head)
    html = page(client, "share", share.pk)
    assert html.index("Ảnh hoặc tệp chứng minh") < html.index('capture="environment"')
    assert html.count('name="files"') == 2  # a stored photo, or the camera
    answer = act(client, share, "gui-minh-chung", files=[photo()], done_on=timezone.localdate().isoformat())
    assert answer.status_code == 302
    share.refresh_from_db()
    assert share.state == "submitted"
    work = share.credits.get().work
    evidence = work.evidence.get()
    file = client.get(reverse("plans:evidence", args=[evidence.pk]))
    assert (file.status_code, file["Content-Type"]) == (200, "image/jpeg")
    assert file.getvalue()
    sign_in(client, people.other_head)
    assert client.get(reverse("plans:evidence", args=[evidence.pk])).status_code == 200
    file = client.get(reverse("plans:evidence", args=[evidence.pk]))
    assert file.getvalue()


def test_evidence_of_others_is_not_found(client: Client, people: Cast) -> None:
    share = make_accepted(people)
    service.record_work(
        people.member, title="Ảnh", done_on=timezone.localdate(), proofs=[service.Proof(file=photo())], shares=[share]
    )
    evidence = share.credits.get().work.evidence.get()
    sign_in(client, people.hamlet_head)
    assert client.get(reverse("plans:evidence", args=[evidence.pk])).status_code == 404
    sign_in(client, cast().leader)
    assert client.get(reverse("plans:evidence", args=[evidence.pk])).status_code == 404


def test_what_was_typed_stays_when_an_act_is_refused(client: Client, people: Cast) -> None:
    share = make_accepted(people, due=tomorrow())
    sign_in(client, people.unit_head)
    far = (tomorrow() + timedelta(days=90)).isoformat()
    answer = act(client, share, "xin-gia-han", new_due=far, reason="Chờ kinh phí của tỉnh")
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "tối đa 30 ngày" in html
    assert "Chờ kinh phí của tỉnh" in html
    answer = act(client, share, "trinh-ket-qua", result="Đã phát mười hai số")
    assert "Chưa có minh chứng" in answer.content.decode()
    assert "Đã phát mười hai số" in answer.content.decode()


def test_direct_posts_without_right_are_forbidden(client: Client, people: Cast) -> None:
    share = share_of(make_assignment(people), people.culture)
    for actor in (people.member, people.other_head, people.reader):
        sign_in(client, actor)
        assert act(client, share, "tiep-nhan").status_code == 404
    sign_in(client, people.hamlet_head)
    assert act(client, share, "tiep-nhan").status_code == 404
    share.refresh_from_db()
    assert share.state == "assigned"
    sign_in(client, people.unit_head)
    assert act(client, share, "khong-co").status_code == 404


def test_a_row_of_my_work_is_accepted_in_place(client: Client, people: Cast) -> None:
    share = share_of(make_assignment(people), people.culture)
    sign_in(client, people.unit_head)
    answer = client.post(
        reverse("plans:share_act", args=[share.pk, "tiep-nhan"]), headers={"HX-Request": "true", "HX-Target": "viec-1"}
    )
    assert answer.status_code == 200
    assert "Đã tiếp nhận" in answer.content.decode()


def test_a_silent_unit_is_said_to_be_silent(client: Client, people: Cast) -> None:
    share = share_of(make_assignment(people), people.culture)
    Share.objects.filter(pk=share.pk).update(assigned_at=timezone.now() - timedelta(days=4))
    sign_in(client, people.coordinator)
    assert "Đã nhận, chưa xác nhận" in page(client, "share", share.pk)
    html = page(client, "plan", share.assignment.plan_id, **{"trang-thai": "chua-xac-nhan"})
    assert share.assignment.text in html


def test_a_plan_is_made_and_filled_by_hand(client: Client, people: Cast) -> None:
    sign_in(client, people.coordinator)
    page(client, "plan_create")
    answer = client.post(
        reverse("plans:plan_create"), {"title": "Kế hoạch năm", "starts_on": "2026-12-31", "ends_on": "2026-01-01"}
    )
    assert "Ngày kết thúc phải sau ngày bắt đầu" in answer.content.decode()
    client.post(
        reverse("plans:plan_create"), {"title": "Kế hoạch năm", "starts_on": "2026-01-01", "ends_on": "2026-12-31"}
    )
    plan = Plan.objects.get()
    data = {
        "text": "Đăng bài trên trang thông tin",
        "rhythm_set": "lúc nào cũng được",
        "leads": [f"b{people.culture.pk}"],
        "supports": [f"b{people.economy.pk}"],
    }
    url = reverse("plans:assignment_add", args=[plan.pk])
    page(client, "assignment_add", plan.pk)
    answer = client.post(url, data)
    assert answer.status_code == 200
    assert "hoặc để trống" in answer.content.decode()
    assert client.post(url, data | {"rhythm_set": "mỗi tháng 02 tin"}).status_code == 302
    assignment = Assignment.objects.get()
    assert share_of(assignment, people.culture).occurrences.count() == 24
    edit = reverse("plans:assignment_edit", args=[assignment.pk])
    page(client, "assignment_edit", assignment.pk)
    assert client.post(edit, data | {"rhythm_set": "mỗi quý 01 tin"}).status_code == 302
    assert share_of(assignment, people.culture).occurrences.count() == 4
    sign_in(client, people.member)
    assert client.get(edit).status_code == 404
    assert client.get(reverse("plans:plan_create")).status_code == 404


def test_one_work_is_credited_to_several_from_one_form(client: Client, people: Cast) -> None:
    plan = make_plan(people)
    first = make_accepted(people, plan, frequency_printed="mỗi tháng 01 chuyên mục")
    second = make_accepted(people, plan, text="Tuyên truyền bầu cử")
    occurrence = first.occurrences.first()
    sign_in(client, people.member)
    page(client, "work_add")
    data = {
        "title": "Bản tin số 1",
        "done_on": timezone.localdate().isoformat(),
        "number": "5/BB-VHXH",
        "credit": ["", f"o{occurrence.pk}", f"s{second.pk}"],
    }
    answer = client.post(reverse("plans:work_add"), data)
    assert answer.status_code == 422
    assert "cần cả số và ngày" in answer.content.decode()
    assert f'value="o{occurrence.pk}" selected' in answer.content.decode()
    answer = client.post(reverse("plans:work_add"), data | {"dated": "2026-01-05"})
    assert answer.status_code == 302
    assert service.works_of_plan(plan).count() == 1
    assert first.credits.count() == second.credits.count() == 1


def test_someone_without_a_position_sees_nothing_and_breaks_nothing(client: Client, people: Cast) -> None:
    make_accepted(people)
    people.member.position.delete()
    client.force_login(people.member.user)
    for name in ("plans", "board", "calendar", "work_add"):
        page(client, name)
    data = {"title": "x", "done_on": "2026-01-05", "number": "5/BB", "dated": "2026-01-05"}
    assert "Hãy chọn ít nhất một nhiệm vụ" in client.post(reverse("plans:work_add"), data).content.decode()


def test_the_leader_urges_and_gets_a_message_to_copy(client: Client, people: Cast) -> None:
    share = make_accepted(people, due=tomorrow())
    sign_in(client, people.leader)
    act(client, share, "don-doc", text="Đề nghị xong trước thứ sáu")
    html = page(client, "share", share.pk)
    assert "Sao chép tin nhắn" in html
    assert f"{tomorrow():%d/%m/%Y}" in html
    assert "http://testserver" in html


def test_extensions_are_decided_on_the_page(client: Client, people: Cast) -> None:
    share = make_accepted(people, due=tomorrow())
    sign_in(client, people.unit_head)
    due = tomorrow() + timedelta(days=5)
    act(client, share, "xin-gia-han", new_due=due.isoformat(), reason="Chờ kinh phí")
    extension = share.extensions.get()
    url = reverse("plans:extension_decide", args=[extension.pk])
    assert client.post(url, {"grant": "1"}).status_code == 404
    sign_in(client, people.leader)
    assert "Đồng ý gia hạn" in page(client, "share", share.pk)
    client.post(url, {"grant": "1"})
    share.refresh_from_db()
    assert share.due == due


def test_board_and_calendar_show_what_is_due(client: Client, people: Cast) -> None:
    share = make_accepted(people, due=timezone.localdate(), text="Việc đến hạn hôm nay")
    sign_in(client, people.member)
    assert "Việc đến hạn hôm nay" in page(client, "board")
    assert "Việc đến hạn hôm nay" in page(client, "calendar")
    assert "Việc đến hạn hôm nay" in page(client, "calendar", ngay=timezone.localdate().isoformat())
    assert client.get(reverse("plans:calendar"), {"ngay": "hôm nay"}).status_code == 404
    page(client, "calendar", thang="không")
    sign_in(client, people.hamlet_head)
    assert "Việc đến hạn hôm nay" not in page(client, "board")
    assert "Việc đến hạn hôm nay" not in page(client, "calendar", **{"don-vi": str(share.body_id)})


def test_an_occurrence_has_its_own_page(client: Client, people: Cast) -> None:
    share = make_accepted(people, frequency_printed="mỗi tháng 01 chuyên mục")
    occurrence = share.occurrences.first()
    sign_in(client, people.member)
    assert "Gửi minh chứng của kỳ này" in page(client, "occurrence", occurrence.pk)
    url = reverse("plans:occurrence", args=[occurrence.pk])
    answer = client.post(url, {"done_on": timezone.localdate().isoformat()})
    assert "Chưa có minh chứng" in answer.content.decode()
    answer = client.post(url, {"done_on": timezone.localdate().isoformat(), "url": "https://minhhoa.example.vn/tin/1"})
    assert answer.status_code == 302
    html = page(client, "occurrence", occurrence.pk)
    assert "Đã làm ngày" in html
    assert "minhhoa.example.vn" in html


def test_pages_need_a_sign_in(client: Client, people: Cast) -> None:
    share = make_accepted(people)
    for name, args in [("plans", []), ("plan", [share.assignment.plan_id]), ("share", [share.pk]), ("board", [])]:
        answer = client.get(reverse(f"plans:{name}", args=args))
        assert answer.status_code == 302
        assert "tai-khoan" in answer["Location"]


def large_plan(people: Cast, assignments: int) -> Plan:
    plan = make_plan(people)
    for number in range(assignments):
        make_assignment(people, plan, text=f"Nhiệm vụ {number}", frequency_printed="2 tuần/1 số", due=tomorrow())
    return plan


def queries_of(client: Client, url: str, capture: object) -> int:
    with capture() as captured:  # type: ignore[operator]
        assert client.get(url).status_code == 200
    return len(captured)


@pytest.mark.parametrize("name", ["plan", "board", "calendar", "plans"])
def test_the_number_of_queries_does_not_grow(client: Client, people: Cast, name: str) -> None:
    from functools import partial

    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    plan = large_plan(people, 2)
    sign_in(client, people.unit_head)
    url = reverse(f"plans:{name}", args=[plan.pk] if name == "plan" else [])
    capture = partial(CaptureQueriesContext, connection)
    client.get(url)
    few = queries_of(client, url, capture)
    for number in range(8):
        make_assignment(people, plan, text=f"Thêm {number}", frequency_printed="2 tuần/1 số", due=tomorrow())
    if name == "plans":
        make_plan(people, title="Kế hoạch khác")
    assert queries_of(client, url, capture) <= few
    assert few <= 40


def test_history_and_works_are_on_the_assignment(client: Client, people: Cast) -> None:
    share = make_accepted(people)
    service.record_work(people.member, title="Ra quân", done_on=timezone.localdate(), proofs=[MINUTES], shares=[share])
    sign_in(client, people.reader)
    html = page(client, "assignment", share.assignment_id)
    assert "Ra quân" in html
    assert "12/BB-UBND" in html
    assert "rõ sản phẩm" in html
