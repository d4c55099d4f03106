"""The spreadsheet import: what would happen, what is wrong in which cell, all or nothing."""

import zipfile
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from lienthong.audit.service import Event
from lienthong.core import tables as reading
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.core.tables import read_workbook
from lienthong.organisations.acting import OPERATOR, actor_for
from lienthong.organisations.actions.import_organisations import import_organisations
from lienthong.organisations.imports.sheets import ALL
from lienthong.organisations.imports.template import template_workbook
from lienthong.organisations.models import Body, Group, Position, Role, User, today
from lienthong.organisations.tests.factories import Cast, cast, sign_in

pytestmark = pytest.mark.django_db

BODY_HEAD = ["Tên", "Tên gọn", "Thuộc", "Loại", "Cấp", "Mã định danh", "Có sổ riêng", "Ký hiệu", "Địa danh", "Từ ngày"]
POSITION_HEAD = ["Họ và tên", "Tên đăng nhập", "Tổ chức", "Chức vụ", "Vai trò", "Từ ngày"]
GROUP_HEAD = ["Tên nhóm", "Thành viên"]
GOOD = {
    "Tổ chức": [
        BODY_HEAD,
        ["Trạm Y tế", "", "", "Đơn vị sự nghiệp", "Cấp xã"],
        ["Tổ truyền thông", "", "Phòng Văn hóa - Xã hội", "Phòng, ban, đơn vị", "Cấp xã", "", "", "", "", "01/07/2025"],
    ],
    "Chức vụ": [
        POSITION_HEAD,
        ["Nguyễn Văn A", "tram.truong", "Trạm Y tế", "Trạm trưởng", "Trưởng đơn vị"],
        ["Nguyễn Văn A", "tram.truong", "Tổ truyền thông", "Tổ trưởng", "Trưởng đơn vị"],
    ],
    "Nhóm": [GROUP_HEAD, ["Các đơn vị y tế", "Trạm Y tế"], ["Các đơn vị y tế", "Phòng Văn hóa - Xã hội"]],
}


@pytest.fixture
def commune() -> Cast:
    return cast()


def workbook(sheets: dict[str, list[list[object]]]) -> bytes:
    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    for title, rows in sheets.items():
        page = book.create_sheet(title)
        for row in rows:
            page.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def changed(sheet: str, row: int, column: int, value: object) -> bytes:
    """GOOD with one cell changed; ``row`` and ``column`` count from 1 as in the spreadsheet."""
    sheets = {title: [list(cells) for cells in rows] for title, rows in GOOD.items()}
    sheets[sheet][row - 1][column - 1] = value
    return workbook(sheets)


def test_a_dry_run_tells_everything_and_changes_nothing(commune: Cast) -> None:
    before = Body.objects.count(), User.objects.count(), Group.objects.count()
    report = import_organisations(commune.administrator, workbook(GOOD), file_name="to-chuc.xlsx")
    assert [outcome.place for outcome in report.outcomes] == [
        "Tổ chức!2",
        "Tổ chức!3",
        "Chức vụ!2",
        "Chức vụ!3",
        "Nhóm!2",
    ]
    assert report.outcomes[0].sentence == "Thêm Trạm Y tế, thuộc Ủy ban nhân dân xã Minh Hòa."
    assert report.outcomes[2].sentence == "Tạo tài khoản cho Nguyễn Văn A, Trạm trưởng tại Trạm Y tế."
    assert report.outcomes[3].sentence.startswith("Giao thêm chức vụ Tổ trưởng")
    assert (report.changes, report.problems, report.passwords) == (5, [], [])
    assert (Body.objects.count(), User.objects.count(), Group.objects.count()) == before
    assert not Event.objects.exists()


def test_applying_does_what_the_dry_run_told_and_again_nothing(commune: Cast) -> None:
    report = import_organisations(commune.administrator, workbook(GOOD), file_name="to-chuc.xlsx", apply=True)
    [(username, _name, password)] = report.passwords
    user = User.objects.get(username=username)
    assert user.check_password(password)
    assert user.password_is_temporary
    assert user.positions.count() == 2
    team = Body.objects.get(name="Tổ truyền thông")
    assert (team.parent, f"{team.valid_from}") == (commune.culture, "2025-07-01")
    assert {body.name for body in Group.objects.get().members_on(today())} == {"Trạm Y tế", "Phòng Văn hóa - Xã hội"}
    last = Event.objects.last()
    assert last is not None
    assert last.sentence.endswith("nhập 5 dòng từ bảng tính to-chuc.xlsx.")
    again = import_organisations(commune.administrator, workbook(GOOD), file_name="to-chuc.xlsx")
    assert again.changes == 0
    assert all("không đổi" in outcome.sentence for outcome in again.outcomes)


@pytest.mark.parametrize(
    "sheet, row, column, value, cell, words",
    [
        ("Tổ chức", 2, 1, "", "Tổ chức!A2", "Thiếu “Tên”"),
        ("Tổ chức", 3, 3, "Phòng Không có", "Tổ chức!C3", "Chưa có tổ chức nào tên"),
        ("Tổ chức", 2, 4, "Cơ quan lạ", "Tổ chức!D2", "không có trong"),
        ("Tổ chức", 3, 10, "31/02/2025", "Tổ chức!J3", "không phải ngày"),
        ("Chức vụ", 2, 2, "trạm trưởng", "Chức vụ!B2", "chữ thường không dấu"),
        ("Chức vụ", 2, 5, "Giám đốc", "Chức vụ!E2", "không có trong"),
        ("Chức vụ", 3, 1, "Nguyễn Văn B", "Chức vụ!B3", "Tên đăng nhập này là của Nguyễn Văn A"),
        ("Chức vụ", 2, 3, "Ủy ban nhân dân tỉnh Minh Giang", "Chức vụ!A2", "Chỉ quản trị"),
        ("Nhóm", 3, 2, "Thôn 9", "Nhóm!B3", "Chưa có tổ chức nào tên"),
    ],
)
def test_a_wrong_cell_is_named_and_nothing_is_written(
    commune: Cast, sheet: str, row: int, column: int, value: str, cell: str, words: str
) -> None:
    content, before = changed(sheet, row, column, value), Position.objects.count()
    report = import_organisations(commune.administrator, content, file_name="to-chuc.xlsx", apply=True)
    problem = next(problem for problem in report.problems if problem.cell == cell)
    assert words in problem.sentence
    assert Position.objects.count() == before
    assert not Body.objects.filter(name="Trạm Y tế").exists()
    assert report.passwords == []


def test_only_an_administrator_imports(commune: Cast) -> None:
    with pytest.raises(NotAllowed):
        import_organisations(commune.clerk, workbook(GOOD), file_name="x.xlsx")


def encrypted() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def broken() -> bytes:
    return workbook(GOOD).replace(b"PK\x05\x06", b"PK\x05\x07")


def other_package() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", "<a/>")
    return out.getvalue()


def broken_inside() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(workbook(GOOD))) as good, zipfile.ZipFile(out, "w") as package:
        for name in good.namelist():
            package.writestr(name, b"<not xml" if name.endswith("sheet1.xml") else good.read(name))
    return out.getvalue()


@pytest.mark.parametrize(
    "content, words",
    [
        (b"", "trống"),
        (b"%PDF-1.7", "không phải bảng tính .xlsx"),
        (encrypted(), "mật khẩu"),
        (broken(), "không phải bảng tính .xlsx"),
        (other_package(), "không phải bảng tính .xlsx"),
        (broken_inside(), "bị hỏng"),
        (workbook({"Trang1": [["Tên"], ["A"]]}), "không có trang nào tên"),
        (workbook({"Tổ chức": [["Tên", "Cấp"], ["A", "Cấp xã"]]}), "thiếu cột: Loại"),
        (workbook({"Tổ chức": [BODY_HEAD]}), "chưa có dòng nào"),
        (workbook({"Nhóm": [GROUP_HEAD, *[["A", "B"]] * reading.MAX_ROWS]}), "chia nhỏ"),
        (bytes(reading.MAX_BYTES + 1), "lớn hơn 5 MB"),
    ],
)
def test_a_bad_file_is_answered_with_a_sentence(content: bytes, words: str) -> None:
    with pytest.raises(Refused) as refused:
        read_workbook(content, ALL)
    assert words in str(refused.value.sentence)


def test_heads_may_stand_below_a_title_and_in_any_order() -> None:
    rows = read_workbook(workbook({"NHÓM": [["Danh sách nhóm"], [], ["thành viên", "Tên Nhóm"], ["Thôn 1", "A"]]}), ALL)
    assert [(row.number, row.text("group"), row.text("member")) for row in rows] == [(4, "A", "Thôn 1")]
    assert rows[0].cell("member") == "Nhóm!A4"


def test_the_template_has_the_columns_that_are_read() -> None:
    book = load_workbook(BytesIO(template_workbook()))
    for sheet in ALL:
        assert [cell.value for cell in book[sheet.title][1]] == [column.head for column in sheet.columns]
    assert book["Chức vụ"].data_validations.dataValidation
    with pytest.raises(Refused, match="chưa có dòng nào"):
        read_workbook(template_workbook(), ALL)


def test_a_new_installation_begins_from_the_command_line(tmp_path: Path) -> None:
    file = tmp_path / "to-chuc.xlsx"
    file.write_bytes(
        workbook(
            {
                "Tổ chức": [
                    BODY_HEAD,
                    ["UBND tỉnh Minh Giang", "", "", "Cơ quan nhà nước", "Cấp tỉnh", "", "x", "UBND", "Minh Giang"],
                    [
                        "UBND xã Minh Hòa",
                        "",
                        "UBND tỉnh Minh Giang",
                        "Cơ quan nhà nước",
                        "Cấp xã",
                        "000.00.18.H00",
                        "x",
                        "UBND",
                        "Minh Hòa",
                    ],
                ],
                "Chức vụ": [
                    POSITION_HEAD,
                    ["Nguyễn Văn A", "quan.tri", "000.00.18.H00", "Chuyên viên", "Quản trị"],
                ],
                "Nhóm": [[*GROUP_HEAD, "Cơ quan"], ["Nhóm thử", "UBND xã Minh Hòa", "UBND xã Minh Hòa"]],
            }
        )
    )
    out = StringIO()
    call_command("import_organisations", file, stdout=out)
    assert not Body.objects.exists()
    assert "Thêm --apply để ghi" in out.getvalue()
    call_command("import_organisations", file, "--apply", stdout=out)
    actor = actor_for(User.objects.get(username="quan.tri"))
    assert actor.is_(Role.ADMINISTRATOR)
    assert str(actor.office) == "UBND xã Minh Hòa"
    assert "quan.tri,Nguyễn Văn A," in out.getvalue()
    assert Group.objects.get().office == actor.office
    with pytest.raises(CommandError, match="Không đọc được"):
        call_command("import_organisations", tmp_path / "none.xlsx")
    file.write_bytes(b"not a workbook")
    with pytest.raises(CommandError, match="không phải bảng tính"):
        call_command("import_organisations", file, "--apply")
    assert import_organisations(OPERATOR, workbook({"Nhóm": GOOD["Nhóm"]}), file_name="x").problems


def upload(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("to-chuc.xlsx", content)


def test_the_screen_tries_first_and_then_writes(client: Client, commune: Cast) -> None:
    sign_in(client, commune.administrator)
    page = client.post(reverse("organisations:import"), {"file": upload(workbook(GOOD))})
    assert "Thêm Trạm Y tế" in page.content.decode()
    assert not Body.objects.filter(name="Trạm Y tế").exists()
    key = page.context["key"]
    done = client.post(reverse("organisations:import"), {"key": key})
    assert Body.objects.filter(name="Trạm Y tế").exists()
    assert done.context["report"].passwords[0][2] in done.content.decode()
    late = client.post(reverse("organisations:import"), {"key": key})
    assert "Hãy chọn lại tệp" in late.content.decode()


def test_the_screen_shows_what_is_wrong_and_offers_no_writing(client: Client, commune: Cast) -> None:
    sign_in(client, commune.administrator)
    page = client.post(reverse("organisations:import"), {"file": upload(changed("Chức vụ", 2, 5, "Giám đốc"))})
    assert "Chức vụ!E2" in page.content.decode()
    assert page.context["key"] == ""
    bad = client.post(reverse("organisations:import"), {"file": upload(encrypted())})
    assert "Hãy bỏ mật khẩu" in bad.content.decode()
    empty = client.post(reverse("organisations:import"), {"file": upload(b"")})
    assert "Tệp này trống" in empty.content.decode()
    missing = client.post(reverse("organisations:import"), {})
    assert missing.context["form"].errors
