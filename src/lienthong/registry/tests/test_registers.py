"""The registers of Phụ lục IV: all columns in order, on screen and in both files; numbers without a document."""

import io
from datetime import date

import docx
import openpyxl
import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from lienthong.organisations.service import User
from lienthong.organisations.tests.factories import cast, sign_in
from lienthong.registry.actions.cancel_number import cancel_number
from lienthong.registry.actions.hold_number import hold_number
from lienthong.registry.actions.register_incoming import register_incoming
from lienthong.registry.actions.register_outgoing import register_outgoing
from lienthong.registry.granting import record_answer
from lienthong.registry.models import Decision, DecisionPart, Direction, OfficialDocument
from lienthong.registry.registers import FOLLOWED, INCOMING, OUTGOING, REGISTERS, book
from lienthong.registry.tests.factories import document, read_document

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
COUNTS = {"den": 10, "di": 10, "theo-doi": 7}


def filled():
    """A cast whose office registered one document in, answered it, and holds and cancelled a number."""
    people = cast()
    made = register_incoming(
        people.clerk, read_document(people.clerk), arrived_on=date(2025, 8, 6), values={"note": "=1+1"}
    )
    decision = Decision.objects.create(
        document=made, kind="handle", decided_by=people.leader.position, entered_by=people.leader.position,
        decided_on=date(2025, 8, 7),
    )  # fmt: skip
    lead = {"decision": decision, "part": "lead", "due": date(2025, 8, 20), "done_on": date(2025, 8, 19)}
    DecisionPart.objects.create(body=people.culture, **lead)
    DecisionPart.objects.create(decision=decision, body=people.economy, part="support")
    held = hold_number(people.clerk, day=date(2025, 8, 7), purpose="báo cáo quý III")
    cancel_number(people.clerk, hold_number(people.clerk, day=date(2025, 8, 7), purpose="x"), why="không ban hành")
    out = document(
        people.office, direction=Direction.OUTGOING, state=OfficialDocument.State.TO_REGISTER, number="", issuer="",
        dated="2025-08-19", type="báo cáo", recipients=["Sở Khoa học và Công nghệ", "Lưu: VT"],
    )  # fmt: skip
    values = {"signer_name": "Nguyễn Văn B", "copies": 3, "copy_holder": "Văn thư", "sent_on": date(2025, 8, 20)}
    out = register_outgoing(people.clerk, out, values=values)
    record_answer(made, out)
    assert held.number == 1
    return people


def cells(people, register):
    visible = OfficialDocument.objects.visible_to(people.clerk)
    return [line.cells for line in book(register, visible, people.office, FIRST, LAST).lines]


def test_the_incoming_register_says_who_what_when_and_to_whom():
    people = filled()
    [line] = cells(people, INCOMING)
    assert line[:5] == ("06/08/2025", "1", "ỦY BAN NHÂN DÂN TỈNH MINH GIANG", "12/KH-UBND", "05/08/2025")
    assert line[5] == "Kế hoạch: Tuyên truyền chuyển đổi số năm 2025"
    assert line[6:] == ("Phòng VH-XH (chủ trì); Phòng Kinh tế (phối hợp)", "07/08/2025", "", "=1+1")


def test_the_outgoing_register_explains_numbers_without_a_document():
    held, cancelled, issued = cells(filled(), OUTGOING)
    assert (held[0], held[-1]) == ("01", "Số giữ cho: báo cáo quý III")
    assert cancelled[0] == "02"
    assert "không ban hành" in cancelled[-1]
    assert issued == (
        "03/BC-UBND", "19/08/2025", "Báo cáo: Tuyên truyền chuyển đổi số năm 2025", "Nguyễn Văn B",
        "Sở Khoa học và Công nghệ; Lưu: VT", "Văn thư", "3", "20/08/2025", "", "",
    )  # fmt: skip


def test_the_register_of_handling_follows_each_document_to_its_answer():
    [line] = cells(filled(), FOLLOWED)
    assert line[0] == "1"
    assert line[1] == "Kế hoạch 12/KH-UBND, 05/08/2025, ỦY BAN NHÂN DÂN TỈNH MINH GIANG"
    assert line[3] == "Phòng VH-XH: 20/08/2025"
    assert "xong 19/08/2025" in line[4]
    assert line[5] == "03/BC-UBND"


def test_a_book_holds_its_days_only():
    people = filled()
    visible = OfficialDocument.objects.visible_to(people.clerk)
    assert book(INCOMING, visible, people.office, date(2025, 8, 7), LAST).lines == []
    assert book(OUTGOING, visible, people.office, date(2024, 1, 1), date(2024, 12, 31)).lines == []


def get(actor, name, *args):
    return sign_in(Client(), actor).get(reverse(name, args=args), {"tu": "2025-01-01", "den": "2025-12-31"})


@pytest.mark.parametrize("slug", REGISTERS)
def test_page_workbook_and_word_file_have_the_same_columns_and_lines(slug):
    people = filled()
    register = REGISTERS[slug]
    assert len(register.columns) == len(register.widths) == COUNTS[slug]
    page = get(people.clerk, "registry:register_book", slug)
    assert page.status_code == 200
    for title in register.columns:
        assert str(title) in page.content.decode()
    lines = cells(people, register)

    workbook = get(people.reader, "registry:register_file", slug, "xlsx").content
    sheet = openpyxl.load_workbook(io.BytesIO(workbook)).active
    rows = [tuple(cell.value or "" for cell in row) for row in sheet.iter_rows()]
    head = next(number for number, row in enumerate(rows) if row[0] == str(register.columns[0]))
    assert rows[head] == tuple(str(title) for title in register.columns)
    assert rows[head + 2 :] == lines
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert sheet.page_setup.orientation == "landscape"

    word = docx.Document(io.BytesIO(get(people.leader, "registry:register_file", slug, "docx").content))
    table = [tuple(cell.text for cell in row.cells) for row in word.tables[0].rows]
    assert table[0] == tuple(str(title) for title in register.columns)
    assert table[2:] == lines
    assert str(register.title) in [paragraph.text for paragraph in word.paragraphs]
    assert word.sections[0].page_width > word.sections[0].page_height


def test_another_office_has_its_own_book_and_units_have_none():
    people, others = filled(), cast()
    assert b"12/KH-UBND" not in get(others.clerk, "registry:register_book", "den").content
    for name in ("unit_head", "hamlet_head", "supervisor", "administrator"):
        assert get(getattr(people, name), "registry:register_book", "den").status_code == 404
        assert get(getattr(people, name), "registry:register_file", "den", "xlsx").status_code == 404


def test_a_file_of_too_many_lines_is_refused_with_the_days_kept(monkeypatch):
    people = filled()
    monkeypatch.setattr("lienthong.registry.views_registers.MAX_LINES", 0)
    client = sign_in(Client(), people.clerk)
    url = reverse("registry:register_file", args=["den", "xlsx"])
    answer = client.get(f"{url}?tu=2025-01-01&den=2025-12-31", follow=True)
    assert answer.redirect_chain[0][0].endswith("?tu=2025-01-01&den=2025-12-31")
    assert "Hãy chọn khoảng ngày ngắn hơn" in answer.content.decode()


def test_the_file_is_in_vietnamese_whoever_asks():
    call_command("compile_catalogues")
    people = filled()
    User.objects.filter(pk=people.clerk.user.pk).update(language="en")
    assert "Incoming number" in get(people.clerk, "registry:register_book", "den").content.decode()
    file = get(people.clerk, "registry:register_file", "den", "xlsx").content
    texts = {cell.value for row in openpyxl.load_workbook(io.BytesIO(file)).active.iter_rows() for cell in row}
    assert {"SỔ ĐĂNG KÝ VĂN BẢN ĐẾN", "Số đến"} <= texts
