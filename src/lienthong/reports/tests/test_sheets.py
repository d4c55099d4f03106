"""Forms from above: nothing of them is lost, every cell says where it comes from, what cannot be kept is refused."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from lienthong.audit.service import history_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.tests.factories import Cast, cast, sign_in
from lienthong.reports import service
from lienthong.reports.actions.add_provided_form import add_provided_form
from lienthong.reports.actions.fill_form import fill_form
from lienthong.reports.actions.point_form_cells import point_form_cells
from lienthong.reports.actions.say_not_duplicate import say_not_duplicate
from lienthong.reports.gathering import counts_of
from lienthong.reports.models import FilledForm, ProvidedForm
from lienthong.reports.sheets.duplicates import overlaps
from lienthong.reports.sheets.filling import as_cell
from lienthong.reports.sheets.grid import grids_of
from lienthong.reports.sheets.package import open_bytes, saved
from lienthong.reports.sheets.sources import proposed, sources
from lienthong.reports.tests.factories import fill, make_obligation, make_quarter_report, make_unit_request
from lienthong.reports.tests.ugly_forms import counts, data_of, two_sheets, uploaded, with_markup, with_part, words_only

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


@pytest.fixture
def report(people):
    return make_quarter_report(people)


def added(people, book, **more) -> ProvidedForm:
    return add_provided_form(people.coordinator, uploaded(book), name="Biểu 01", **more)


def point(people, form, **by_place: str) -> None:
    cells = {cell.at: cell.pk for cell in form.cells.all()}
    point_form_cells(people.coordinator, form, {cells[at]: source for at, source in by_place.items()})


def layout_of(data: bytes) -> list[object]:
    """Everything of a workbook but the values of plain cells."""
    book = load_workbook(io.BytesIO(data))
    found: list[object] = [sorted((name, item.attr_text) for name, item in book.defined_names.items())]
    for sheet in book.worksheets:
        found += [
            sheet.title, sheet.sheet_state, sorted(map(str, sheet.merged_cells.ranges)), sheet.print_area,
            sheet.print_title_rows, sheet.freeze_panes, sheet.page_setup.orientation, sheet.page_setup.paperSize,
            sheet.oddHeader.center.text, sheet.oddFooter.right.text,
            sorted((key, dim.width, dim.hidden) for key, dim in sheet.column_dimensions.items()),
            sorted((key, dim.height) for key, dim in sheet.row_dimensions.items()),
            [(each.formula1, str(each.sqref)) for each in sheet.data_validations.dataValidation],
            [(str(each.sqref), [rule.type for rule in each.rules]) for each in sheet.conditional_formatting],
        ]  # fmt: skip
        for row in sheet.iter_rows():
            for cell in row:
                style = (
                    cell.number_format,
                    cell.font.name,
                    cell.font.sz,
                    cell.fill.fgColor.rgb,
                    cell.border.left.style,
                )
                formula = cell.value if cell.data_type == "f" else None
                found.append((cell.coordinate, style, formula, cell.comment.text if cell.comment else None))
    return found


class TestReading:
    def test_empty_framed_cells_ask_by_row_and_column(self):
        [grid] = grids_of(counts())
        asked = {box.at: box.label for box in grid.asks}
        assert asked["D6"] == "Nhiệm vụ trong kỳ · Trong kỳ · Quý này"
        assert "D9" not in asked, "a formula asks for nothing"
        assert not any(at.startswith("E") for at in asked), "nor does a hidden column"
        assert not any(at.startswith("A") for at in asked)

    def test_cells_merged_far_below_the_form_do_not_matter(self):
        book = counts()
        before = grids_of(book)
        book["Biểu 01"].merge_cells("A900:C901")
        assert [grid.asks for grid in grids_of(book)] == [grid.asks for grid in before]

    def test_hidden_sheets_are_shown_and_ask_nothing(self, people):
        form = added(people, two_sheets())
        assert {cell.sheet for cell in form.cells.all()} == {"BM-02"}
        assert [grid.hidden for grid in grids_of(two_sheets())] == [False, True]

    def test_the_words_of_a_row_propose_a_figure(self, people):
        known = sources(people.office)
        hint = proposed("Hoàn thành đúng hạn · Trong kỳ · Quý này", known)
        assert hint is not None
        assert hint.key == "figure:tasks.done_in_time"
        assert proposed("Hồ sơ nộp trực tuyến · Số lượng", known) is None


class TestFilling:
    def test_nothing_changes_but_the_cells_that_were_asked(self, people, report):
        form = added(people, counts(), obligation=report.obligation)
        point(people, form, D6="figure:tasks", D7="figure:tasks.done_in_time", D11="figure:documents.in", G6="typed:")
        cell = form.cells.get(at="G6")
        filled = fill_form(people.coordinator, report, form, typed={cell.pk: "Đạt"})
        data = filled.file.read()
        assert layout_of(data) == layout_of(data_of(counts()))
        sheet = load_workbook(io.BytesIO(data))["Biểu 01"]
        values = {count.figure.code: count.value for count in counts_of(report)}
        assert sheet["D6"].value == values["tasks"]
        assert sheet["D11"].value == values["documents.in"]
        assert sheet["G6"].value == "Đạt"
        assert sheet["D8"].value is None
        assert sheet["D9"].value == "=D7+D8"
        assert "điền biểu mẫu" in history_of(report).last().sentence

    @pytest.mark.parametrize("make", [counts, two_sheets, words_only])
    def test_opening_and_saving_loses_nothing(self, make):
        data = data_of(make())
        assert layout_of(saved(open_bytes(data))) == layout_of(data)

    def test_words_go_into_large_merged_cells(self, people, report):
        service.write_report(people.coordinator, report, results="Đã mở chuyên mục.", shortcomings="=Thiếu người")
        form = added(people, words_only())
        point(people, form, B2="text:results", B5="text:shortcomings")
        report.obligation = None
        report.save()
        sheet = load_workbook(fill_form(people.leader, report, form, typed={}).file)["Thuyết minh"]
        assert sheet["B2"].value == "Đã mở chuyên mục."
        assert sheet["B5"].data_type == "s", "what a person wrote never becomes a formula"

    def test_figures_of_units_are_sums_and_natures_never_meet(self, people, report):
        request = make_unit_request(people, report)
        unit = request.unit_reports.get(body=people.culture)
        fill(people.unit_head, unit, "10", "5", "45", "50")
        service.send_unit_report(people.unit_head, unit)
        service.merge_unit_reports(people.coordinator, request)
        form = added(people, two_sheets(), obligation=report.obligation)
        keys = {each.label: each.key for each in sources(people.office) if each.key.startswith("unit:")}
        target, result = (keys[label] for label in keys if "Buổi tuyên truyền" in label)
        assert target != result
        ratio = next(key for label, key in keys.items() if "Hộ được" in label)
        point(people, form, C4=target, C5=result, C6=ratio)
        sheet = load_workbook(fill_form(people.coordinator, report, form, typed={}).file)["BM-02"]
        assert {sheet["C4"].value, sheet["C5"].value} == {5, 10}
        assert "45/50" in sheet["C6"].value

    def test_a_frozen_report_gives_its_frozen_figures(self, people, report):
        form = added(people, counts(), obligation=report.obligation)
        point(people, form, D6="figure:tasks")
        report = service.freeze_report(people.coordinator, report)
        report.figures.filter(code="tasks").update(value=7)
        assert load_workbook(fill_form(people.coordinator, report, form, typed={}).file)["Biểu 01"]["D6"].value == 7

    def test_numbers_are_numbers_for_formulas(self):
        assert [as_cell(value) for value in ("1.250", "12,5", "-3", "5 buổi", "01/2026", "")] == [
            1250, 12.5, -3, "5 buổi", "01/2026", "",
        ]  # fmt: skip

    def test_a_new_edition_keeps_what_is_still_asked(self, people, report):
        form = added(people, counts(), obligation=report.obligation)
        point(people, form, D6="figure:tasks", D11="figure:documents.in")
        book = counts()
        sheet = book["Biểu 01"]
        sheet["B11"] = "Văn bản nhận qua trục"
        newer = add_provided_form(people.coordinator, uploaded(book), name="Biểu 01", replaces=form)
        assert newer.cells.get(at="D6").source == "figure:tasks"
        assert newer.cells.get(at="D11").source == ""
        assert list(ProvidedForm.objects.current()) == [newer]
        with pytest.raises(Refused, match="bản mới hơn"):
            add_provided_form(people.coordinator, uploaded(book), name="Biểu 01", replaces=form)


class TestRefusing:
    @pytest.mark.parametrize(
        ("part", "words"),
        [
            ("xl/charts/chart1.xml", "biểu đồ"),
            ("xl/media/image1.png", "ảnh hoặc hình vẽ"),
            ("xl/vbaProject.bin", "macro"),
            ("xl/pivotTables/pivotTable1.xml", "bảng tổng hợp động"),
            ("xl/slicers/slicer1.xml", "bộ lọc trực quan"),
            ("xl/ctrlProps/ctrlProp1.xml", "nút hoặc ô điều khiển"),
            ("xl/embeddings/oleObject1.bin", "tệp nhúng"),
            ("xl/externalLinks/externalLink1.xml", "liên kết tới tệp khác"),
            ("xl/threadedComments/threadedComment1.xml", "bình luận theo luồng"),
            ("_xmlsignatures/sig1.xml", "chữ ký số"),
            ("xl/connections.xml", "kết nối dữ liệu"),
            ("xl/la-gi.xml", "phần không nhận ra"),
        ],
    )
    def test_what_would_be_lost_is_named(self, part, words):
        with pytest.raises(Refused, match=words):
            open_bytes(with_part(data_of(counts()), part))

    def test_controls_in_an_old_drawing_are_named(self):
        with pytest.raises(Refused, match="nút hoặc ô điều khiển"):
            open_bytes(with_part(data_of(counts()), "xl/drawings/vmlDrawing7.vml", b'<x ObjectType="Checkbox"/>'))

    @pytest.mark.parametrize(
        ("markup", "words"),
        [
            (b'<extLst><ext uri="x"><x14:sparklineGroups/></ext></extLst>', "biểu đồ nhỏ"),
            (b'<legacyDrawingHF r:id="rId9"/>', "đầu trang"),
            (b'<extLst><ext uri="x"><x14:dataValidation /></ext></extLst>', "trang tính khác"),
        ],
    )
    def test_what_a_sheet_would_lose_is_named_with_the_sheet(self, markup, words):
        with pytest.raises(Refused, match=words) as refused:
            open_bytes(with_markup(data_of(counts()), b"</worksheet>", markup))
        assert "Biểu 01" in str(refused.value.sentence)

    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"", "Không mở được"),
            (b"no package", "Không mở được"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "mật khẩu"),
            (data_of(counts())[:900], "Không mở được"),
        ],
    )
    def test_a_broken_file_gets_a_sentence(self, data, words):
        with pytest.raises(Refused, match=words):
            open_bytes(data)

    def test_a_form_that_asks_for_nothing(self, people):
        from openpyxl import Workbook

        with pytest.raises(Refused, match="Không thấy ô trống"):
            added(people, Workbook())

    def test_rights(self, people, report):
        form = added(people, counts(), obligation=report.obligation)
        for role in ("clerk", "unit_head", "member", "hamlet_head", "supervisor", "reader"):
            actor = getattr(people, role)
            for act in (
                lambda actor=actor: add_provided_form(actor, uploaded(counts()), name="x"),
                lambda actor=actor: point_form_cells(actor, form, {}),
                lambda actor=actor: fill_form(actor, report, form, typed={}),
            ):
                with pytest.raises(NotAllowed):
                    act()
        others = cast()
        assert not ProvidedForm.objects.visible_to(others.coordinator).exists()
        with pytest.raises(NotAllowed):
            fill_form(others.coordinator, make_quarter_report(others), form, typed={})

    def test_an_unknown_source_is_refused(self, people, report):
        form = added(people, counts())
        with pytest.raises(Refused, match="không còn dùng được"):
            point(people, form, D6="figure:la.gi")


class TestOverlaps:
    def test_two_bodies_that_ask_for_the_same_are_pointed_out(self, people):
        one = make_obligation(people)
        other = make_obligation(
            people, name="Báo cáo kết quả nhiệm vụ", recipient="UBND tỉnh", regime="general", kinds=["half", "year"],
            valid_from=date(2025, 1, 1),
        )  # fmt: skip
        assert overlaps([one, other]) == []
        for obligation in (one, other):
            form = added(people, counts(), obligation=obligation)
            point(people, form, D6="figure:tasks", D7="figure:tasks.done_in_time", D11="figure:documents.in")
        [found] = overlaps([one, other])
        assert "nội dung giống nhau; Sở Nội vụ hỏi theo quý" in found.words
        assert "UBND tỉnh hỏi theo 6 tháng, năm" in found.words
        said = sign_in(Client(), people.coordinator).get("/noi-bo/bao-cao/").content.decode()
        assert "Báo cáo có thể hỏi trùng" in said
        with pytest.raises(Refused, match="vì sao"):
            say_not_duplicate(people.coordinator, other, one, reason=" ")
        say_not_duplicate(people.coordinator, other, one, reason="Hai phạm vi khác nhau.")
        assert overlaps([one, other]) == []


def test_the_pages_work_end_to_end(people, report):
    client = sign_in(Client(), people.coordinator)
    answer = client.post(
        "/noi-bo/bao-cao/bieu-mau/them/", {"name": "Biểu 01", "file": SimpleUploadedFile("a.xlsx", b"no")}
    )
    assert "Không mở được bảng tính" in answer.content.decode()
    answer = client.post(
        "/noi-bo/bao-cao/bieu-mau/them/",
        {"name": "Biểu 01", "file": uploaded(counts()), "obligation": report.obligation_id},
        follow=True,
    )
    form = answer.context["form"]
    rows = {row["cell"].at: row for row in answer.context["rows"]}
    assert rows["D7"]["chosen"] == "figure:tasks.done_in_time"
    sent = {f"o-{row['cell'].pk}": row["chosen"] for row in rows.values()}
    sent[f"o-{rows['G6']['cell'].pk}"] = "typed:"
    client.post(f"/noi-bo/bao-cao/bieu-mau/{form.pk}/nguon/", sent)
    page = client.get(f"/noi-bo/bao-cao/{report.pk}/bieu-mau/{form.pk}/").content.decode()
    assert "Ô chưa có nguồn, sẽ để trống" in page
    answer = client.post(
        f"/noi-bo/bao-cao/{report.pk}/bieu-mau/{form.pk}/", {f"o-{rows['G6']['cell'].pk}": "Chưa đạt"}, follow=True
    )
    assert "Đã điền biểu mẫu" in answer.content.decode()
    filled = FilledForm.objects.get()
    assert client.get(f"/noi-bo/bao-cao/bieu-mau-da-dien/{filled.pk}/").status_code == 200
    answer = client.post(
        f"/noi-bo/bao-cao/bieu-mau/{form.pk}/ban-moi/", {"file": uploaded(counts())}, follow=True
    ).content.decode()
    assert "Đã thay bằng bản mới" in answer
