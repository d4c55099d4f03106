"""What a resident reads: only what was approved, at the site of the office, the papers that apply, the sheet."""

import io
import json
import re

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lienthong.core.public import sections
from lienthong.organisations.tests.factories import cast, sign_in
from lienthong.procedures.actions.add_blank_form import add_blank_form
from lienthong.procedures.actions.end_version import end_version
from lienthong.procedures.actions.write_procedure import write_procedure
from lienthong.procedures.models import Procedure, ProcedureVersion
from lienthong.procedures.structured import price_of
from lienthong.procedures.tests.factories import VALUES, let_out, make_guide, make_public, make_version

pytestmark = pytest.mark.django_db


class Site:
    """The open site of one office, as the portal would find it."""

    def __init__(self, office):
        self.office, self.office_id = office, office.pk


@pytest.fixture
def people(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    found = cast()
    monkeypatch.setattr("lienthong.core.public._sites", [lambda request: Site(found.office)])
    return found


def test_only_what_was_approved_is_there(people, client):
    shown, hidden = make_public(people), make_version(people, code="2", title="Chưa ai duyệt")
    make_public(cast(), code="3", title="Của xã khác")
    page = client.get(reverse("procedures_all"))
    assert "Đăng ký khai sinh" in page.text
    assert "Chưa ai duyệt" not in page.text
    assert "Của xã khác" not in page.text
    for name in ("one", "history", "papers", "sheet"):
        assert client.get(reverse(f"procedures_{name}", args=[shown.procedure.pk])).status_code == 200
        assert client.get(reverse(f"procedures_{name}", args=[hidden.procedure.pk])).status_code == 404


def test_nothing_is_anywhere_without_an_open_site(people, client, monkeypatch):
    make_public(people)
    monkeypatch.setattr("lienthong.core.public._sites", [])
    assert client.get(reverse("procedures_all")).status_code == 404


def test_the_list_is_cut_to_who_asks_and_to_words_without_marks(people, client):
    make_public(people)
    make_public(people, code="2", title="Đăng ký hộ kinh doanh", audience="businesses")
    business = client.get(reverse("procedures_all"), {"cho": "doanh-nghiep"}).text
    assert "Đăng ký hộ kinh doanh" in business
    assert "Đăng ký khai sinh" not in business
    found = client.get(reverse("procedures_all"), {"q": "giay chung sinh"}).text
    assert "Đăng ký khai sinh" in found
    assert "Không tìm thấy" in client.get(reverse("procedures_all"), {"q": "xyz"}).text
    assert client.get(reverse("procedures_all"), {"cho": "la"}).status_code == 200


def test_questions_come_one_a_page_and_end_in_the_papers(people, client):
    procedure = make_public(people).procedure
    here = reverse("procedures_papers", args=[procedure.pk])
    first = client.get(here)
    assert "Trẻ sinh ở đâu?" in first.text
    second = client.get(dict(first.context["answers"])["Sinh tại cơ sở y tế"])
    assert "Cha mẹ đã đăng ký kết hôn?" in second.text
    last = client.get(dict(second.context["answers"])["Chưa"])
    assert [paper["name"] for paper in last.context["needed"]] == ["Tờ khai theo mẫu", "Giấy chứng sinh"]
    assert "Giấy chứng sinh" in last.text


@pytest.mark.parametrize("chosen", ["9", "0-9", "-", "a-b", "٣", "9" * 5000, "0-0-0-0", "0--1"])
def test_an_address_that_nobody_gave_asks_again(people, client, chosen):
    procedure = make_public(people).procedure
    assert client.get(reverse("procedures_papers", args=[procedure.pk]), {"chon": chosen}).status_code == 200


def test_the_history_says_what_was_and_what_is(people, client):
    first = make_public(people)
    newer = write_procedure(
        people.member, first.procedure, values=VALUES | {"fee": "8.000 đồng", "decision": "15/QĐ-UBND"}
    )
    let_out(newer, people.member, people.leader)
    text = client.get(reverse("procedures_history", args=[first.procedure.pk])).text
    for said in ("Miễn phí", "8.000 đồng", "15/QĐ-UBND", "812/QĐ-UBND", "Bản đầu tiên"):
        assert said in text


def test_the_sheet_is_a_page_to_hang_with_the_words_that_are_public(people, client):
    procedure = make_public(people).procedure
    answer = client.get(reverse("procedures_sheet", args=[procedure.pk]))
    assert answer["Content-Type"] == "application/pdf"
    with pypdfium2.PdfDocument(io.BytesIO(answer.content)) as document:
        text = " ".join(document[0].get_textpage().get_text_range().split())
        assert [round(side) for side in document[0].get_size()] == [595, 842]
    for said in ("Đăng ký khai sinh", "Giấy chứng sinh", "Miễn phí", "812/QĐ-UBND"):
        assert said in text


def test_words_are_never_read_as_markup(people, client):
    nasty = '#read("/etc/passwd") $x$ *a* <script>alert(1)</script> @b [c] \\'
    procedure = make_public(people, title=nasty, steps=nasty).procedure
    assert client.get(reverse("procedures_sheet", args=[procedure.pk])).status_code == 200
    assert "<script>alert" not in client.get(reverse("procedures_one", args=[procedure.pk])).text


def test_a_form_is_given_out_while_its_version_is_public(people, client):
    version = make_version(people)
    form = add_blank_form(people.member, version, SimpleUploadedFile("a.pdf", b"%PDF-1.4"), name="Tờ khai")
    url = reverse("procedures_form", args=[form.pk])
    assert client.get(url).status_code == 404
    version = let_out(ProcedureVersion.objects.get(), people.member, people.leader)
    given = client.get(url)
    assert "attachment" in given["Content-Disposition"]
    assert b"".join(given.streaming_content) == b"%PDF-1.4"
    end_version(people.leader, version, reason="Bãi bỏ")
    assert client.get(url).status_code == 404


def test_a_guide_leads_to_the_procedures_that_are_public(people, client):
    procedure = make_public(people).procedure
    guide = make_guide(people)
    assert client.get(reverse("procedures_guide", args=[guide.guide.pk])).status_code == 404
    let_out(guide, people.member, people.leader)
    text = client.get(reverse("procedures_guide", args=[guide.guide.pk])).text
    assert reverse("procedures_one", args=[procedure.pk]) in text
    assert "[1.001193]" not in text
    assert "9.999999" not in text


def test_the_section_lists_every_address_once_it_has_something(people):
    def mine():
        return [section for section in sections(people.office.pk) if section.name == "procedures"]

    assert mine() == []
    procedure = make_public(people).procedure
    let_out(make_guide(people), people.member, people.leader)
    (section,) = mine()
    paths = {page.path: page.as_file for page in section.pages(people.office.pk)}
    assert paths[reverse("procedures_one", args=[procedure.pk])]
    assert reverse("procedures_papers", args=[procedure.pk]) not in paths
    assert [guide.current.title for guide in section.block_context(people.office.pk)["guides"]]
    found = section.searched[0].show(Procedure.objects.public(people.office.pk).get())
    assert "Giấy chứng sinh" in found.words


def test_the_desk_keeps_what_was_typed(people, client):
    sign_in(client, people.member)
    sent = {name: value for name, value in VALUES.items() if name != "decided_on"} | {
        "code": "7", "decided_on": "20/6/2025", "valid_from": "2025-07-01", "papers": "Tờ khai | | ba", "seen": "0",
    }  # fmt: skip
    page = client.post(reverse("procedures:new_procedure"), sent)
    assert "số bản phải là số" in page.text
    assert "Tờ khai | | ba" in page.text
    saved = client.post(reverse("procedures:new_procedure"), sent | {"papers": "Tờ khai"}, follow=True)
    assert "Đang viết" in saved.text
    procedure = Procedure.objects.get()
    edit = client.get(reverse("procedures:edit_procedure", args=[procedure.pk]))
    assert "Tờ khai |  | 1" in edit.text
    for name in ("procedures", "guides", "laws", "new_guide"):
        assert client.get(reverse(f"procedures:{name}")).status_code == 200
    done = client.post(reverse("procedures:step", args=[procedure.versions.get().pk, "trinh"]), {}, follow=True)
    assert "Đã trình duyệt." in done.text


def structured(page):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page.text).group(1))


def test_search_engines_read_a_procedure_as_a_service_and_a_guide_as_a_how_to(people, client):
    shown, guide = make_public(people), let_out(make_guide(people), people.member, people.leader)
    page = client.get(reverse("procedures_one", args=[shown.procedure.pk]))
    said = structured(page)
    assert (said["@type"], said["name"]) == ("GovernmentService", "Đăng ký khai sinh")
    assert said["provider"]["name"] == people.office.name
    assert said["availableChannel"][1]["serviceUrl"] == "https://dichvucong.gov.vn/khai-sinh"
    assert said["offers"] == {"@type": "Offer", "price": 0, "priceCurrency": "VND"}
    assert said["url"].endswith(f"/thu-tuc/{shown.procedure.pk}/")
    for name in ("description", "og:description"):
        assert re.search(f'"{name}" content="Nơi nộp hồ sơ: Trung tâm [^"]*Thời hạn giải quyết: Trong ngày', page.text)
    assert '"og:locale" content="vi_VN"' in page.text
    page = client.get(reverse("procedures_guide", args=[guide.guide.pk]))
    said = structured(page)
    assert (said["@type"], [step["text"] for step in said["step"]]) == (
        "HowTo", ["Đăng ký khai sinh", "Đăng ký thường trú cho trẻ"],
    )  # fmt: skip
    assert 'name="description" content="Ba việc, một lần đến."' in page.text


@pytest.mark.parametrize(
    ("fee", "price"),
    [("Miễn phí", 0), ("Không", 0), ("8.000 đồng", 8000), ("8.000 đồng/bản, trẻ em miễn phí", None), ("", None)],
)
def test_only_one_plain_sum_is_a_price(fee, price):
    assert price_of(fee) == price


def test_fields_and_names_stand_in_the_order_of_the_vietnamese_alphabet(people, client):
    for code, field, title in (
        ("1", "Hộ tịch", "Thay đổi hộ tịch"), ("2", "Hộ tịch", "Đăng ký kết hôn"), ("3", "Đất đai", "Đo đạc"),
        ("4", "Chứng thực", "Cấp bản sao"),
    ):  # fmt: skip
        make_public(people, code=code, field=field, title=title)
    page = client.get(reverse("procedures_all")).text
    order = [page.index(title) for title in ("Cấp bản sao", "Đo đạc", "Đăng ký kết hôn", "Thay đổi hộ tịch")]
    assert order == sorted(order)


def test_a_guide_is_found_in_plain_words(people):
    guide = let_out(make_guide(people), people.member, people.leader).guide
    searched = next(
        each for section in sections(people.office.pk) for each in section.searched if each.model is type(guide)
    )
    shown = searched.show(searched.public(people.office.pk).get())
    assert "Đăng ký khai sinh" in shown.words
    assert "[" not in shown.words


def test_the_heads_of_the_sheet_keep_to_their_columns(people, client):
    version = make_public(people)
    drawn = client.get(reverse("procedures_sheet", args=[version.procedure.pk]))
    text = pypdfium2.PdfDocument(io.BytesIO(drawn.content))[0].get_textpage()
    search = text.search("STT")
    right = text.get_charbox(search.get_next()[0] + 2)[2]
    left = text.get_charbox(text.search("Giấy tờ").get_next()[0])[0]
    assert left - right > 6
