"""From a document that a person confirmed to a plan: sections, shares, rhythms, and the way back to the sentence."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.tests.factories import Cast, cast, make_group, sign_in
from lienthong.plans import service
from lienthong.plans.models import Plan, Share
from lienthong.registry import service as registry
from lienthong.registry.service import ConfirmedTask
from lienthong.registry.tests.factories import document as registered_document

pytestmark = pytest.mark.django_db
YEAR = {"starts_on": date(2025, 1, 1), "ends_on": date(2025, 12, 31)}


@pytest.fixture
def people() -> Cast:
    return cast()


def confirmed(label: str, text: str, **more: object) -> ConfirmedTask:
    values: dict[str, object] = {
        "proposal_id": 1, "label": label, "section_titles": ["NHIỆM VỤ", "Truyền thanh"], "text": text, "leads": [],
        "supports": [], "when": "", "frequency": "", "due": None, "product": "", "funding": "", "start": 10, "end": 60,
        "out_of_scope": False,
    }  # fmt: skip
    return ConfirmedTask(**values | more)  # type: ignore[arg-type]


@pytest.fixture
def document(people: Cast, monkeypatch: pytest.MonkeyPatch) -> registry.OfficialDocument:
    """A registered plan whose four tasks were confirmed at review."""
    hamlets = make_group(people.office, "Trưởng các thôn", *people.hamlets)
    tasks = [
        confirmed(
            "I.1.a", "Chuyên mục phát thanh", leads=[people.culture], supports=[people.service_centre], when="Năm 2025",
            frequency="2 tuần/1 số (26 số/năm)", starts_on=date(2025, 8, 28), due=date(2025, 12, 31),
        ),
        confirmed("I.1.b", "Họp dân", leads=[hamlets], when="Quý III/2025", due=date(2025, 9, 30), product="Biên bản"),
        confirmed("I.2.a", "Tin bài", section_titles=["NHIỆM VỤ", "Trang tin"], leads=[people.economy],
                  frequency="2 tuần/1 số (50 số/năm)"),
        confirmed("I.2.b", "Rà quét thông tin trên mạng", leads=[people.culture], out_of_scope=True,
                  when="Quý IV/2025", frequency="mỗi tuần 01 lần", due=date(2025, 12, 31), product="Danh sách"),
    ]  # fmt: skip
    module = "lienthong.plans.actions.make_plan_from_document.confirmed_tasks"
    monkeypatch.setattr(module, lambda _document: tasks)
    return registered_document(people.office, number="40/KH-UBND", dated="2025-08-28")


def test_every_task_becomes_an_assignment_with_its_shares(people: Cast, document: registry.OfficialDocument) -> None:
    plan = service.make_plan_from_document(people.coordinator, document, title="Kế hoạch 40", **YEAR)
    first, second, third, outside = plan.assignments.select_related("section")
    sections = list(plan.sections.values_list("path", "title", "level"))
    assert sections == [("I", "NHIỆM VỤ", 1), ("I.1", "Truyền thanh", 2), ("I.2", "Trang tin", 2)]
    assert (first.label, first.source_start, first.source_document) == ("I.1.a", 10, document)
    lead = Share.objects.get(assignment=first, part="lead")
    dues = list(lead.occurrences.values_list("due", flat=True))
    # Counted from the day that was chosen at review, because the printed window began before the document.
    assert dues[0] > date(2025, 8, 28)
    assert len(dues) == 9
    assert first.quota == 26
    assert Share.objects.filter(assignment=second, part="lead", due=date(2025, 9, 30)).count() == 3
    assert third.rhythm_remark
    assert not third.rrule
    assert (outside.due, outside.rrule, outside.product_printed, outside.window_end) == (None, "", "", None)
    assert outside.frequency_printed == "mỗi tuần 01 lần"


def test_the_bodies_may_read_the_document(people: Cast, document: registry.OfficialDocument) -> None:
    service.make_plan_from_document(people.coordinator, document, title="Kế hoạch 40", **YEAR)
    assert registry.OfficialDocument.objects.visible_to(people.hamlet_head).filter(pk=document.pk).exists()


def test_only_once_and_only_by_those_who_run_plans(people: Cast, document: registry.OfficialDocument) -> None:
    with pytest.raises(NotAllowed):
        service.make_plan_from_document(people.unit_head, document, title="Kế hoạch", **YEAR)
    service.make_plan_from_document(people.coordinator, document, title="Kế hoạch", **YEAR)
    with pytest.raises(Refused, match="đã có kế hoạch"):
        service.make_plan_from_document(people.coordinator, document, title="Kế hoạch", **YEAR)
    assert service.plan_of(document) == Plan.objects.get()


def test_without_confirmed_tasks_there_is_no_plan(people: Cast) -> None:
    bare = registered_document(people.office, number="41/KH-UBND")
    with pytest.raises(Refused, match="Chưa có nhiệm vụ nào được xác nhận"):
        service.make_plan_from_document(people.coordinator, bare, title="Kế hoạch", **YEAR)
    assert not Plan.objects.exists()


def test_the_page_makes_the_plan_and_links_back(
    client: Client, people: Cast, document: registry.OfficialDocument
) -> None:
    sign_in(client, people.coordinator)
    url = reverse("plans:plan_from_document", args=[document.pk])
    assert client.get(url).status_code == 200
    data = {"title": "Kế hoạch 40", "starts_on": "2025-08-28", "ends_on": "2025-12-31"}
    assert client.post(url, data).status_code == 302
    assignment = Plan.objects.get().assignments.first()
    page = client.get(reverse("plans:assignment", args=[assignment.pk])).content.decode()
    assert registry.source_url(document, 10, 60).split("#")[0] in page
    assert client.get(url).status_code == 302
    sign_in(client, people.hamlet_head)
    assert "Kế hoạch 40" in client.get(reverse("plans:plans")).content.decode()
