"""The papers of handing a case file to the archive (Nghị định 30/2020/NĐ-CP, Phụ lục V)."""

import io

import docx
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lienthong.casefiles.actions.close_case import close_case
from lienthong.casefiles.actions.hand_over_case import hand_over_case
from lienthong.casefiles.archiving import PAPERS, paper_of
from lienthong.casefiles.models import CaseFile
from lienthong.casefiles.tests.factories import make_case, worked_plan
from lienthong.organisations.tests.factories import Cast, cast, sign_in
from lienthong.plans.tests.factories import make_plan
from lienthong.registry.service import register_incoming
from lienthong.registry.tests.factories import plan_text, read_document

HANDED = {"receiver": "Lưu trữ cơ quan", "minutes_number": "07/BB-LT"}


@pytest.fixture
def people(db: None) -> Cast:
    return cast()


@pytest.fixture
def closed(people: Cast) -> CaseFile:
    """About a plan that carries out an order, with one piece of work proven by a photo and minutes."""
    order = register_incoming(people.clerk, read_document(people.clerk, plan_text()), arrived_on=timezone.localdate())
    return close_case(
        people.coordinator, make_case(people, worked_plan(people, order).plan, title="Hồ sơ truyền thông")
    )


def handed(people: Cast, case: CaseFile) -> CaseFile:
    return hand_over_case(people.coordinator, case, handed_on=timezone.localdate(), **HANDED)


def words(people: Cast, case: CaseFile, paper: str) -> tuple[str, list[list[str]]]:
    """The text outside and inside its tables, and the rows of its widest table."""
    made = docx.Document(io.BytesIO(paper_of(people.coordinator, case, paper)))
    rows = [[cell.text for cell in row.cells] for table in made.tables for row in table.rows]
    text = "\n".join([*(one.text for one in made.paragraphs), *(cell for row in rows for cell in row)])
    widest = max((len(row) for row in rows), default=0)
    return text, [row for row in rows if len(row) == widest]


def test_the_list_of_case_files_has_those_of_the_same_minutes(people: Cast, closed: CaseFile) -> None:
    second = make_case(people, make_plan(people, title="Kế hoạch khác"), title="Hồ sơ thứ hai", notation="02.VHXH")
    handed(people, close_case(people.coordinator, second))
    other = make_case(people, make_plan(people, title="Kế hoạch nữa"), title="Hồ sơ nộp sau", notation="03.VHXH")
    later = close_case(people.coordinator, other)
    assert "Hồ sơ thứ hai" not in words(people, later, "muc-luc-nop-luu")[0]
    text, rows = words(people, handed(people, closed), "muc-luc-nop-luu")
    assert [row[:3] for row in rows[2:]] == [["1", "01.VHXH", "Hồ sơ truyền thông"], ["2", "02.VHXH", "Hồ sơ thứ hai"]]
    assert "Mục lục này gồm: 2 hồ sơ (đơn vị bảo quản)." in text
    assert "Viết bằng chữ: hai hồ sơ (đơn vị bảo quản)." in text


def test_the_list_of_pieces_names_documents_by_their_own_fields(people: Cast, closed: CaseFile) -> None:
    _text, rows = words(people, closed, "muc-luc-van-ban")
    assert rows[0][1] == "Số, ký hiệu văn bản"
    assert rows[1] == [f"({n})" for n in range(1, 8)]
    assert len(rows) - 2 == len(closed.frozen)
    document = next(row for row in rows[2:] if row[1])
    assert document[1].endswith("KH-UBND")
    assert any(row[3].endswith("Phát bản tin số 1") for row in rows[2:])


def test_the_minutes_count_case_files_and_files(people: Cast, closed: CaseFile) -> None:
    case = handed(people, closed)
    text, _rows = words(people, case, "bien-ban-giao-nhan")
    for said in (
        "Số: 07/BB-LT", "BÊN NHẬN: Lưu trữ cơ quan", "Ông (bà): Nguyễn Văn C", "Chức vụ công tác: Chuyên viên tổng hợp",
        "- Tổng số hồ sơ: 1", "ĐẠI DIỆN BÊN GIAO",
    ):  # fmt: skip
        assert said in text
    assert "- Tổng số tệp tin trong hồ sơ: 0" not in text


@pytest.mark.parametrize("paper", PAPERS)
def test_papers_are_for_who_closes_and_only_of_what_is_closed(
    people: Cast, closed: CaseFile, paper: str, client: Client
) -> None:
    address = reverse("casefiles:paper", args=[closed.pk, paper])
    assert sign_in(client, people.clerk).get(address).content[:2] == b"PK"
    assert sign_in(client, people.member).get(address).status_code == 404
    assert sign_in(client, people.supervisor).get(address).status_code == 404
    CaseFile.objects.filter(pk=closed.pk).update(state="open")
    assert sign_in(client, people.clerk).get(address).status_code == 404


def test_there_is_no_other_paper(people: Cast, closed: CaseFile, client: Client) -> None:
    address = reverse("casefiles:paper", args=[closed.pk, "giay-khac"])
    assert sign_in(client, people.clerk).get(address).status_code == 404
