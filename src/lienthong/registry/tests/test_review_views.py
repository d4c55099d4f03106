"""The pages of review and decision: each role, with and without a script, what was typed when it was refused."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from lienthong.organisations.tests.factories import Cast, cast, sign_in
from lienthong.registry.actions.decide_document import Instruction, decide_document
from lienthong.registry.actions.register_incoming import register_incoming
from lienthong.registry.models import Decision, DecisionPart, Direction, NameMapping, OfficialDocument, Phrase, Proposal
from lienthong.registry.tests.factories import document
from lienthong.registry.tests.reviewing import DIFFICULT_TEXT, field, task, under_review, waiting_ids

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def people() -> Cast:
    return cast()


@pytest.fixture
def plan(people: Cast) -> OfficialDocument:
    return under_review(people)


@pytest.fixture
def given(people: Cast) -> OfficialDocument:
    """Given to Phòng VH-XH to lead and Phòng Kinh tế to support."""
    made = document(people.office, created_by=people.clerk.position)
    asked = [
        Instruction(people.culture, DecisionPart.Part.LEAD),
        Instruction(people.economy, DecisionPart.Part.SUPPORT),
    ]
    decide_document(people.leader, made, kind=Decision.Kind.HANDLE, opinion="Tham mưu", instructions=asked)
    made.refresh_from_db()
    return made


def as_(client: Client, people: Cast, who: str) -> Client:
    return sign_in(client, getattr(people, who))


class TestReviewPage:
    @pytest.mark.parametrize("who, may", [("clerk", True), ("coordinator", True), ("leader", False), ("reader", False)])
    def test_who_sees_it_and_who_may_act(
        self, client: Client, people: Cast, plan: OfficialDocument, who: str, may: bool
    ) -> None:
        page = as_(client, people, who).get(reverse("registry:review", args=[plan.pk]))
        assert page.status_code == 200
        text = page.content.decode()
        assert 'data-of="' in text
        assert ("Xác nhận tất cả điều chắc chắn" in text) is may
        assert (reverse("registry:confirm", args=[task(plan, "II.1").pk]) in text) is may

    @pytest.mark.parametrize("who", ["unit_head", "supervisor", "hamlet_head", "administrator"])
    def test_who_does_not_see_the_document_finds_nothing(
        self, client: Client, people: Cast, plan: OfficialDocument, who: str
    ) -> None:
        signed_in = as_(client, people, who)
        assert signed_in.get(reverse("registry:review", args=[plan.pk])).status_code == 404
        for name in ("confirm", "reject", "correct"):
            assert signed_in.post(reverse(f"registry:{name}", args=[task(plan, "II.1").pk])).status_code == 404

    def test_signed_out_goes_to_the_sign_in_page(self, client: Client, plan: OfficialDocument) -> None:
        assert client.get(reverse("registry:review", args=[plan.pk])).status_code == 302

    def test_the_uncertain_come_first(self, client: Client, people: Cast) -> None:
        difficult = under_review(people, DIFFICULT_TEXT)
        text = as_(client, people, "coordinator").get(reverse("registry:review", args=[difficult.pk])).content.decode()
        assert text.index("Nhiệm vụ I.3") < text.index("Chắc chắn (")
        assert "giữ nguyên văn, vẫn giao được" in text

    def test_the_number_of_queries_does_not_grow_with_the_tasks(
        self, client: Client, people: Cast, plan: OfficialDocument, django_assert_max_num_queries: object
    ) -> None:
        as_(client, people, "coordinator")
        with django_assert_max_num_queries(45):  # type: ignore[operator]
            client.get(reverse("registry:review", args=[plan.pk]))


class TestActsOnARow:
    def test_confirm_with_a_script_answers_with_the_row(
        self, client: Client, people: Cast, plan: OfficialDocument
    ) -> None:
        url = reverse("registry:confirm", args=[task(plan, "II.1").pk])
        answer = as_(client, people, "coordinator").post(url, headers=HTMX)
        text = answer.content.decode()
        assert "Đã xác nhận" in text
        assert "hx-swap-oob" in text
        assert "<html" not in text

    def test_confirm_without_a_script_goes_back_to_the_row(
        self, client: Client, people: Cast, plan: OfficialDocument
    ) -> None:
        row = task(plan, "II.1")
        answer = as_(client, people, "coordinator").post(reverse("registry:confirm", args=[row.pk]))
        assert (answer.status_code, answer["Location"]) == (302, f"/noi-bo/van-ban/{plan.pk}/duyet/#p{row.pk}")

    @pytest.mark.parametrize("headers", [{}, HTMX])
    def test_a_refusal_stands_in_the_row_with_what_was_typed(
        self, client: Client, people: Cast, headers: dict[str, str]
    ) -> None:
        row = task(under_review(people, DIFFICULT_TEXT), "I.2")
        typed = {"printed": "Trưởng các khu dân cư", "target": "Các khu nào đó"}
        answer = as_(client, people, "clerk").post(reverse("registry:confirm", args=[row.pk]), typed, headers=headers)
        text = answer.content.decode()
        assert "Không có đơn vị hoặc nhóm tên “Các khu nào đó”" in text
        assert 'value="Các khu nào đó"' in text

    def test_a_name_that_is_told_refreshes_the_page(self, client: Client, people: Cast) -> None:
        row = task(under_review(people, DIFFICULT_TEXT), "I.2")
        typed = {"printed": "Trưởng các khu dân cư", "target": "Thôn 1"}
        answer = as_(client, people, "clerk").post(reverse("registry:confirm", args=[row.pk]), typed, headers=HTMX)
        assert answer["HX-Refresh"] == "true"
        row.refresh_from_db()
        assert row.state == Proposal.State.CONFIRMED

    def test_names_are_told_once_for_the_whole_document(self, client: Client, people: Cast) -> None:
        difficult = under_review(people, DIFFICULT_TEXT)
        url = reverse("registry:name_targets", args=[difficult.pk])
        typed = {"printed": ["Trưởng các khu dân cư"], "target": ["Thôn nào đó"]}
        answer = as_(client, people, "coordinator").post(url, typed)
        assert 'value="Thôn nào đó"' in answer.content.decode()
        client.post(url, typed | {"target": ["Thôn 2"]})
        page = client.get(reverse("registry:review", args=[difficult.pk])).content.decode()
        assert "Tên chưa rõ là ai" not in page
        assert "(Thôn 2)" in page
        assert as_(client, people, "reader").post(url, typed | {"target": ["Thôn 2"]}).status_code == 404

    def test_a_group_is_made_from_the_printed_name(self, client: Client, people: Cast) -> None:
        difficult = under_review(people, DIFFICULT_TEXT)
        url = reverse("registry:new_group", args=[difficult.pk])
        answer = as_(client, people, "coordinator").post(url, {"printed": "Trưởng các khu dân cư"})
        assert answer.status_code == 302
        assert people.office.groups.get().name == "Trưởng các khu dân cư"

    def test_a_body_is_made_from_the_printed_name(self, client: Client, people: Cast) -> None:
        difficult = under_review(people, DIFFICULT_TEXT)
        review = as_(client, people, "coordinator")
        url = reverse("registry:new_body", args=[difficult.pk]) + "?ten=Trung+t%C3%A2m+D%E1%BB%8Bch+v%E1%BB%A5"
        page = review.get(url).content.decode()
        assert 'value="Trung tâm Dịch vụ"' in page
        assert '<option value="service" selected>' in page
        typed = {"name": "Trung tâm Dịch vụ", "kind": "service", "level": "commune", "parent": people.office.pk}
        assert review.post(url, typed | {"name": ""}).status_code == 200
        assert review.post(url, typed).status_code == 302
        made = people.office.children.get(name="Trung tâm Dịch vụ")
        assert NameMapping.objects.get(office=people.office, printed="Trung tâm Dịch vụ").body == made
        assert "Đã có" in review.post(url, typed).content.decode()
        assert as_(client, people, "reader").get(url).status_code == 404

    def test_a_reader_gets_403_with_the_sentence(self, client: Client, people: Cast, plan: OfficialDocument) -> None:
        answer = as_(client, people, "reader").post(reverse("registry:confirm", args=[task(plan, "II.1").pk]))
        assert answer.status_code == 404
        assert "Chỉ văn thư hoặc cán bộ tổng hợp" in answer.content.decode()

    @pytest.mark.parametrize("name, state", [("reject", "rejected"), ("confirm", "confirmed")])
    def test_and_reopen(self, client: Client, people: Cast, plan: OfficialDocument, name: str, state: str) -> None:
        row = task(plan, "II.1")
        as_(client, people, "clerk").post(reverse(f"registry:{name}", args=[row.pk]))
        row.refresh_from_db()
        assert row.state == state
        client.post(reverse("registry:reopen", args=[row.pk]))
        row.refresh_from_db()
        assert row.state == "proposed"

    def test_out_of_scope_is_set_and_taken_away(self, client: Client, people: Cast, plan: OfficialDocument) -> None:
        row = task(plan, "II.1")
        as_(client, people, "clerk")
        for value, marked in (("1", True), ("0", False)):
            client.post(reverse("registry:scope", args=[row.pk]), {"outside": value})
            row.refresh_from_db()
            assert row.out_of_scope is marked


class TestEditing:
    @pytest.mark.parametrize("headers, page", [({}, True), (HTMX, False)])
    @pytest.mark.parametrize("section", ["II.1", "II.13"])
    def test_the_form_of_a_task(
        self, client: Client, people: Cast, plan: OfficialDocument, headers: dict[str, str], page: bool, section: str
    ) -> None:
        url = reverse("registry:correct", args=[task(plan, section).pk])
        text = as_(client, people, "coordinator").get(url, headers=headers).content.decode()
        assert 'name="lead"' in text
        assert ("<html" in text) is page

    @pytest.mark.parametrize("name", ["number", "date", "type", "subject", "recipients"])
    def test_the_form_of_a_field(self, client: Client, people: Cast, plan: OfficialDocument, name: str) -> None:
        answer = as_(client, people, "clerk").get(
            reverse("registry:correct", args=[field(plan, name).pk]), headers=HTMX
        )
        assert 'name="value"' in answer.content.decode()

    def test_saving_and_a_wrong_date_keeps_the_rest(self, client: Client, people: Cast, plan: OfficialDocument) -> None:
        row = task(plan, "II.4")
        typed = {"text": "Tổ chức Ngày chuyển đổi số", "lead": ["Phòng Kinh tế", ""], "support": [], "due": "32/1/2025"}
        url = reverse("registry:correct", args=[row.pk])
        text = as_(client, people, "clerk").post(url, typed, headers=HTMX).content.decode()
        assert "Ngày viết theo dạng" in text
        assert "Tổ chức Ngày chuyển đổi số" in text
        assert 'value="32/1/2025"' in text
        client.post(url, typed | {"due": "10/10/2025"}, headers=HTMX)
        row.refresh_from_db()
        assert (row.state, row.confirmed["due"], row.confirmed["lead"]) == (
            "corrected",
            "2025-10-10",
            ["Phòng Kinh tế"],
        )

    def test_leaving_the_form_shows_the_row(self, client: Client, people: Cast, plan: OfficialDocument) -> None:
        row = task(plan, "II.4")
        answer = as_(client, people, "clerk").get(reverse("registry:proposal", args=[row.pk]), headers=HTMX)
        assert f'id="p{row.pk}"' in answer.content.decode()

    def test_a_reader_has_no_form(self, client: Client, people: Cast, plan: OfficialDocument) -> None:
        url = reverse("registry:correct", args=[task(plan, "II.4").pk])
        assert as_(client, people, "reader").get(url).status_code == 404


class TestTheWholeSheet:
    def test_certain_then_finished_then_opened_again(
        self, client: Client, people: Cast, plan: OfficialDocument
    ) -> None:
        plan = register_incoming(people.clerk, plan, arrived_on=date(2025, 1, 6))
        as_(client, people, "coordinator")
        finish = reverse("registry:finish_review", args=[plan.pk])
        answer = client.post(finish, follow=True)
        assert "dòng chưa duyệt" in answer.content.decode()
        client.post(reverse("registry:confirm_certain", args=[plan.pk]), {"seen": waiting_ids(plan)})
        assert waiting_ids(plan) == []
        client.post(finish)
        plan.refresh_from_db()
        assert plan.reviewed_at is not None
        page = client.get(reverse("registry:review", args=[plan.pk])).content.decode()
        assert "Mở lại việc duyệt" in page
        client.post(reverse("registry:reopen_review", args=[plan.pk]))
        plan.refresh_from_db()
        assert plan.reviewed_at is None

    def test_a_missed_task_goes_on_to_its_form(self, client: Client, people: Cast, plan: OfficialDocument) -> None:
        url = reverse("registry:add_proposal", args=[plan.pk])
        answer = as_(client, people, "coordinator").post(url, {"text": "Nội dung truyền thông ngắn gọn"})
        added = Proposal.objects.get(file__document=plan, rule="by-person")
        assert answer["Location"] == reverse("registry:correct", args=[added.pk])

    def test_a_missed_field_and_one_that_is_none(self, client: Client, people: Cast, plan: OfficialDocument) -> None:
        url = reverse("registry:add_proposal", args=[plan.pk])
        as_(client, people, "coordinator").post(url, {"name": "urgency", "value": "Khẩn"})
        assert field(plan, "urgency").confirmed == "khẩn"
        answer = client.post(url, {"name": "shoe_size", "value": "42"})
        assert "Hãy chọn một thông tin trong danh sách" in answer.content.decode()


class TestDecidePage:
    def test_the_leader_sends_it_on(self, client: Client, people: Cast) -> None:
        made = document(people.office, created_by=people.clerk.position)
        url = reverse("registry:decide", args=[made.pk])
        page = as_(client, people, "leader").get(url)
        assert page.status_code == 200
        assert "Giao đơn vị chủ trì tham mưu" in page.content.decode()
        sent = {
            "kind": "handle", "opinion": "Làm sớm", "lead": people.culture.pk, "lead_due": "2099-01-05",
            "unit": [people.economy.pk], f"due-{people.economy.pk}": "2099-01-04", "keep": "on",
        }  # fmt: skip
        assert client.post(url, sent).status_code == 302
        parts = DecisionPart.objects.filter(decision__document=made)
        assert {(part.body, part.part, part.due) for part in parts} == {
            (people.culture, "lead", date(2099, 1, 5)),
            (people.economy, "support", date(2099, 1, 4)),
        }
        assert Phrase.objects.get(office=people.office).text == "Làm sớm"

    def test_without_a_lead_what_was_written_stays(self, client: Client, people: Cast) -> None:
        made = document(people.office, created_by=people.clerk.position)
        url = reverse("registry:decide", args=[made.pk])
        sent = {"kind": "handle", "opinion": "Làm sớm", "unit": [people.economy.pk]}
        text = as_(client, people, "leader").post(url, sent).content.decode()
        assert "Hãy chọn một đơn vị chủ trì" in text
        assert "Làm sớm" in text
        assert f'value="{people.economy.pk}" checked' in text

    def test_the_clerk_says_whose_opinion_it_is(self, client: Client, people: Cast) -> None:
        made = document(people.office, created_by=people.clerk.position)
        url = reverse("registry:decide", args=[made.pk])
        assert "văn thư nhập" in as_(client, people, "clerk").get(url).content.decode()
        sent = {"kind": "file", "leader": people.leader.position.pk, "medium": "paper", "on": "2025-08-07"}
        assert client.post(url, sent | {"opinion": "Lưu.", "phrase": "Báo cáo sau."}).status_code == 302
        decision = made.decisions.get()
        assert (decision.decided_by, decision.opinion) == (people.leader.position, "Lưu. Báo cáo sau.")

    @pytest.mark.parametrize("who, status", [("coordinator", 404), ("reader", 404), ("unit_head", 404)])
    def test_for_nobody_else(self, client: Client, people: Cast, who: str, status: int) -> None:
        made = document(people.office, created_by=people.clerk.position)
        signed_in = as_(client, people, who)
        assert signed_in.get(reverse("registry:decide", args=[made.pk])).status_code == status
        assert signed_in.post(reverse("registry:decide", args=[made.pk]), {"kind": "file"}).status_code == status

    def test_a_phrase_is_taken_off_the_list(self, client: Client, people: Cast) -> None:
        phrase = Phrase.objects.create(office=people.office, text="Giao")
        url = reverse("registry:remove_phrase", args=[phrase.pk])
        assert as_(client, people, "member").post(url).status_code == 404
        assert as_(client, people, "leader").post(url).status_code == 302
        assert not Phrase.objects.exists()


class TestHandlePage:
    def test_the_head_names_a_handler_who_then_answers(
        self, client: Client, people: Cast, given: OfficialDocument
    ) -> None:
        part = DecisionPart.objects.get(decision__document=given, part="lead")
        page = as_(client, people, "unit_head").get(reverse("registry:handle", args=[given.pk])).content.decode()
        assert "Phân công" in page
        client.post(reverse("registry:assign", args=[part.pk]), {"handler": people.member.position.pk, "due": ""})
        page = as_(client, people, "member").get(reverse("registry:handle", args=[given.pk])).content.decode()
        assert "Ý kiến đề xuất của người giải quyết" in page
        assert reverse("registry:assign", args=[part.pk]) not in page
        client.post(reverse("registry:propose", args=[part.pk]), {"text": "Đề xuất trả lời"})
        answer = client.post(reverse("registry:answer", args=[given.pk]), {"number": "9/UBND"}, follow=True)
        assert "Chưa có văn bản đi số “9/UBND”" in answer.content.decode()
        document(
            people.office, created_by=people.clerk.position, direction=Direction.OUTGOING, number="9/UBND",
            state=OfficialDocument.State.ISSUED,
        )  # fmt: skip
        client.post(reverse("registry:answer", args=[given.pk]), {"number": "09/UBND"})
        given.refresh_from_db()
        assert given.state == OfficialDocument.State.DONE

    def test_a_wrong_handler_or_day_is_told(self, client: Client, people: Cast, given: OfficialDocument) -> None:
        part = DecisionPart.objects.get(decision__document=given, part="lead")
        url = reverse("registry:assign", args=[part.pk])
        as_(client, people, "unit_head")
        for sent in ({"handler": "x"}, {"handler": people.member.position.pk, "due": "mai"}):
            client.post(url, sent)
        part.refresh_from_db()
        assert part.handler is None

    def test_done_and_known(self, client: Client, people: Cast, given: OfficialDocument) -> None:
        part = DecisionPart.objects.get(decision__document=given, part="support")
        as_(client, people, "other_head").post(reverse("registry:finish_part", args=[part.pk]))
        part.refresh_from_db()
        assert part.done_on is not None
        noted = document(people.office, created_by=people.clerk.position)
        asked = [Instruction(people.culture, DecisionPart.Part.NOTE)]
        decision = decide_document(people.leader, noted, kind=Decision.Kind.NOTE, instructions=asked)
        as_(client, people, "unit_head").post(reverse("registry:note", args=[decision.parts.get().pk]))
        assert decision.parts.get().done_on is not None

    @pytest.mark.parametrize("name", ["assign", "propose", "finish_part", "note"])
    def test_another_units_line_is_not_theirs(
        self, client: Client, people: Cast, given: OfficialDocument, name: str
    ) -> None:
        part = DecisionPart.objects.get(decision__document=given, part="lead")
        sent = {"handler": people.member.position.pk, "text": "x"}
        url = reverse(f"registry:{name}", args=[part.pk])
        assert as_(client, people, "other_head").post(url, sent).status_code == 404
        assert as_(client, people, "hamlet_head").post(reverse(f"registry:{name}", args=[part.pk])).status_code == 404
        part.refresh_from_db()
        assert (part.handler, part.proposal, part.done_on) == (None, "", None)


class TestSlipPage:
    def test_page_and_file(self, client: Client, people: Cast, given: OfficialDocument) -> None:
        as_(client, people, "clerk")
        text = client.get(reverse("registry:slip", args=[given.pk])).content.decode()
        assert "PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN" in text
        assert "Tham mưu" in text
        file = client.get(reverse("registry:slip_file", args=[given.pk]))
        assert file["Content-Type"].endswith("wordprocessingml.document")
        assert file.content.startswith(b"PK")
        as_(client, people, "hamlet_head")
        assert client.get(reverse("registry:slip_file", args=[given.pk])).status_code == 404
