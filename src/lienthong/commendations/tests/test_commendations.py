"""Commendations: who sees, proposes, thinks and decides; what proves it; and that nobody is ranked."""

import pytest
from django.apps import apps
from django.db import models
from django.test import Client
from django.urls import reverse

from lienthong.audit.service import history_of
from lienthong.commendations.actions.add_picture import add_picture
from lienthong.commendations.actions.cite_proof import cite_proof
from lienthong.commendations.actions.decide_nomination import decide_nomination
from lienthong.commendations.actions.draft_decision import draft_decision
from lienthong.commendations.actions.drop_proof import drop_proof
from lienthong.commendations.actions.name_decision import name_decision
from lienthong.commendations.actions.propose_nomination import propose_nomination
from lienthong.commendations.actions.remove_picture import remove_picture
from lienthong.commendations.actions.review_nomination import review_nomination
from lienthong.commendations.actions.take_back_nomination import take_back_nomination
from lienthong.commendations.actions.withdraw_nomination import withdraw_nomination
from lienthong.commendations.actions.write_nomination import write_nomination
from lienthong.commendations.models import Nomination
from lienthong.commendations.service import publishable_of
from lienthong.commendations.tests.factories import make_agreed, make_nomination, make_proposed
from lienthong.core.keys import key_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import WorkItem
from lienthong.organisations.service import Position, Role, User, abilities_for
from lienthong.organisations.tests.factories import Cast, cast, make_actor, sign_in
from lienthong.plans.service import record_work
from lienthong.plans.tests.factories import MINUTES, make_accepted, photo, workbook
from lienthong.registry.tests.factories import document as registered_document

ROLES = [
    "clerk", "leader", "coordinator", "unit_head", "member", "other_head", "hamlet_head", "reader", "supervisor",
    "administrator",
]  # fmt: skip


@pytest.fixture
def people(db: None) -> Cast:
    return cast()


class TestWho:
    @pytest.mark.parametrize("role", ROLES)
    def test_rights_and_list_agree(self, people: Cast, role: str) -> None:
        actor = getattr(people, role)
        proposed, agreed = make_proposed(people), make_agreed(people)
        for one in (proposed, agreed):
            seen = Nomination.objects.visible_to(actor).filter(pk=one.pk).exists()
            assert abilities_for(actor, one).see == seen
        assert abilities_for(actor, proposed).see == (role not in ("hamlet_head", "supervisor", "administrator"))
        assert abilities_for(actor, agreed).see == (role not in ("hamlet_head", "administrator"))

    def test_another_commune_sees_nothing(self, people: Cast) -> None:
        make_agreed(people)
        other = cast()
        assert not Nomination.objects.visible_to(other.leader).exists()
        with pytest.raises(Refused, match="cơ quan mình"):
            make_nomination(people, body=other.culture)

    def test_who_nominated_neither_reviews_nor_decides_in_any_of_his_positions(self, people: Cast) -> None:
        nomination = propose_nomination(people.unit_head, make_nomination(people))
        as_leader = make_actor(people.office, "Phó Chủ tịch", Role.LEADER)
        position = as_leader.own_position
        position.user = people.unit_head.user
        position.save()
        double = type(people.unit_head)(people.unit_head.user, position)
        for act in (
            lambda: review_nomination(double, nomination, agrees=True, reasons="Hay"),
            lambda: decide_nomination(double, nomination, agree=True, reason="Hay"),
            lambda: decide_nomination(people.coordinator, nomination, agree=True, reason="Hay"),
        ):
            with pytest.raises(NotAllowed):
                act()


class TestWriting:
    def test_only_what_exists_and_is_seen_is_cited(self, people: Cast) -> None:
        nomination = make_nomination(people)
        proof = nomination.proofs.get()
        assert "đã làm 0/" in proof.text
        share = make_accepted(people, text="Tuyên truyền lưu động")
        work = record_work(
            people.member, title="Buổi lưu động ở chợ", done_on=share.assignment.plan.starts_on, proofs=[MINUTES],
            shares=[share],
        )  # fmt: skip
        for thing in (work, work.evidence.get()):
            assert "Buổi lưu động ở chợ" in cite_proof(people.unit_head, nomination, key=key_of(thing)).text
        theirs = make_accepted(cast())
        for key in (key_of(theirs.assignment), "plans.work:999999", "organisations.user:1", "x"):
            with pytest.raises(Refused, match="Không có minh chứng"):
                cite_proof(people.unit_head, nomination, key=key)
        drop_proof(people.unit_head, proof)
        assert nomination.proofs.count() == 2

    def test_words_change_until_it_is_proposed(self, people: Cast) -> None:
        nomination = make_nomination(people)
        values = {"kind": "initiative", "title": nomination.title, "story": "Kể lại cho rõ."}
        with pytest.raises(NotAllowed):
            write_nomination(people.coordinator, nomination, values=values)
        write_nomination(people.unit_head, nomination, values=values)
        nomination = propose_nomination(people.unit_head, nomination)
        with pytest.raises(Refused):
            write_nomination(people.unit_head, nomination, values=values)
        review_nomination(people.coordinator, nomination, agrees=False, reasons="Chưa rõ ai được lợi.")
        take_back_nomination(people.unit_head, nomination)
        assert not WorkItem.objects.filter(subject=key_of(nomination), closed_at=None).exists()
        nomination = propose_nomination(people.unit_head, nomination)
        # What was thought of the earlier words stays in the history, not under the new ones.
        assert not nomination.reviews.exists()
        assert "Chưa rõ ai được lợi" in " ".join(event.sentence for event in history_of(nomination))

    def test_without_a_proof_it_is_not_proposed(self, people: Cast) -> None:
        nomination = make_nomination(people)
        drop_proof(people.unit_head, nomination.proofs.get())
        with pytest.raises(Refused, match="minh chứng"):
            propose_nomination(people.unit_head, nomination)
        with pytest.raises(Refused, match="lý do"):
            withdraw_nomination(people.unit_head, nomination, reason=" ")
        assert withdraw_nomination(people.unit_head, nomination, reason="Gộp vào đề nghị khác").state == "withdrawn"

    def test_a_picture_is_a_picture_with_words(self, people: Cast) -> None:
        nomination = make_nomination(people)
        with pytest.raises(Refused, match="JPG"):
            add_picture(people.unit_head, nomination, workbook("xl/workbook.xml"), alt="Bảng", credit="Phòng")
        with pytest.raises(Refused, match="ảnh của ai"):
            add_picture(people.unit_head, nomination, photo(), alt="Buổi học", credit=" ")
        remove_picture(people.unit_head, nomination.pictures.get())
        assert not nomination.pictures.exists()


class TestDeciding:
    def test_somebody_else_says_what_he_thinks_before_the_leader_decides(self, people: Cast) -> None:
        nomination = propose_nomination(people.unit_head, make_nomination(people))
        waiting = WorkItem.objects.filter(subject=key_of(nomination), closed_at=None)
        assert {item.position_id for item in waiting} == {
            people.coordinator.own_position.pk, people.leader.own_position.pk
        }  # fmt: skip
        with pytest.raises(Refused, match="Chưa ai cho ý kiến"):
            decide_nomination(people.leader, nomination, agree=True, reason="Tốt")
        with pytest.raises(Refused, match="vì sao"):
            review_nomination(people.coordinator, nomination, agrees=True, reasons=" ")
        review_nomination(people.coordinator, nomination, agrees=False, reasons="Mới một thôn làm.")
        with pytest.raises(Refused, match="lý do"):
            decide_nomination(people.leader, nomination, agree=False, reason="")
        nomination = decide_nomination(people.leader, nomination, agree=False, reason="Làm thêm một quý rồi xét.")
        assert nomination.state == "refused"
        assert not waiting.all().exists()
        assert publishable_of(people.office) == []

    def test_the_decision_is_drafted_or_named(self, people: Cast) -> None:
        nomination = make_agreed(people)
        with pytest.raises(NotAllowed):
            draft_decision(people.member, nomination)
        draft = draft_decision(people.coordinator, nomination)
        assert draft.type == "quyết định"
        assert "mô hình “Loa hướng dẫn" in draft.subject
        with pytest.raises(Refused, match="đã được soạn"):
            draft_decision(people.coordinator, nomination)
        with pytest.raises(Refused, match="15/QĐ-UBND"):
            name_decision(people.clerk, nomination, number="15/QĐ-UBND")
        decision = registered_document(
            people.office, number="15/QĐ-UBND", dated="2026-10-01", direction="out", state="issued"
        )
        assert name_decision(people.clerk, nomination, number="15/QĐ-UBND").document == decision

    def test_only_what_was_agreed_and_consented_to_may_be_published(self, people: Cast) -> None:
        nomination = make_nomination(people)
        told = {"alt": "Bà con nộp hồ sơ", "credit": "Phòng", "consent": "Giấy đồng ý ngày 02/10/2026"}
        add_picture(people.unit_head, nomination, photo("b.jpg"), **told)
        propose_nomination(people.unit_head, nomination)
        assert publishable_of(people.office) == []
        review_nomination(people.other_head, nomination, agrees=True, reasons="Dễ làm theo.")
        decide_nomination(people.leader, nomination, agree=True, reason="Nên nhân rộng.")
        [public] = publishable_of(people.office)
        assert public.title == "Mô hình: Loa hướng dẫn dịch vụ công tại nhà văn hóa thôn"
        assert [picture.alt for picture in public.pictures] == ["Bà con nộp hồ sơ"]


def test_nobody_is_scored_or_ranked() -> None:
    """No number about anybody is stored and nothing is ordered by anything but when it was written; people appear only
    as those who wrote, thought or decided.
    """
    acting = {"created_by", "last_editor", "decided_by", "added_by", "by"}
    for model in apps.get_app_config("commendations").get_models():
        for field in model._meta.get_fields():
            numbers = (models.IntegerField, models.DecimalField, models.FloatField)
            assert not isinstance(field, numbers) or field.primary_key, field
            assert field.related_model not in (Position, User) or field.name in acting, field
        assert {name.lstrip("-") for name in model._meta.ordering} <= {"created_at", "at", "pk"}


class TestPages:
    def test_pages_in_their_order(self, people: Cast, client: Client) -> None:
        nomination = make_nomination(people)
        sign_in(client, people.unit_head)
        for name in ("nomination", "edit", "cite"):
            assert client.get(reverse(f"commendations:{name}", args=[nomination.pk])).status_code == 200
        assert nomination.title in client.get(reverse("commendations:nominations")).content.decode()
        picture = client.get(reverse("commendations:picture", args=[nomination.pictures.get().pk]))
        assert picture.getvalue()
        client.post(reverse("commendations:step", args=[nomination.pk, "trinh"]))
        sign_in(client, people.coordinator)
        url = reverse("commendations:review", args=[nomination.pk])
        answer = client.post(url, {"agrees": "1", "reasons": ""})
        assert answer.status_code == 422
        assert client.post(url, {"agrees": "0", "reasons": "Mới một thôn."}).status_code == 302
        sign_in(client, people.leader)
        html = client.get(reverse("commendations:nomination", args=[nomination.pk])).content.decode()
        assert "Chưa đồng tình" in html
        client.post(reverse("commendations:step", args=[nomination.pk, "dong-y"]), {"reason": "Nên nhân rộng."})
        nomination.refresh_from_db()
        assert nomination.state == "agreed"

    def test_what_was_typed_stays_when_it_is_refused(self, people: Cast, client: Client) -> None:
        sign_in(client, people.unit_head)
        typed = {"kind": "unit", "title": "Tổ công nghệ số", "story": "", "body": people.culture.pk}
        html = client.post(reverse("commendations:new"), typed).content.decode()
        assert 'value="Tổ công nghệ số"' in html
        made = client.post(reverse("commendations:new"), typed | {"story": "Đến từng nhà."})
        assert made.status_code == 302
        nomination = Nomination.objects.get()
        url = reverse("commendations:add_picture", args=[nomination.pk])
        answer = client.post(url, {"alt": "Đến nhà", "credit": "Tổ", "file": workbook("xl/workbook.xml")})
        assert answer.status_code == 422
        assert 'value="Đến nhà"' in answer.content.decode()
