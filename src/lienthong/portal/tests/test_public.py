"""What a resident meets at the address of an office, and what he does not."""

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from lienthong.core.refusals import NotAllowed, Refused
from lienthong.corrections.service import publish_correction, submit_correction
from lienthong.corrections.tests.factories import make_document, make_document_note, make_issued
from lienthong.organisations.tests.factories import cast, sign_in
from lienthong.portal.actions.add_picture import add_picture
from lienthong.portal.actions.change_portal import change_portal
from lienthong.portal.actions.open_portal import open_portal
from lienthong.portal.actions.publish_document import publish_document
from lienthong.portal.actions.withdraw_document import withdraw_document
from lienthong.portal.models import PublicDocument
from lienthong.portal.tests.factories import TITLE, let_out, make_article, make_column, make_portal, photo
from lienthong.registry.service import Direction, register_outgoing
from lienthong.registry.tests.factories import plan_text, read_document

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    found = cast()
    make_portal(found)
    return found


@pytest.fixture
def incoming(people):
    return read_document(people.clerk)


@pytest.fixture
def issued(people):
    found = read_document(people.clerk, plan_text("/KH-UBND", "Truyền thông của xã"), direction=Direction.OUTGOING)
    return register_outgoing(people.clerk, found)


def text(client: Client, url: str, **headers: str) -> str:
    answer = client.get(url, headers=headers)
    assert answer.status_code == 200, url
    return answer.content.decode()


def test_without_a_portal_the_first_address_leads_the_staff_in(client):
    answer = client.get("/")
    assert answer.status_code == 302
    assert answer.url == "/noi-bo/"
    for url in ("/tim/", "/lien-he/", "/van-ban-cong-khai/", "/robots.txt", "/sitemap.xml", "/gi-do/"):
        assert client.get(url).status_code == 404


def test_a_portal_without_an_approved_first_page_shows_nothing(client):
    people = cast()
    make_portal(people, public=False)
    assert client.get("/").status_code == 302
    assert client.get("/lien-he/").status_code == 404


def test_the_first_page_lists_articles_and_columns(people, client):
    column = make_column(people)
    let_out(people.member, people.leader, make_article(people, column))
    said = text(client, "/")
    assert TITLE in said
    assert "Chuyển đổi số" in said
    assert "Ủy ban nhân dân xã Minh Hòa" in said
    assert re.findall("<script [^>]*>", said) == [
        '<script type="application/ld+json">', '<script src="/static/portal/portal.js" defer>',
    ]  # fmt: skip


def test_addresses_have_no_marks(people, client):
    article = let_out(people.member, people.leader, make_article(people, make_column(people)))
    assert article.page.url == "/chuyen-doi-so/to-cong-nghe-so-cong-dong-huong-dan-nop-ho-so-truc-tuyen/"
    twin = make_article(people, make_column(people, "Chuyển đổi số"))
    assert twin.page.url.startswith("/chuyen-doi-so-2/")


def test_search_finds_with_and_without_marks_and_marks_the_place(people, client):
    column = make_column(people)
    let_out(people.member, people.leader, make_article(people, column))
    make_article(people, column, title="Bài chưa duyệt về nhà văn hóa")
    for query in ("nhà văn hóa", "nha van hoa"):
        said = text(client, f"/tim/?q={query}")
        assert TITLE in said
        assert "<mark>nhà</mark> <mark>văn</mark> <mark>hóa.</mark>" in said
        assert "chưa duyệt" not in said
    assert "Không tìm thấy" in text(client, "/tim/?q=zzz")


def test_two_communes_on_one_installation(people, settings):
    settings.ALLOWED_HOSTS = ["minhhoa.example", "khac.example"]
    let_out(people.member, people.leader, make_article(people, make_column(people)))
    others = cast()
    portal = make_portal(others, hostname="khac.example")
    change_portal(others.administrator, portal, phone="0200 123 456")
    here, there = Client(headers={"host": "minhhoa.example"}), Client(headers={"host": "khac.example"})
    assert TITLE in text(here, "/")
    assert TITLE not in text(there, "/")
    assert TITLE not in text(there, "/tim/?q=hướng dẫn")
    assert "0200 123 456" in text(there, "/lien-he/")
    assert "0200 123 456" not in text(here, "/lien-he/")
    assert "minhhoa" not in text(there, "/sitemap.xml")


def test_a_picture_is_drawn_anew_and_shown_only_with_a_public_page(people, client):
    picture = add_picture(people.member, photo(), alt="Buổi hướng dẫn", credit="Phòng VH-XH")
    assert (picture.width, picture.height) == (1280, 960)
    with Image.open(picture.file) as drawn:
        assert drawn.format == "WEBP"
        assert not drawn.getexif()
    column = make_column(people)
    article = make_article(people, column, picture=picture)
    assert client.get(f"/anh/{picture.pk}/").status_code == 404
    let_out(people.member, people.leader, article)
    assert client.get(f"/anh/{picture.pk}/").status_code == 200
    article.page.refresh_from_db()
    assert 'alt="Buổi hướng dẫn"' in text(client, article.page.url)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"alt": " "}, "mô tả ảnh"),
        ({"credit": ""}, "nguồn ảnh"),
        ({"file": SimpleUploadedFile("a.jpg", b"\xff\xd8\xff\xe0 no picture")}, "Không mở được ảnh"),
        ({"file": SimpleUploadedFile("a.pdf", b"%PDF-1.4 x")}, "JPG, PNG hoặc HEIC"),
    ],
)
def test_a_picture_without_what_it_needs_is_refused(people, given, sentence):
    values = {"file": photo(), "alt": "Ảnh", "credit": "Nguồn"} | given
    with pytest.raises(Refused, match=sentence):
        add_picture(people.member, values.pop("file"), **values)


def test_robots_and_sitemap(people, client):
    column = make_column(people)
    let_out(people.member, people.leader, make_article(people, column))
    assert "Disallow: /noi-bo/" in text(client, "/robots.txt")
    said = text(client, "/sitemap.xml")
    assert "/chuyen-doi-so/to-cong-nghe-so" in said


def test_only_the_administrator_opens_a_portal_and_once(people):
    for role in ("leader", "coordinator", "clerk", "member"):
        with pytest.raises(NotAllowed):
            open_portal(getattr(people, role), hostname="x.example")
    with pytest.raises(Refused, match="đã có cổng"):
        open_portal(people.administrator, hostname="x.example")
    others = cast()
    with pytest.raises(Refused, match="Tên miền này đã có"):
        open_portal(others.administrator, hostname="minhhoa.example")
    with pytest.raises(Refused, match="chữ không dấu"):
        open_portal(others.administrator, hostname="tên miền")


def test_only_issued_documents_of_the_office_are_made_public(people, client, issued, incoming):
    with pytest.raises(NotAllowed):
        publish_document(people.clerk, issued)
    with pytest.raises(Refused, match="đã phát hành"):
        publish_document(people.leader, incoming)
    with pytest.raises(NotAllowed):
        publish_document(cast().leader, issued)
    published = publish_document(people.leader, issued)
    with pytest.raises(Refused, match="đã được công khai"):
        publish_document(people.leader, issued)
    assert issued.subject in text(client, "/van-ban-cong-khai/")
    assert issued.subject in text(client, f"/tim/?q={issued.number}")
    assert "Tệp không có chữ ký số." in text(client, f"/van-ban-cong-khai/{published.pk}/")
    file = client.get(f"/tai-ve/{published.pk}/{published.file_name}")
    assert file["Content-Disposition"] == f'attachment; filename="{published.file_name}"'
    assert client.get(f"/tai-ve/{published.pk}/khac.pdf").status_code == 404
    with pytest.raises(Refused, match="lý do"):
        withdraw_document(people.leader, published, reason="")
    withdraw_document(people.leader, published, reason="Đính chính.")
    assert client.get(f"/van-ban-cong-khai/{published.pk}/").status_code == 404
    assert not PublicDocument.objects.exists()


def told_note(people, document, **values):
    """A published note on ``document``, and the document that corrects it."""
    note = make_document_note(people, document, **values)
    by = make_issued(people, note).document
    note = submit_correction(people.coordinator, note)
    return publish_correction(people.leader, note, seen=note.edits), by


def page_of(published):
    return f"/van-ban-cong-khai/{published.pk}/"


@pytest.mark.parametrize(
    ("fault", "said", "unnamed", "back"),
    [
        ("content", "Được thay thế bằng", "Được thay thế bằng văn bản khác", "Thay thế"),
        ("form", "Được đính chính bằng", "Được đính chính bằng công văn", "Đính chính"),
    ],
)
def test_a_public_document_says_by_what_it_was_corrected(people, client, fault, said, unnamed, back):
    old = make_document(people)
    published = publish_document(people.leader, old)
    note, by = told_note(people, old, fault=fault)
    page = text(client, page_of(published))
    assert unnamed in page
    assert f'href="/dinh-chinh/{note.year}/{note.number}/"' in page
    for hidden in (by.number, by.title):
        assert hidden not in page
    assert "Tải văn bản" in page
    other = publish_document(people.leader, by)
    page = text(client, page_of(published))
    assert f'{said}</strong> <a href="{page_of(other)}">{by.title}</a>' in page
    assert f'{back} <a href="{page_of(published)}">{old.title}</a>' in text(client, page_of(other))
    assert f'href="{page_of(other)}"' in text(client, f"/dinh-chinh/{note.year}/{note.number}/")


def test_number_and_day_of_what_is_not_public_stand_there_when_a_person_said_so(people, client):
    old = make_document(people)
    published = publish_document(people.leader, old)
    _note, by = told_note(people, old, names_document=True)
    page = text(client, page_of(published))
    assert f"Công văn số {by.number}" in page
    assert by.subject not in page


def test_before_the_note_is_out_nothing_is_told_of_what_is_not_public(people, client):
    old = make_document(people)
    published = publish_document(people.leader, old)
    note = make_document_note(people, old, names_document=True)
    make_issued(people, note)
    page = text(client, page_of(published))
    assert "Được đính chính" not in page
    assert "correction" not in page.split("<main")[1]


def test_a_document_that_is_not_public_any_more_is_led_to_no_more(people, client):
    old = make_document(people)
    publish_document(people.leader, old)
    note, by = told_note(people, old)
    other = publish_document(people.leader, by)
    withdraw_document(people.leader, PublicDocument.objects.get(document=old), reason="Sắp xếp lại.")
    assert old.title not in text(client, page_of(other))
    said = text(client, f"/dinh-chinh/{note.year}/{note.number}/")
    assert "Đọc văn bản đã ban hành" not in said
    assert old.subject in said


def test_the_staff_pages_work_end_to_end(people):
    writer, leader = sign_in(Client(), people.member), sign_in(Client(), people.leader)
    make_column(people)
    page = writer.get("/noi-bo/cong-thong-tin/viet/article/")
    labels = re.findall(r"<label[^>]*>(Nội dung|Tóm tắt)( <span)?", page.text)
    assert labels == [("Tóm tắt", " <span"), ("Nội dung", "")], "an article without its text is refused later"
    column = page.context["form"].fields["parent"].queryset.get()
    answer = writer.post(
        "/noi-bo/cong-thong-tin/viet/article/",
        {"parent": column.pk, "title": TITLE, "body": "<p>Chữ</p>", "day": "2026-03-05", "file": photo()},
    )
    assert "mô tả ảnh" in answer.content.decode()
    assert TITLE in answer.content.decode()
    answer = writer.post(
        "/noi-bo/cong-thong-tin/viet/article/",
        {
            "parent": column.pk, "title": TITLE, "body": "<p>Chữ</p>", "day": "2026-03-05", "file": photo(),
            "alt": "Ảnh", "credit": "Nguồn",
        },
        follow=True,
    )  # fmt: skip
    standing = answer.context["standing"]
    assert writer.get(f"/noi-bo/cong-thong-tin/{standing.pk}/xem-truoc/").status_code == 200
    answer = writer.post(
        f"/noi-bo/cong-thong-tin/{standing.pk}/sua/",
        {"seen": standing.written_id, "title": TITLE, "body": "<p>Chữ sửa</p>", "day": "2026-03-05"},
        follow=True,
    )
    assert "Chữ sửa" in answer.content.decode()
    writer.post(f"/noi-bo/cong-thong-tin/{standing.pk}/buoc/trinh/")
    standing.refresh_from_db()
    answer = leader.post(
        f"/noi-bo/cong-thong-tin/{standing.pk}/buoc/duyet/", {"seen": standing.written_id}, follow=True
    )
    assert "Đã duyệt cho đăng" in answer.content.decode()
    assert leader.get("/noi-bo/cong-thong-tin/9999/buoc/duyet/").status_code == 405


@pytest.mark.parametrize("number", ["999999999999999999999999999999", "9223372036854775808"])
@pytest.mark.parametrize(
    "address",
    ["/lich/{}.ics", "/anh/{}/", "/nghe/{}.mp3", "/van-ban-cong-khai/{}/", "/su-kien/{}/", "/dinh-chinh/2026/{}/"],
)
def test_a_number_that_no_database_knows_names_nothing(people, client, address, number):
    assert client.get(address.format(number)).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/su-kien/dang-ky/%00/", "/phan-anh/danh-gia/a%00b/", "/hoc/kiem-tra/%00/", "/nhan-tin/xac-nhan/%00/",
        "/tim/?q=a%00b", "/dinh-chinh/?q=%00", "/thu-tuc/?q=%00", "/phan-anh/theo-doi/?ma=%00",
    ],
)  # fmt: skip
def test_a_nul_in_an_address_names_nothing(people, client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "asked", ["0", "portal_search", "a b", "//evil.example/", "https://evil.example", "/\\evil.example", "../x", ""]
)
def test_the_choice_of_a_language_leads_back_to_our_own_pages_only(people, client, asked):
    answer = client.get("/ngon-ngu/en/", {"next": asked})
    assert (answer.status_code, answer.url) == (302, "/")
    assert client.get("/ngon-ngu/en/", {"next": "/tim/?q=a"}).url == "/tim/?q=a"


def test_the_sitemap_names_documents_and_how_to_reach_the_office(issued, people, client):
    published = publish_document(people.leader, issued)
    said = text(client, "/sitemap.xml")
    for path in ("/van-ban-cong-khai/", "/lien-he/", published.get_absolute_url()):
        assert f"{path}</loc>" in said, path


def test_search_engines_read_a_document_with_its_file(issued, people, client):
    published = publish_document(people.leader, issued)
    page = text(client, published.get_absolute_url())
    said = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page).group(1))
    assert (said["@type"], said["identifier"], said["description"]) == (
        "DigitalDocument", issued.number, issued.subject,
    )  # fmt: skip
    assert said["encoding"]["contentUrl"].endswith(f"/tai-ve/{published.pk}/{published.file_name}")
    assert f'"description" content="{issued.subject}"' in page
    assert '"og:locale" content="vi_VN"' in page
