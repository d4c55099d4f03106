"""Reports from units: each act allowed and refused, what it leaves, and what a typed figure may never become."""

import hashlib
from dataclasses import fields
from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.test import Client
from django.urls import reverse

from lienthong.audit.service import history_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import Notice, WorkItem
from lienthong.organisations.service import Actor, abilities_for
from lienthong.organisations.tests.factories import Cast, cast, sign_in
from lienthong.plans.service import Proof, accept_share, prove_share, record_work
from lienthong.plans.tests.factories import make_assignment, make_plan, share_of
from lienthong.reports import service
from lienthong.reports.gathering import intact, lines_of
from lienthong.reports.models import TypedFigure, UnitReport, UnitRequest
from lienthong.reports.numbers import NumberField, shown, words_of
from lienthong.reports.permissions import RIGHT_FOR, steps_for
from lienthong.reports.service import Asked
from lienthong.reports.tests.factories import fill, make_obligation, make_quarter_report, make_unit_request
from lienthong.reports.unit_beginning import last_figures, texts_to_start_from, value_to_start_from
from lienthong.reports.unit_counting import COUNTED, counted_values
from lienthong.reports.unit_figures import merged_totals

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


@pytest.fixture
def request_(people):
    return make_unit_request(people, make_quarter_report(people))


def of(request, body) -> UnitReport:
    return request.unit_reports.get(body=body)


def sent(actor, unit_report, *figures, **texts):
    fill(actor, unit_report, *figures, **texts)
    return service.send_unit_report(actor, unit_report)


def kinds(thing):
    return [event.kind.removeprefix("reports.") for event in history_of(thing)]


def test_a_request_waits_in_each_unit_and_is_reminded_of(people, request_):
    assert kinds(request_) == ["request.sent"]
    hamlet = of(request_, people.hamlets[0])
    item = WorkItem.objects.open().get(url__endswith=f"/don-vi/{hamlet.pk}/")
    assert (item.body, item.role, item.due, item.kind) == (people.hamlets[0], "hamlet_head", request_.due, "report")
    assert WorkItem.objects.for_actor(people.hamlet_head).open().filter(pk=item.pk).exists()


def test_only_the_office_asks_and_only_its_own_units(people):
    report, others = make_quarter_report(people), cast()
    for actor in (people.clerk, people.unit_head, people.hamlet_head, others.coordinator):
        with pytest.raises(NotAllowed):
            service.request_unit_reports(
                actor, report, title="x", kind="ad_hoc", due=date(2026, 9, 1), bodies=[people.culture]
            )
    for bodies, sentence in (([], "ít nhất một"), ([others.culture], "không thuộc"), ([people.office], "không thuộc")):
        with pytest.raises(Refused, match=sentence):
            make_unit_request(people, report, bodies=bodies)
    with pytest.raises(Refused, match="hai lần"):
        make_unit_request(people, report, figures=[Asked("Buổi", "buổi"), Asked(" Buổi ", "cuộc")])
    assert not UnitRequest.objects.exists()


def test_a_figure_carries_who_typed_it_last_and_when(people, request_):
    unit_report = of(request_, people.culture)
    fill(people.member, unit_report, "10", "4", "45", "50")
    before = {typed.asked_id: typed.typed_at for typed in unit_report.typed.all()}
    fill(people.unit_head, unit_report, "10", "5", "45", "50")
    by = {str(typed.asked.nature): typed.typed_by for typed in unit_report.typed.filter(asked__ratio=False)}
    assert by == {"target": people.member.position, "result": people.unit_head.position}
    changed = [typed.asked_id for typed in unit_report.typed.all() if typed.typed_at != before[typed.asked_id]]
    assert changed == [unit_report.typed.get(asked__nature="result", asked__ratio=False).asked_id]


def test_nothing_is_sent_with_a_figure_missing(people, request_):
    unit_report = of(request_, people.hamlets[0])
    with pytest.raises(Refused, match="còn thiếu số liệu Buổi tuyên truyền"):
        service.send_unit_report(people.hamlet_head, unit_report)
    with pytest.raises(Refused, match="mẫu số bằng 0"):
        fill(people.hamlet_head, unit_report, "1", "1", "3", "0")
    sent(people.hamlet_head, unit_report, "0", "0", "0", "0")
    assert kinds(unit_report)[-1] == "unit_report.sent"
    waits = WorkItem.objects.open().get(url__endswith=f"/don-vi/{unit_report.pk}/")
    assert (waits.kind, waits.position) == ("confirm", people.coordinator.position)


def test_words_alone_are_not_sent_before_anyone_saved_them(people):
    request = make_unit_request(people, make_quarter_report(people), figures=[])
    with pytest.raises(Refused, match="chưa ghi gì"):
        service.send_unit_report(people.other_head, of(request, people.economy))


def test_what_was_sent_back_comes_again_with_the_reason(people, request_):
    unit_report = sent(people.unit_head, of(request_, people.culture), "10", "5", "45", "50")
    with pytest.raises(Refused, match="lý do"):
        service.return_unit_report(people.coordinator, unit_report, reason="  ")
    with pytest.raises(NotAllowed):
        fill(people.unit_head, unit_report, "10", "6", "45", "50")
    service.return_unit_report(people.coordinator, unit_report, reason="Thiếu tháng 8")
    item = WorkItem.objects.open().get(url__endswith=f"/don-vi/{unit_report.pk}/")
    assert (item.kind, item.body) == ("returned", people.culture)
    assert Notice.objects.filter(position=people.unit_head.position, text__contains="trả lại").exists()
    assert unit_report.typed.count() == 3
    sent(people.unit_head, unit_report, "10", "6", "45", "50")
    unit_report.refresh_from_db()
    assert (unit_report.state, unit_report.reason) == ("sent", "")


def test_merging_keeps_what_was_written_and_names_each_unit(people, request_):
    report = request_.report
    service.write_report(people.coordinator, report, results="Xã đã mở chuyên mục.")
    with pytest.raises(Refused, match="chưa gộp"):
        service.merge_unit_reports(people.coordinator, request_)
    sent(people.unit_head, of(request_, people.culture), "10", "5", "45", "50", results="Đã phát 5 buổi.")
    sent(people.hamlet_head, of(request_, people.hamlets[0]), "2", "1", "1", "50", causes="Mưa lũ.")
    service.merge_unit_reports(people.coordinator, request_)
    report.refresh_from_db()
    assert report.results == "Xã đã mở chuyên mục.\nPhòng VH-XH: Đã phát 5 buổi."
    assert report.causes == "Thôn 1: Mưa lũ."
    assert "report.merged" in kinds(report)
    assert not WorkItem.objects.open().filter(kind="confirm").exists()
    # The economy room sends later and is merged alone.
    sent(people.other_head, of(request_, people.economy), "1", "1", "0", "0", causes="Thiếu người.")
    service.merge_unit_reports(people.leader, request_)
    report.refresh_from_db()
    assert report.causes == "Thôn 1: Mưa lũ.\nPhòng Kinh tế: Thiếu người."


def test_targets_and_results_are_never_summed_together_and_a_ratio_is_of_sums(people, request_):
    sent(people.unit_head, of(request_, people.culture), "10", "5", "45", "50")
    sent(people.hamlet_head, of(request_, people.hamlets[0]), "2", "1", "0", "50")
    assert merged_totals(request_.report) == []
    service.merge_unit_reports(people.coordinator, request_)
    totals = {group.label: [total.words for total in group.totals] for group in merged_totals(request_.report)}
    assert totals == {"Chỉ tiêu được giao": ["12"], "Kết quả trong kỳ": ["6", "45/100 (45%)"]}


def test_the_coordinator_corrects_a_merged_figure_under_his_own_name(people, request_):
    unit_report = sent(people.unit_head, of(request_, people.culture), "10", "5", "45", "50", results="Năm buổi.")
    service.merge_unit_reports(people.coordinator, request_)
    unit_report.refresh_from_db()
    fill(people.coordinator, unit_report, "10", "7", "45", "50", results="Bảy buổi.")
    result = unit_report.typed.get(asked__nature="result", asked__ratio=False)
    assert (result.value, result.typed_by) == (7, people.coordinator.position)
    unit_report.refresh_from_db()
    assert unit_report.results == "Năm buổi."
    with pytest.raises(Refused, match="không bỏ trống"):
        service.write_unit_report(people.coordinator, unit_report, texts={}, figures={result.asked: (None, None)})


def test_the_coordinator_types_for_a_hamlet_that_telephoned(people, request_):
    unit_report = sent(people.coordinator, of(request_, people.hamlets[0]), "2", "1", "1", "2")
    assert unit_report.sent_by == people.coordinator.position
    assert not WorkItem.objects.open().filter(url__endswith=f"/don-vi/{unit_report.pk}/", kind="report").exists()


def test_those_who_have_not_sent_are_reminded(people, request_):
    sent(people.unit_head, of(request_, people.culture), "10", "5", "45", "50")
    with pytest.raises(NotAllowed):
        service.urge_unit_reports(people.unit_head, request_)
    urged = service.urge_unit_reports(people.coordinator, request_)
    assert {each.body for each in urged} == {people.economy, people.hamlets[0]}
    told = set(Notice.objects.filter(text__startswith="Đôn đốc").values_list("position", flat=True))
    assert told == {people.other_head.position.pk, people.hamlet_head.position.pk}


def test_a_frozen_report_takes_nothing_more_and_its_hash_holds_what_units_typed(people, request_):
    waiting, given = of(request_, people.hamlets[0]), of(request_, people.culture)
    sent(people.unit_head, given, "10", "5", "45", "50")
    service.merge_unit_reports(people.coordinator, request_)
    report = service.freeze_report(people.coordinator, request_.report)
    assert intact(report)
    assert not WorkItem.objects.open().filter(url__endswith=f"/don-vi/{waiting.pk}/").exists()
    waiting, given = (UnitReport.objects.get(pk=each.pk) for each in (waiting, given))
    for act in (
        lambda: fill(people.hamlet_head, waiting, "1", "1", "1", "1"),
        lambda: fill(people.coordinator, given, "1", "1", "1", "1"),
        lambda: service.merge_unit_reports(people.coordinator, request_),
        lambda: make_unit_request(people, report),
    ):
        with pytest.raises(Refused):
            act()
    assert steps_for(people.coordinator, given) == set()
    TypedFigure.objects.filter(unit_report=given, asked__nature="result", asked__ratio=False).update(value=500)
    assert not intact(report)


def test_a_unit_report_is_a_link_only_for_who_may_open_it(people, request_):
    hamlet = sent(people.hamlet_head, of(request_, people.hamlets[0]), "2", "1", "1", "50")
    service.merge_unit_reports(people.coordinator, request_)
    report = service.freeze_report(people.coordinator, request_.report)
    address = reverse("reports:unit_report", args=[hamlet.pk])
    for actor, linked in ((people.coordinator, True), (people.supervisor, False)):
        said = sign_in(Client(), actor).get(reverse("reports:report", args=[report.pk])).content.decode()
        assert "Thôn 1" in said
        assert (address in said) is linked


def test_a_report_without_typed_figures_keeps_the_hash_of_before(people, monkeypatch):
    report = service.freeze_report(people.coordinator, make_quarter_report(people))
    kept = []
    real = hashlib.sha256
    monkeypatch.setattr(hashlib, "sha256", lambda data: kept.append(data) or real(data))
    assert intact(report)
    assert b'"typed"' not in kept[0]


def test_it_starts_from_work_delays_and_the_last_period(people):
    obligation = make_obligation(people)
    plan = make_plan(people, starts_on=date(2025, 1, 1), ends_on=date(2026, 12, 31))
    late = make_assignment(people, plan, text="Niêm yết thủ tục", due=date(2026, 8, 1))
    done = make_assignment(people, plan, text="Phát bản tin", due=date(2026, 8, 20))
    share = accept_share(people.unit_head, share_of(done, people.culture))
    proof = Proof(url="https://minhhoa.example.vn/1")
    prove_share(people.unit_head, share, proofs=[proof], title="Phát số 1", done_on=date(2026, 8, 10))

    before = make_unit_request(people, make_quarter_report(people, 2025, obligation))
    sent(people.unit_head, of(before, people.culture), "10", "5", "45", "50", outlook="Mở lớp học số.")
    now = of(make_unit_request(people, make_quarter_report(people, 2026, obligation)), people.culture)

    texts = texts_to_start_from(now)
    assert texts["results"] == "- Phát số 1 (10/08/2026)"
    assert f"- Chưa xong: {late.name} (hạn 01/08/2026)" in texts["shortcomings"]
    assert texts["outlook"] == "Mở lớp học số."
    asked = list(now.request.asked.all())
    last = last_figures(now, asked)
    starts = [value_to_start_from(one, last.get(one.pk))[0] for one in asked]
    assert starts == [10, None, None]
    assert [last[one.pk].words for one in asked] == ["10", "5", "45/50 (90%)"]
    now.refresh_from_db()
    assert (now.results, now.written_at) == ("", None)


def test_another_unit_starts_from_nothing_of_theirs(people):
    obligation = make_obligation(people)
    before = make_unit_request(people, make_quarter_report(people, 2025, obligation))
    sent(people.unit_head, of(before, people.culture), "10", "5", "45", "50", outlook="Mở lớp học số.")
    now = of(make_unit_request(people, make_quarter_report(people, 2026, obligation)), people.economy)
    assert set(texts_to_start_from(now).values()) == {""}
    assert last_figures(now, list(now.request.asked.all())) == {}


def everybody(people: Cast) -> list[Actor]:
    found = [actor for field in fields(people) if isinstance(actor := getattr(people, field.name), Actor)]
    return [*found, Actor(people.member.user, None)]


@pytest.mark.parametrize("model", [UnitRequest, UnitReport])
def test_lists_and_rights_agree(people, model):
    others = cast()
    for commune in (people, others):
        make_unit_request(commune, make_quarter_report(commune))
    things = list(model.objects.all())
    for actor in everybody(people) + everybody(others):
        listed = set(model.objects.visible_to(actor).values_list("pk", flat=True))
        assert listed == {thing.pk for thing in things if abilities_for(actor, thing).see}, actor.position


def test_steps_are_offered_only_to_those_with_the_right(people, request_):
    unit_report = of(request_, people.culture)
    assert steps_for(people.member, unit_report) == {"write"}
    assert steps_for(people.unit_head, unit_report) == {"write", "send"}
    assert steps_for(people.other_head, unit_report) == set()
    assert steps_for(people.reader, unit_report) == set()
    assert steps_for(people.coordinator, unit_report) <= set(RIGHT_FOR)
    with pytest.raises(NotAllowed):
        service.send_unit_report(people.member, unit_report)


@pytest.mark.parametrize(
    ("text", "value"), [("1250", "1250"), ("1.250", "1250"), ("12,5", "12.5"), ("1.234.567,25", "1234567.25"), ("0", 0)]
)
def test_numbers_are_read_as_offices_write_them(text, value):
    assert NumberField().clean(text) == Decimal(value)


@pytest.mark.parametrize("text", ["12.5", "1,2,3", "1.25", "-4", "một", "1e5", "12%", "1.2345"])
def test_a_number_that_could_mean_two_things_is_refused(text):
    with pytest.raises(forms.ValidationError, match="Ghi số dạng"):
        NumberField().clean(text)


def test_numbers_are_shown_as_offices_write_them():
    assert [shown(Decimal(text)) for text in ("1234567.2500", "1000", "0", "100")] == [
        "1.234.567,25",
        "1.000",
        "0",
        "100",
    ]
    assert words_of(Decimal(1), Decimal(3)) == "1/3 (33,3%)"
    assert words_of(Decimal(0), Decimal(0)) == "0/0"


def test_a_changed_request_tells_who_has_not_sent_and_keeps_what_was_written(people, request_, client):
    first, second = of(request_, people.hamlets[0]), of(request_, people.culture)
    fill(people.coordinator, first, "4", "3", "45", "50", results="Đã tổ chức ba buổi.")
    sent(people.coordinator, second, "4", "3", "45", "50")
    sign_in(client, people.coordinator)
    url = reverse("reports:change_request", args=[request_.pk])
    same = client.post(url, {"due": f"{request_.due:%d/%m/%Y}", "note": request_.note})
    assert "chưa đổi gì" in same.content.decode()
    wrong = client.post(url, {"due": "31/02/2026", "note": "Ghi rõ"})
    assert wrong.status_code == 200
    assert "Ghi rõ" in wrong.content.decode()
    assert client.post(url, {"due": "30/12/2026", "note": "Ghi rõ"}).status_code == 302
    request_.refresh_from_db()
    assert (request_.due, request_.note) == (date(2026, 12, 30), "Ghi rõ")
    assert "request.changed" in kinds(request_)
    item = WorkItem.objects.open().get(url__endswith=f"/don-vi/{first.pk}/")
    assert (item.due, item.body) == (date(2026, 12, 30), people.hamlets[0])
    assert of(request_, people.hamlets[0]).results == "Đã tổ chức ba buổi."
    assert of(request_, people.culture).state == UnitReport.State.SENT
    assert Notice.objects.filter(text__startswith="Yêu cầu báo cáo đã đổi").exists()
    with pytest.raises(NotAllowed):
        service.change_unit_request(people.clerk, request_, due=date(2026, 12, 31), note="")
    service.freeze_report(people.coordinator, request_.report)
    with pytest.raises(Refused):
        service.change_unit_request(people.coordinator, request_, due=date(2026, 12, 31), note="")


class TestWithdrawing:
    def test_nothing_waits_any_more_and_what_was_sent_stays_readable(self, people, request_, client):
        hamlet, room = of(request_, people.hamlets[0]), of(request_, people.economy)
        sent(people.hamlet_head, hamlet, "10", "8", "4", "5", results="Đã họp dân")
        with pytest.raises(NotAllowed):
            service.withdraw_unit_request(people.unit_head, request_, reason="Hỏi trùng")
        with pytest.raises(Refused, match="lý do"):
            service.withdraw_unit_request(people.coordinator, request_, reason=" ")
        service.withdraw_unit_request(people.coordinator, request_, reason="Tỉnh đã bỏ yêu cầu này")
        assert kinds(request_)[-1] == "request.withdrawn"
        for one in (hamlet, room):
            assert not WorkItem.objects.open().filter(url__endswith=f"/don-vi/{one.pk}/").exists()
        assert Notice.objects.filter(position=people.other_head.position, text__contains="đã thu hồi").exists()
        for act in (
            lambda: service.send_unit_report(people.other_head, room),
            lambda: service.merge_unit_reports(people.coordinator, request_),
            lambda: service.urge_unit_reports(people.coordinator, request_),
            lambda: service.return_unit_report(people.coordinator, hamlet, reason="Thiếu"),
            lambda: service.withdraw_unit_request(people.coordinator, request_, reason="Lần nữa"),
        ):
            with pytest.raises(Refused, match="đã thu hồi"):
                act()
        sign_in(client, people.hamlet_head)
        html = client.get(reverse("reports:unit_report", args=[hamlet.pk])).content.decode()
        assert "Đã họp dân" in html
        assert "Tỉnh đã bỏ yêu cầu này" in html
        assert "Lưu và gửi" not in html
        assert steps_for(people.coordinator, UnitReport.objects.get(pk=hamlet.pk)) == set()

    def test_what_was_merged_is_not_taken_away(self, people, request_):
        sent(people.hamlet_head, of(request_, people.hamlets[0]), "10", "8", "4", "5")
        service.merge_unit_reports(people.coordinator, request_)
        with pytest.raises(Refused, match="Đã gộp"):
            service.withdraw_unit_request(people.coordinator, request_, reason="Hỏi trùng")


class TestBesideTheCounted:
    """A figure may be tied to one that the system counts of the unit; what is typed stays typed."""

    def asked(self, people) -> UnitReport:
        report = make_quarter_report(people)
        plan = make_plan(people, starts_on=report.starts_on, ends_on=report.ends_on)
        share = accept_share(people.unit_head, share_of(make_assignment(people, plan), people.culture))
        proof = Proof(number="12/BB-UBND", dated=report.starts_on)
        record_work(people.member, title="Buổi 1", done_on=report.starts_on, proofs=[proof], shares=[share])
        figures = [Asked("Buổi tuyên truyền", "buổi", counted="works"), Asked("Người dự", "người")]
        request = make_unit_request(people, report, figures=figures, bodies=[people.culture, people.economy])
        return of(request, people.culture)

    def test_it_is_filled_in_and_stands_beside_what_is_typed(self, people, client):
        unit_report = self.asked(people)
        sign_in(client, people.unit_head)
        url = reverse("reports:unit_report", args=[unit_report.pk])
        counted, other = unit_report.request.asked.all()
        html = client.get(url).content.decode()
        assert f'name="v{counted.pk}" value="1"' in html
        assert "Hệ thống đếm:" in html
        opened = client.get(reverse("reports:counted", args=[unit_report.pk, "works"])).content.decode()
        assert "Buổi 1" in opened
        assert client.get(reverse("reports:counted", args=[unit_report.pk, "issues"])).status_code == 404
        typed = {f"v{counted.pk}": "3", f"v{other.pk}": "40", "results": "Ba buổi", "shortcomings": "", "causes": "",
                 "outlook": "", "send": "1"}  # fmt: skip
        client.post(url, typed)
        html = client.get(url).content.decode()
        assert "đơn vị ghi 3, khác số đếm 1" in html
        assert TypedFigure.objects.get(asked=counted).value == 3
        assert html.count("Hệ thống đếm:") == 1

    def test_another_unit_is_counted_by_itself(self, people):
        unit_report = self.asked(people)
        economy = of(unit_report.request, people.economy)
        tied = list(unit_report.request.asked.filter(counted="works"))
        assert list(counted_values(unit_report, tied).values()) == [1]
        assert list(counted_values(economy, tied).values()) == [0]
        for one in COUNTED.values():
            assert one.rows(unit_report).count() == len(lines_of(one.rows(unit_report)))

    def test_a_ratio_is_not_tied(self, people):
        figures = [Asked("Tỷ lệ", "hồ sơ", ratio=True, counted="works")]
        with pytest.raises(Refused, match="tử số"):
            make_unit_request(people, make_quarter_report(people), figures=figures)
