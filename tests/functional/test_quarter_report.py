"""Báo cáo quý: từ một con số xuống minh chứng, và ngược lên câu giao việc trong văn bản."""

from datetime import date, timedelta

import docx
from django.utils import timezone
from playwright.sync_api import expect

from lienthong.organisations.tests.factories import Cast
from lienthong.plans.models import Share
from lienthong.plans.service import Proof, accept_share, make_plan_from_document, prove_share
from lienthong.registry.models import OfficialDocument, Proposal
from lienthong.registry.service import confirm_proposal, finish_review, register_incoming
from lienthong.registry.tests.factories import plan_text, read_document
from lienthong.reports.tests.factories import make_obligation
from tests.functional.people import Opens

TASK = "Mở chuyên mục trên đài truyền thanh"


def last_third_quarter() -> int:
    """The year of the last third quarter whose figures are closed."""
    today = timezone.localdate()
    return today.year if today > date(today.year, 9, 14) else today.year - 1


def reviewed(people: Cast) -> OfficialDocument:
    document = read_document(people.clerk, plan_text(task=TASK))
    document = register_incoming(people.clerk, document, arrived_on=timezone.localdate())
    for proposal in Proposal.objects.filter(file__document=document, state=Proposal.State.PROPOSED):
        confirm_proposal(people.coordinator, proposal)
    return finish_review(people.coordinator, document)


def proven(people: Cast, year: int) -> Share:
    """A task from the document's sentence, done in the quarter with a link as evidence."""
    plan = make_plan_from_document(
        people.coordinator,
        reviewed(people),
        title=f"Kế hoạch truyền thông năm {year}",
        starts_on=date(year, 1, 1),
        ends_on=date(year, 12, 31),
    )
    share = accept_share(people.unit_head, Share.objects.get(assignment__plan=plan, part="lead"))
    link = Proof(url="https://minhhoa.example.vn/chuyen-muc")
    prove_share(people.unit_head, share, proofs=[link], title="Phát chuyên mục số 1", done_on=date(year, 9, 1))
    return share


def test_from_a_figure_to_its_evidence_and_up_to_the_sentence(people: Cast, opens: Opens) -> None:
    """Lập báo cáo quý III, mở số liệu đến minh chứng, chốt, tải tệp Word; đổi về sau hiện thành chênh lệch."""
    year = last_third_quarter()
    make_obligation(people)
    share = proven(people, year)
    coordinator = opens(people.coordinator)
    page = coordinator.page
    coordinator.follows("Báo cáo")
    coordinator.looks()
    coordinator.follows("Lập báo cáo kỳ")
    coordinator.looks()
    page.get_by_label("Kỳ báo cáo").select_option(f"quarter-{year}-3")
    coordinator.presses("Lập báo cáo")
    coordinator.heading_is(f"quý III năm {year}")
    coordinator.looks()

    # Down: the figure, what it counted, the evidence.
    works = page.locator("tr", has_text="Việc đã làm có minh chứng").locator("a.figure")
    expect(works).to_contain_text("1")
    works.click()
    coordinator.reads("Đã đếm 1 dòng.")
    coordinator.looks()
    coordinator.follows("Phát chuyên mục số 1", within=page.locator("#so-lieu"))
    evidence = page.get_by_role("link", name="https://minhhoa.example.vn/chuyen-muc")
    expect(evidence.first).to_be_visible()
    coordinator.looks()

    # Up: the thread to the sentence, marked in the document.
    thread = page.get_by_role("navigation", name="Mạch việc")
    coordinator.follows("12/KH-UBND", within=thread)
    coordinator.heading_is("12/KH-UBND")
    expect(page.locator("mark")).to_contain_text(TASK)
    expect(page.locator("mark").first).to_be_in_viewport()
    coordinator.looks()

    # From the document down again to the report.
    coordinator.follows(f"quý III năm {year}", within=page.get_by_role("navigation", name="Mạch việc"))
    coordinator.types("Kết quả nổi bật", "Đã mở chuyên mục trên đài truyền thanh xã.")
    coordinator.presses("Lưu lời báo cáo")
    coordinator.presses("Chốt số liệu")
    coordinator.reads("Còn nguyên như lúc chốt")
    coordinator.looks()
    report = page.url
    word = docx.Document(str(coordinator.downloads("Tải tệp Word")))
    text = "\n".join(paragraph.text for paragraph in word.paragraphs)
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert "Đã mở chuyên mục trên đài truyền thanh xã." in text
    assert cells[cells.index("Việc đã làm có minh chứng") + 1] == "1"

    # What is recorded afterwards shows as a difference and changes nothing that was frozen.
    late = Proof(url="https://minhhoa.example.vn/so-2")
    Share.objects.filter(pk=share.pk).update(state=Share.State.RETURNED)
    share.refresh_from_db()
    prove_share(
        people.unit_head, share, proofs=[late], title="Phát chuyên mục số 2", done_on=date(year, 9, 1) + timedelta(2)
    )
    page.goto(report)
    row = page.locator("tr", has_text="Việc đã làm có minh chứng")
    expect(row.locator("td").first).to_contain_text("1")
    expect(row.locator("td").last).to_have_text("2")
    row.locator("a.figure").click()
    coordinator.reads("Chênh lệch so với lúc chốt")
    coordinator.reads("Phát chuyên mục số 2")
    coordinator.looks()


def test_a_leader_reads_the_report_on_a_phone(people: Cast, opens: Opens) -> None:
    """Chủ tịch mở báo cáo trên điện thoại và thấy ngay danh sách đằng sau một con số."""
    year = last_third_quarter()
    make_obligation(people)
    proven(people, year)
    leader = opens(people.leader, phone=True)
    leader.goes_to("reports:reports")
    leader.looks()
    leader.follows("Lập báo cáo kỳ")
    leader.page.get_by_label("Kỳ báo cáo").select_option(f"quarter-{year}-3")
    leader.presses("Lập báo cáo")
    leader.looks()
    leader.page.locator("tr", has_text="Nhiệm vụ trong kỳ").locator("a.figure").tap()
    leader.reads("Đã đếm 1 dòng.")
    leader.looks()
