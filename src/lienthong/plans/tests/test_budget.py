"""Money of plans: who writes it, what is refused, what the sums say, and what stays readable."""

import io
from datetime import timedelta

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lienthong.audit.service import history_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import abilities_for
from lienthong.organisations.tests.factories import Cast, cast, sign_in
from lienthong.plans import service
from lienthong.plans.budget.models import BudgetLine, Spending
from lienthong.plans.budget.reading import amount_in, source_in
from lienthong.plans.budget.sheet import workbook_of
from lienthong.plans.budget.sums import budget_of
from lienthong.plans.models import Plan
from lienthong.plans.tests.factories import (
    make_assignment,
    make_budget_line,
    make_out_of_scope,
    make_plan,
    make_spending,
    photo,
    tomorrow,
)
from lienthong.registry.tests.factories import document as registered_document

ROLES = [
    "clerk", "leader", "coordinator", "unit_head", "member", "other_head", "hamlet_head", "reader", "supervisor",
    "administrator",
]  # fmt: skip


@pytest.fixture
def people(db: None) -> Cast:
    return cast()


@pytest.fixture
def plan(people: Cast) -> Plan:
    return make_plan(people)


class TestWho:
    @pytest.mark.parametrize("role", ROLES)
    def test_rights_and_list_agree(self, people: Cast, plan: Plan, role: str) -> None:
        actor = getattr(people, role)
        whole = make_budget_line(people, plan)
        own = make_budget_line(people, plan, make_assignment(people, plan))
        hamlet = make_budget_line(people, plan, make_assignment(people, plan, leads=[people.hamlets[0]], supports=[]))
        visible = BudgetLine.objects.visible_to(actor)
        for line in (whole, own, hamlet):
            assert abilities_for(actor, line).see == visible.filter(pk=line.pk).exists()
        writes = {line for line in (whole, own, hamlet) if abilities_for(actor, line).write}
        expected = {"coordinator": {whole, own, hamlet}, "unit_head": {own}, "hamlet_head": {hamlet}}
        assert writes == expected.get(role, set())
        seen = {"hamlet_head": {hamlet}, "administrator": set()}.get(role, {whole, own, hamlet})
        assert set(visible) == seen

    def test_another_commune_sees_nothing(self, people: Cast, plan: Plan) -> None:
        line = make_budget_line(people, plan)
        other = cast()
        assert not BudgetLine.objects.visible_to(other.coordinator).exists()
        with pytest.raises(NotAllowed):
            make_spending(other, line)

    def test_the_leader_sees_and_does_not_enter(self, people: Cast, plan: Plan) -> None:
        with pytest.raises(NotAllowed):
            service.add_budget_line(people.leader, plan, values={"source": "commune", "purpose": "In", "planned": 1})

    def test_a_head_writes_only_for_what_his_body_leads(self, people: Cast, plan: Plan) -> None:
        values = {"source": "social", "purpose": "Nước uống", "planned": 500_000}
        led = make_assignment(people, plan)
        assert service.add_budget_line(people.unit_head, plan, assignment=led, values=values).planned == 500_000
        for assignment in (None, make_assignment(people, plan, leads=[people.economy], supports=[people.culture])):
            with pytest.raises(NotAllowed):
                service.add_budget_line(people.unit_head, plan, assignment=assignment, values=values)

    def test_nothing_is_written_of_a_closed_plan_or_outside_the_tool(self, people: Cast, plan: Plan) -> None:
        outside = make_out_of_scope(people, plan)
        with pytest.raises(Refused, match="ngoài phạm vi"):
            make_budget_line(people, plan, outside)
        line = make_budget_line(people, plan)
        service.close_plan(people.coordinator, plan)
        with pytest.raises(NotAllowed):
            make_spending(people, line)


class TestWriting:
    def test_every_change_is_dated_and_says_from_what_to_what(self, people: Cast, plan: Plan) -> None:
        line = make_budget_line(people, plan, planned=None)
        changes = {"planned": 12_000_000, "source": "province"}
        line = service.change_budget_line(people.coordinator, line, values=changes)
        assert (line.planned, line.source) == (12_000_000, "province")
        said = history_of(line).last()
        assert "dự toán: chưa ghi số → 12.000.000 đồng" in said.sentence
        assert "nguồn kinh phí: Ngân sách xã → Ngân sách tỉnh" in said.sentence
        before = history_of(line).count()
        service.change_budget_line(people.coordinator, line, values=changes)
        assert history_of(line).count() == before

    def test_what_is_approved_names_its_document(self, people: Cast, plan: Plan) -> None:
        decision = registered_document(people.office, number="15/QĐ-UBND", dated="2026-01-15")
        line = make_budget_line(people, plan, approved=9_000_000, approval="15/QĐ-UBND")
        assert (line.approval, line.given) == (decision, 9_000_000)
        with pytest.raises(Refused, match="99/QĐ-UBND") as refused:
            service.change_budget_line(people.coordinator, line, values={"approval": "99/QĐ-UBND"})
        assert refused.value.field == "approval"
        with pytest.raises(Refused, match="cả dự toán"):
            make_budget_line(people, plan, planned=None, approved=5)
        with pytest.raises(Refused, match="chi cho việc gì"):
            make_budget_line(people, plan, purpose=" ")

    def test_a_spending_has_a_day_and_a_paper(self, people: Cast, plan: Plan) -> None:
        line = make_budget_line(people, plan)
        for wrong, words in (
            ({"amount": 0}, "số tiền"),
            ({"spent_on": tomorrow()}, "sau hôm nay"),
            ({"file": None}, "giấy tờ"),
            ({"file": None, "number": "7/PC"}, "7/PC"),
        ):
            with pytest.raises(Refused, match=words):
                make_spending(people, line, **wrong)
        assert not Spending.objects.exists()
        registered_document(people.office, number="7/GM-UBND", dated="2026-01-15")
        spent = make_spending(people, line, file=None, number="7/GM-UBND")
        assert spent.document.number == "7/GM-UBND"
        assert "4.000.000 đồng" in history_of(line).last().sentence

    def test_what_was_entered_by_mistake_stays_readable_and_counts_no_more(self, people: Cast, plan: Plan) -> None:
        line = make_budget_line(people, plan)
        spending = make_spending(people, line)
        with pytest.raises(Refused, match="khoản chi"):
            service.remove_budget_line(people.coordinator, line, reason="Lập trùng")
        with pytest.raises(Refused, match="ghi nhầm"):
            service.withdraw_spending(people.coordinator, spending, reason=" ")
        service.withdraw_spending(people.coordinator, spending, reason="Nhập hai lần")
        with pytest.raises(Refused, match="đã được bỏ"):
            service.withdraw_spending(people.coordinator, spending, reason="Nhập hai lần")
        assert budget_of(people.leader, plan).total.spent == 0
        assert Spending.objects.filter(pk=spending.pk).exists()

    def test_a_line_that_nothing_was_spent_of_is_removed_with_a_reason(self, people: Cast, plan: Plan) -> None:
        line = make_budget_line(people, plan)
        with pytest.raises(Refused, match="lý do"):
            service.remove_budget_line(people.coordinator, line, reason="")
        service.remove_budget_line(people.coordinator, line, reason="Lập trùng")
        assert "10.000.000 đồng, lý do: Lập trùng" in history_of(plan).last().sentence
        assert not plan.budget_lines.exists()


class TestSums:
    def test_what_has_no_amount_is_said_and_never_counted_as_zero(self, people: Cast, plan: Plan) -> None:
        led = make_assignment(people, plan)
        make_spending(people, make_budget_line(people, plan, led), amount=12_000_000)
        unsaid = make_budget_line(people, plan, planned=None, source="social")
        make_spending(people, unsaid, amount=1_000_000)
        make_budget_line(people, plan, planned=5_000_000, approved=3_000_000)
        budget = budget_of(people.leader, plan)
        total = budget.total
        assert (total.lines, total.unsaid, total.planned, total.approved) == (3, 1, 15_000_000, 3_000_000)
        # The spending without a plan is spent, and takes nothing from what is left of the others.
        assert (total.spent, total.left) == (13_000_000, 1_000_000)
        by_source = {group.name: group.sum for group in budget.by_source}
        assert by_source["Xã hội hóa"].planned_words == "chưa ghi số"
        assert by_source["Ngân sách xã"].planned == 15_000_000
        assert {group.name for group in budget.by_unit} == {"Phòng VH-XH", "Chung cho cả kế hoạch"}
        assert budget.groups[-1].sum.over

    def test_several_leading_bodies_are_summed_once(self, people: Cast, plan: Plan) -> None:
        shared = make_assignment(people, plan, leads=[people.culture, people.economy], supports=[])
        make_budget_line(people, plan, shared)
        [group] = budget_of(people.leader, plan).by_unit
        assert "Phòng Kinh tế" in group.name
        assert "Phòng VH-XH" in group.name
        assert group.sum.planned == 10_000_000

    def test_the_number_of_queries_does_not_grow(self, people: Cast, plan: Plan, django_assert_num_queries) -> None:
        for _n in range(4):
            make_budget_line(people, plan, make_assignment(people, plan))
        with django_assert_num_queries(3):
            budget_of(people.coordinator, plan)

    def test_the_workbook_holds_numbers_and_no_formula(self, people: Cast, plan: Plan) -> None:
        make_spending(people, make_budget_line(people, plan, purpose="=1+1"))
        make_budget_line(people, plan, planned=None)
        book = openpyxl.load_workbook(io.BytesIO(workbook_of(plan, budget_of(people.leader, plan))))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f"]
        values = [cell.value for cell in cells]
        assert {10_000_000, 4_000_000, 6_000_000} <= set(values)
        assert "chưa ghi số" in values


class TestPrinted:
    @pytest.mark.parametrize(
        "words, source, amount",
        [
            ("15.000.000 đồng ngân sách xã", "commune", 15_000_000),
            ("Ngân sách tỉnh: 1 tỷ 200 triệu đồng", "province", 1_200_000_000),
            ("15 triệu đồng từ ngân sách xã", "commune", 15_000_000),
            ("từ 5 đến 8 triệu đồng", "other", None),
            ("Xã hội hóa", "social", None),
            ("khoảng 5 triệu đồng, ngân sách xã", "commune", None),
            ("Ngân sách xã 5 triệu, xã hội hóa 3 triệu", "other", None),
            ("15", "other", None),
            ("Chương trình mục tiêu quốc gia, 2 triệu đồng/thôn", "programme", None),
            ("Ngân sách huyện năm 2024: 5 triệu đồng", "district", None),
        ],
    )
    def test_only_what_is_beyond_doubt_is_read(self, words: str, source: str, amount: int | None) -> None:
        assert (source_in(words), amount_in(words)) == (source, amount)


class TestPages:
    def test_sheet_line_and_files(self, people: Cast, plan: Plan, client: Client) -> None:
        line = make_budget_line(people, plan, make_assignment(people, plan))
        spending = make_spending(people, line)
        make_budget_line(people, plan, planned=None, purpose="Thuê loa")
        sign_in(client, people.leader)
        html = client.get(reverse("plans:budget", args=[plan.pk])).content.decode()
        assert "Dự toán 10.000.000 · đã chi 4.000.000 · còn lại 6.000.000 (đồng)" in html
        assert "1 dòng chưa ghi số" in html
        assert "Thêm kinh phí" not in html
        assert "Dự toán 10.000.000" in client.get(reverse("plans:plan", args=[plan.pk])).content.decode()
        assert client.get(reverse("plans:budget_file", args=[plan.pk])).content[:2] == b"PK"
        page = client.get(reverse("plans:budget_line", args=[line.pk])).content.decode()
        assert "hoa-don.jpg" in page
        assert client.get(reverse("plans:spending_paper", args=[spending.pk])).getvalue()
        sign_in(client, people.hamlet_head)
        assert client.get(reverse("plans:spending_paper", args=[spending.pk])).status_code == 404
        assert client.get(reverse("plans:budget_line", args=[line.pk])).status_code == 404

    def test_what_was_typed_stays_when_it_is_refused(self, people: Cast, plan: Plan, client: Client) -> None:
        sign_in(client, people.coordinator)
        url = reverse("plans:budget_add", args=[plan.pk])
        typed = {"purpose": "In áp phích", "source": "commune", "planned": "1.5 triệu"}
        html = client.post(url, typed).content.decode()
        assert "Không đọc được số tiền “1.5 triệu”" in html
        assert 'value="In áp phích"' in html
        answer = client.post(url, typed | {"planned": "1,5 triệu"})
        line = plan.budget_lines.get()
        assert (answer.status_code, line.planned) == (302, 1_500_000)
        form = client.get(reverse("plans:budget_change", args=[line.pk])).content.decode()
        assert 'value="1.500.000"' in form
        day = (timezone.localdate() + timedelta(days=1)).isoformat()
        spend = reverse("plans:spend", args=[line.pk])
        answer = client.post(spend, {"amount": "500 nghìn", "spent_on": day, "file": photo()})
        assert answer.status_code == 422
        assert "sau hôm nay" in answer.content.decode()
        assert 'value="500 nghìn"' in answer.content.decode()
        answer = client.post(spend, {"amount": "500 nghìn", "spent_on": timezone.localdate(), "file": photo()})
        assert (answer.status_code, line.spendings.get().amount) == (302, 500_000)

    def test_the_head_is_offered_only_his_assignments(self, people: Cast, plan: Plan, client: Client) -> None:
        make_assignment(people, plan, text="Việc của phòng văn hóa")
        make_assignment(people, plan, text="Việc của phòng kinh tế", leads=[people.economy], supports=[])
        sign_in(client, people.unit_head)
        html = client.get(reverse("plans:budget_add", args=[plan.pk])).content.decode()
        assert "Việc của phòng văn hóa" in html
        assert "Việc của phòng kinh tế" not in html
        answer = client.post(
            reverse("plans:budget_add", args=[plan.pk]), {"purpose": "Chung", "source": "commune", "planned": "1"}
        )
        assert answer.status_code == 200
        assert not plan.budget_lines.exists()
