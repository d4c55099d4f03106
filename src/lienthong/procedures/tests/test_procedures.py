"""A procedure from its writer to the public: what is approved, what changes, what is out of date, what hangs."""

import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import WorkItem
from lienthong.organisations.service import Actor, Role, abilities_for
from lienthong.organisations.tests.factories import Cast, PositionFactory, cast, sign_in
from lienthong.procedures.actions.add_blank_form import add_blank_form
from lienthong.procedures.actions.approve_version import approve_version
from lienthong.procedures.actions.check_procedure import check_procedure
from lienthong.procedures.actions.end_version import end_version
from lienthong.procedures.actions.forget_replaced_law import forget_replaced_law
from lienthong.procedures.actions.note_replaced_law import note_replaced_law
from lienthong.procedures.actions.post_procedure import post_procedure
from lienthong.procedures.actions.remove_blank_form import remove_blank_form
from lienthong.procedures.actions.return_version import return_version
from lienthong.procedures.actions.submit_version import submit_version
from lienthong.procedures.actions.withdraw_version import withdraw_version
from lienthong.procedures.actions.write_procedure import write_procedure
from lienthong.procedures.freshness import faults_of, posting_faults
from lienthong.procedures.history import stages_of
from lienthong.procedures.lines import needed, papers_text, questions_text, read_papers, read_questions
from lienthong.procedures.links import look_at
from lienthong.procedures.models import LinkCheck, Posting, Procedure, Version
from lienthong.procedures.online import level_on
from lienthong.procedures.posting import CHECKLIST
from lienthong.procedures.tasks import ask_for_checks, ask_links, release_versions
from lienthong.procedures.tests.factories import VALUES, let_out, make_guide, make_public, make_version
from lienthong.procedures.tests.pictures import photo

pytestmark = pytest.mark.django_db
S = Version.State


@pytest.fixture
def people(settings, tmp_path) -> Cast:
    settings.MEDIA_ROOT = tmp_path
    return cast()


def changed(people: Cast, version, **values):
    """The next version of what is public, approved."""
    newer = write_procedure(people.member, version.procedure, values=VALUES | values)
    return let_out(newer, people.member, people.leader)


def test_nothing_is_public_before_another_person_approved_it(people):
    version = make_version(people)
    assert not Procedure.objects.public(people.office.pk).exists()
    submit_version(people.member, version)
    assert {item.position for item in WorkItem.objects.open()} == {people.leader.position, people.coordinator.position}
    approved = approve_version(people.leader, version, seen=version.edits)
    assert Procedure.objects.public(people.office.pk).get().current == approved
    assert (approved.state, approved.approved_by, len(approved.hash)) == (S.APPROVED, people.leader.position, 64)
    assert not WorkItem.objects.open().exists()


def test_the_last_editor_never_approves_not_even_in_another_position(people):
    version = write_procedure(people.coordinator, None, code="1", values=VALUES)
    submit_version(people.coordinator, version)
    leading = PositionFactory(user=people.coordinator.user, body=people.office, role=Role.LEADER)
    for actor in (people.coordinator, Actor(people.coordinator.user, leading)):
        with pytest.raises(Refused, match="sửa sau cùng"):
            approve_version(actor, version, seen=version.edits)
    for actor in (people.member, people.unit_head, people.supervisor, people.administrator, cast().leader):
        with pytest.raises(NotAllowed):
            approve_version(actor, version, seen=version.edits)


def test_what_changed_after_it_was_read_is_not_approved(people):
    version = make_version(people)
    before = version.edits
    write_procedure(people.member, version.procedure, values=VALUES | {"fee": "8.000 đồng"}, seen=before)
    submit_version(people.member, version)
    with pytest.raises(Refused, match="đã đổi"):
        approve_version(people.leader, version, seen=before)


def test_the_public_reads_the_old_version_until_the_new_one_is_approved(people):
    first = make_public(people)
    newer = write_procedure(people.member, first.procedure, values=VALUES | {"time_limit": "03 ngày làm việc"})
    assert (newer.number, newer.state) == (2, S.WRITING)
    assert Procedure.objects.get().current == first
    let_out(newer, people.member, people.leader)
    first.refresh_from_db()
    assert first.state == S.REPLACED
    latest, beginning = stages_of(first.procedure.versions.past())
    assert [(c.label, c.before, c.after) for c in latest.changes] == [
        ("Thời hạn giải quyết", "Trong ngày", "03 ngày làm việc")
    ]
    assert beginning.changes == []


@pytest.fixture
def on(monkeypatch):
    """Let a number of days pass."""
    now = timezone.now()

    def moved(days: int) -> None:
        monkeypatch.setattr("django.utils.timezone.now", lambda: now + timedelta(days=days))

    return moved


def for_days_to_come(people, first, days, **values):
    return changed(people, first, valid_from=timezone.localdate() + timedelta(days=days), **values)


def test_what_is_approved_for_a_day_to_come_is_public_on_that_day(people, client, on):
    first = make_public(people)
    newer = for_days_to_come(people, first, 3, fee="8.000 đồng")
    assert (newer.state, newer.approved_by) == (S.AWAITING, people.leader.position)
    release_versions()
    procedure = Procedure.objects.get()
    assert procedure.current == first
    assert len(stages_of(procedure.versions.past())) == 1
    day = f"{newer.valid_from:%d/%m/%Y}"
    sign_in(client, people.member)
    for name, args in (("procedures:procedures", []), ("procedures:procedure", [procedure.pk])):
        assert f"Đã duyệt, sẽ áp dụng từ {day}" in client.get(reverse(name, args=args)).text
    approved = f"{timezone.localdate():%d/%m/%Y}"
    on(3)
    release_versions()
    release_versions()
    newer.refresh_from_db()
    first.refresh_from_db()
    assert (Procedure.objects.get().current, newer.state, first.state) == (newer, S.APPROVED, S.REPLACED)
    sign_in(client, people.member)
    page = client.get(reverse("procedures:procedure", args=[procedure.pk])).text
    assert f"Bản 2, duyệt ngày {approved}, công khai ngày {day}." in page


def test_two_approved_for_the_future_follow_each_other_by_their_days(people, on):
    first = make_public(people)
    late = for_days_to_come(people, first, 9, fee="9.000 đồng")
    soon = for_days_to_come(people, first, 2, fee="2.000 đồng")
    on(2)
    release_versions()
    assert Procedure.objects.get().current == soon
    on(20)
    release_versions()
    assert Procedure.objects.get().current == late
    assert [stage.version for stage in stages_of(first.procedure.versions.past())] == [late, soon, first]


def test_days_that_were_missed_are_made_up_in_order(people, on):
    first = make_public(people)
    for days in (5, 2):
        for_days_to_come(people, first, days, fee=f"{days}.000 đồng")
    on(9)
    release_versions()
    assert Procedure.objects.get().current.fee == "5.000 đồng"


def test_what_awaits_its_day_is_withdrawn_or_given_back_with_what_it_follows(people, on):
    first = make_public(people)
    newer = for_days_to_come(people, first, 3, fee="8.000 đồng")
    withdrawn = withdraw_version(people.member, newer)
    assert (withdrawn.state, withdrawn.approved_by, withdrawn.hash) == (S.WRITING, None, "")
    again = let_out(withdrawn, people.member, people.leader)
    first.refresh_from_db()
    end_version(people.leader, first, reason="Bị bãi bỏ")
    again.refresh_from_db()
    assert (again.state, again.reason) == (S.RETURNED, "Bị bãi bỏ")
    on(3)
    release_versions()
    assert Procedure.objects.get().current is None


def test_returned_withdrawn_and_ended_each_say_why(people):
    version = submit_version(people.member, make_version(people))
    with pytest.raises(Refused, match="đang chờ duyệt"):
        write_procedure(people.member, version.procedure, values=VALUES, seen=version.edits)
    withdraw_version(people.member, version)
    submit_version(people.member, version)
    with pytest.raises(Refused, match="lý do"):
        return_version(people.leader, version, reason=" ")
    return_version(people.leader, version, reason="Thiếu bước nộp phí")
    assert WorkItem.objects.open().get().position == people.member.position
    version = let_out(version, people.member, people.leader)
    ended = end_version(people.leader, version, reason="Bãi bỏ theo 99/QĐ-UBND")
    assert ended.closed_at is not None
    assert not Procedure.objects.public(people.office.pk).exists()
    with pytest.raises(Refused):
        end_version(people.leader, version, reason="lần nữa")


def test_two_who_write_at_once_lose_nothing(people):
    version = make_version(people)
    write_procedure(people.coordinator, version.procedure, values=VALUES | {"fee": "Mới"}, seen=version.edits)
    with pytest.raises(Refused, match="Người khác vừa sửa"):
        write_procedure(people.member, version.procedure, values=VALUES, seen=version.edits)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": " "}, "title"),
        ({"questions": "Chỉ một câu trả lời? | Có"}, "questions"),
        ({"questions": "Một? | Có | Không\nHai? | Có | Chưa"}, "questions"),
        ({"papers": "Tờ khai | bản chính | hai"}, "papers"),
        ({"papers": "Tờ khai | bản chính | 1 | Không có câu này"}, "papers"),
        ({"papers": "a | b | 1 | | thừa"}, "papers"),
        ({"link": ""}, "link"),
        ({"valid_from": date(2020, 1, 1)}, "online"),
        ({"decided_on": date(2999, 1, 1)}, "decided_on"),
    ],
)
def test_what_is_not_in_order_is_refused_at_its_field(people, values, field):
    with pytest.raises(Refused) as refused:
        make_version(people, **values)
    assert refused.value.field == field
    assert not Procedure.objects.exists()


def test_a_code_is_there_once_in_an_office(people):
    make_version(people)
    with pytest.raises(Refused, match="đã có"):
        make_version(people)
    make_version(cast())
    assert Procedure.objects.count() == 2


def test_online_levels_are_those_of_the_decree_of_the_day():
    before, after = level_on("full", date(2026, 6, 30)), level_on("full", date(2026, 7, 1))
    assert before is not None
    assert after is not None
    assert (before.decree, after.decree) == ("Nghị định 42/2022/NĐ-CP", "Nghị định 224/2026/NĐ-CP")
    assert level_on("full", date(2022, 8, 14)) is None


def test_papers_and_questions_read_back_as_they_were_typed():
    questions = read_questions(VALUES["questions"])
    papers = read_papers(VALUES["papers"], questions)
    assert read_questions(questions_text(questions)) == questions
    assert read_papers(papers_text(papers), questions) == papers
    assert [p["name"] for p in needed(papers, ["Sinh ở nơi khác", "Chưa"])] == [
        "Tờ khai theo mẫu",
        "Văn bản của người làm chứng",
    ]


def test_forms_go_with_their_version(people):
    version = make_version(people)
    pdf = SimpleUploadedFile("to-khai.exe", b"%PDF-1.4 mau")
    form = add_blank_form(people.member, version, pdf, name="Tờ khai")
    assert form.ending == ".pdf"
    with pytest.raises(Refused, match="Word, Excel"):
        add_blank_form(people.member, version, photo(), name="Ảnh")
    version.refresh_from_db()
    first = let_out(version, people.member, people.leader)
    newer = write_procedure(people.member, first.procedure, values=VALUES | {"fee": "Khác"})
    remove_blank_form(people.member, newer.forms.get())
    assert first.forms.get().name == "Tờ khai"
    with pytest.raises(NotAllowed):
        remove_blank_form(people.member, first.forms.get())


def test_who_adds_a_form_edited_last(people):
    version = make_version(people)
    add_blank_form(people.coordinator, version, SimpleUploadedFile("a.pdf", b"%PDF-1.4"), name="Tờ khai")
    submit_version(people.member, version)
    with pytest.raises(Refused, match="sửa sau cùng"):
        approve_version(people.coordinator, version, seen=version.edits + 1)


def test_what_is_out_of_date_shows_itself(people, settings):
    version = make_public(people)
    procedure = version.procedure
    procedure.refresh_from_db()
    assert faults_of([procedure]) == {}
    settings.LIENTHONG_PROCEDURE_CHECK_DAYS = 30
    Procedure.objects.update(checked_on=timezone.localdate() - timedelta(days=31))
    law = note_replaced_law(people.member, number="123/2015/nđ-cp", replaced_by="Nghị định X", since=date(2026, 1, 1))
    LinkCheck.objects.update(fault="Trang trả lời mã lỗi 404.", status=404, checked_at=timezone.now())
    procedure = Procedure.objects.select_related("current").get()
    said = " ".join(faults_of([procedure])[procedure])
    assert "31 ngày chưa rà soát" in said
    assert "Căn cứ 123/2015/nđ-cp đã được thay bằng Nghị định X từ 01/01/2026" in said
    assert "404" in said
    ask_for_checks()
    ask_for_checks()
    assert WorkItem.objects.open().get().body == people.culture
    check_procedure(people.coordinator, procedure)
    assert not WorkItem.objects.open().exists()
    forget_replaced_law(people.member, law)
    LinkCheck.objects.update(fault="")
    assert faults_of([Procedure.objects.select_related("current").get()]) == {}


def test_a_law_to_come_is_still_in_force(people):
    make_public(people)
    note_replaced_law(
        people.member, number="123/2015/NĐ-CP", replaced_by="X", since=timezone.localdate() + timedelta(1)
    )
    assert faults_of(Procedure.objects.select_related("current")) == {}


def test_links_are_asked_one_row_each(people, monkeypatch):
    make_public(people)
    check = LinkCheck.objects.get()
    assert check.claim()
    monkeypatch.setattr("lienthong.core.fetching.public_addresses", lambda url: ["203.0.113.9"])
    monkeypatch.setattr("lienthong.core.fetching._ask", lambda url, method, address: (410, "", b""))
    look_at(check)
    assert (check.fault, check.job_state) == ("Trang trả lời mã lỗi 410.", LinkCheck.DONE)
    ask_links()
    check.refresh_from_db()
    assert check.job_state == LinkCheck.WAITING
    assert faults_of(Procedure.objects.select_related("current")) == {}
    assert check.claim()
    monkeypatch.setattr("lienthong.core.fetching._ask", lambda url, method, address: (200, "", b""))
    look_at(check)
    assert check.fault == ""


def test_a_line_that_is_down_makes_no_link_dead(people):
    make_public(people)
    make_public(people, code="2")
    LinkCheck.objects.update(fault="Máy chủ của đường liên kết này không trả lời.", checked_at=timezone.now())
    assert faults_of(Procedure.objects.select_related("current")) == {}
    LinkCheck.objects.filter(procedure__code="2").update(fault="", status=200)
    assert [procedure.code for procedure in faults_of(Procedure.objects.select_related("current"))] == ["1.001193"]


def test_posting_is_proved_by_a_photo_without_what_the_camera_wrote(people):
    version = make_public(people)
    procedure = version.procedure
    procedure.refresh_from_db()
    assert posting_faults([procedure]).get(procedure, []) == ["Chưa ghi nhận niêm yết tại trụ sở."]
    given = {"place": "Bảng tin", "posted_on": timezone.localdate()}
    with pytest.raises(Refused, match="QR"):
        post_procedure(people.member, procedure, picture=photo(), seen=["current", "whole", "legible"], **given)
    with pytest.raises(Refused, match="Ảnh chụp ngày 02/03/2026, khác ngày niêm yết") as refused:
        post_procedure(people.member, procedure, picture=photo(), seen=list(CHECKLIST), **given)
    assert refused.value.field == "explanation"
    given["explanation"] = "Ảnh chụp thử lúc in tờ"
    posting = post_procedure(people.member, procedure, picture=photo(), seen=list(CHECKLIST), **given)
    assert posting.explanation == "Ảnh chụp thử lúc in tờ"
    assert timezone.localtime(posting.taken_at).strftime("%d/%m/%Y %H:%M") == "02/03/2026 08:15"
    with posting.photo.open("rb") as stored:
        assert not Image.open(io.BytesIO(stored.read())).getexif()
    assert posting_faults([procedure]).get(procedure, []) == []
    changed(people, version, fee="Khác")
    procedure = Procedure.objects.select_related("current").get()
    assert posting_faults([procedure]).get(procedure, []) == ["Tờ niêm yết tại trụ sở là bản 1, đã cũ."]


def test_a_photo_of_the_day_itself_needs_no_word_and_one_without_a_day_does(people):
    procedure = make_public(people).procedure
    procedure.refresh_from_db()
    given = {"place": "Bảng tin", "posted_on": date(2026, 3, 2), "seen": list(CHECKLIST)}
    assert post_procedure(people.member, procedure, picture=photo(), **given).explanation == ""
    plain = io.BytesIO()
    Image.new("RGB", (160, 120), "teal").save(plain, "JPEG")
    with pytest.raises(Refused, match="không ghi ngày chụp"):
        post_procedure(people.member, procedure, picture=SimpleUploadedFile("a.jpg", plain.getvalue()), **given)


def test_what_does_not_hang_shows_in_the_list_and_asks_somebody(people, client, django_assert_max_num_queries):
    for code in ("1.001193", "2", "3"):
        make_public(people, code=code)
    sign_in(client, people.member)
    with django_assert_max_num_queries(40):
        page = client.get(reverse("procedures:procedures"), {"loc": "ra-soat"}).text
    assert page.count("Chưa ghi nhận niêm yết tại trụ sở.") == 3
    ask_for_checks()
    assert WorkItem.objects.open().count() == 3


def test_posting_refuses_what_is_no_photo(people):
    procedure = make_public(people).procedure
    procedure.refresh_from_db()
    with pytest.raises(Refused, match=r"[Ảả]nh"):
        post_procedure(
            people.member, procedure, picture=SimpleUploadedFile("a.jpg", b"\xff\xd8\xff gi do"), place="Bảng tin",
            posted_on=timezone.localdate(), seen=list(CHECKLIST),
        )  # fmt: skip
    assert not Posting.objects.exists()


def test_abilities_agree_with_lists(people):
    other = cast()
    version, guide = make_public(people), make_guide(people)
    law = note_replaced_law(people.member, number="1/2020/NĐ-CP", replaced_by="X", since=date(2026, 1, 1))
    things = (version, version.procedure, guide, guide.guide, law, LinkCheck.objects.get())
    for group in (people, other):
        for name in ("clerk", "leader", "coordinator", "unit_head", "member", "other_head", "hamlet_head", "reader",
                     "supervisor", "administrator"):  # fmt: skip
            actor = getattr(group, name)
            for thing in things:
                listed = type(thing).objects.visible_to(actor).filter(pk=thing.pk).exists()
                assert abilities_for(actor, thing).see == listed, (name, thing)
