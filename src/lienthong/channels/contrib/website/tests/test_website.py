"""Approved products on the portal, as a resident reads them: one page each, corrected and taken down in time."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lienthong.audit.service import history_of
from lienthong.channels.contrib.website.tests.factories import make_corrected, make_place, sent
from lienthong.channels.core.service import Delivery, Outlet, channel_of, faults_of, withdraw_delivery
from lienthong.channels.core.tests.factories import (
    attach,
    let_time_pass,
    make_message,
    make_outlet,
    make_picture,
    order,
    send_all,
)
from lienthong.core.keys import key_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.corrections.service import Correction
from lienthong.newsroom.service import Product, schedule_product, withdraw_product
from lienthong.newsroom.tests.factories import WORDS, make_approved, make_files, make_scheduled
from lienthong.organisations.tests.factories import cast, sign_in
from lienthong.portal.service import PageState, approve_page, write_page
from lienthong.portal.tests.factories import articles, make_column, make_portal, released, reopen, take_down

pytestmark = pytest.mark.django_db
S = Delivery.State
HOST = "minhhoa.example"
PATH = "chuyen-doi-so/huong-dan-nop-ho-so-truc-tuyen/"


@pytest.fixture
def folder(tmp_path, settings):
    settings.ALLOWED_HOSTS = [HOST, "testserver"]
    settings.LIENTHONG_PUBLIC = tmp_path / "public"
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings.LIENTHONG_PUBLIC / HOST


@pytest.fixture
def people(folder):
    return cast()


@pytest.fixture
def portal(people):
    return make_portal(people)


@pytest.fixture
def column(people, portal):
    return make_column(people)


@pytest.fixture
def place(people, column):
    return make_place(people, column)


def read(path: str) -> str:
    answer = Client(headers={"host": HOST}).get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_approved_product_is_an_article_everywhere_on_the_portal(
    people, place, folder, django_capture_on_commit_callbacks
):
    product = make_scheduled(people, outlets=[place], lead="Mỗi thôn một buổi.", files=make_files(people))
    with django_capture_on_commit_callbacks(execute=True):
        (delivery,) = sent(product)
    assert (delivery.state, delivery.url) == (S.DELIVERED, f"http://{HOST}/{PATH}")
    assert product.state == Product.State.RELEASED
    text = read(f"/{PATH}")
    assert WORDS in text
    for said in ("Mỗi thôn một buổi.", 'alt="Bà con quanh bàn máy"', "Ảnh: Phòng VH-XH", "(Tác giả đồng ý cho dùng)",
                 "Bản tin đọc", "Nguồn: Đài xã", '"@type": "NewsArticle"', 'property="og:type" content="article"',
                 'property="og:image"', "<video"):  # fmt: skip
        assert said in text, said
    for listing in ("/", "/chuyen-doi-so/", "/sitemap.xml", "/tim/?q=nha+van+hoa"):
        assert PATH in read(listing), listing
    # The same is on disk for nginx: the page, what lists it, its picture and its sound.
    for file in (PATH, "", "chuyen-doi-so/"):
        assert "huong-dan-nop-ho-so-truc-tuyen" in (folder / file / "index.html").read_text()
    sound = re.search(r'<audio[^>]* src="/(tep-bai/\d+/nghe\.mp3)"', text)
    assert (folder / sound[1]).read_bytes() == b"ID3" + bytes(2000)
    picture = re.search(r'src="/(anh/\d+/vua/)"', text)
    assert (folder / picture[1] / "index.webp").exists()
    film = re.search(r'<video[^>]* src="(/tep-bai/\d+/xem\.mp4)"', text)
    assert b"".join(Client(headers={"host": HOST}).get(film[1]))[4:12] == b"ftypmp42"
    assert Client(headers={"host": HOST}).get(film[1].replace("xem", "khac")).status_code == 404


def test_the_page_keeps_who_approved_it(people, place):
    product = make_scheduled(people, outlets=[place])
    (delivery,) = sent(product)
    standing = released(delivery.reference)
    assert (standing.state, standing.approved_by) == (PageState.State.APPROVED, people.leader.position)
    assert (standing.last_editor, standing.approved_at) == (people.member.position, product.approved_at)
    assert (standing.origin, len(standing.hash)) == (key_of(product), 64)
    assert str(people.leader.position) in history_of(standing).last().sentence


@pytest.mark.parametrize(
    ("extra", "sentence"),
    [
        ({"approved_by": ""}, "không kèm tên người viết và người duyệt"),
        ({"approved_at": ""}, "không kèm tên người viết và người duyệt"),
        ({"written_by": "organisations.position:0"}, "không kèm tên người viết và người duyệt"),
        ({"written_by": "leader"}, "Người duyệt là người sửa sau cùng"),
        ({"approved_by": "other"}, "Tin do cơ quan khác"),
    ],
)
def test_without_two_named_people_of_the_office_nothing_goes_out(people, place, extra, sentence):
    named = {"leader": key_of(people.leader.position), "other": key_of(cast().leader.position)}
    said = {
        "approved_by": named["leader"], "written_by": key_of(people.member.position),
        "approved_at": timezone.now().isoformat(),
    }  # fmt: skip
    said |= {name: named.get(value, value) for name, value in extra.items()}
    delivery = order(people, place, make_message(extra=said))
    send_all(delivery)
    assert delivery.state == S.REFUSED
    assert sentence in delivery.note
    assert articles() == []


def test_a_killed_worker_leaves_one_page(people, place):
    (delivery,) = sent(make_scheduled(people, outlets=[place]))
    page = released(delivery.reference).page.specific
    Delivery.objects.update(state=S.SENDING, job_state="waiting")
    let_time_pass(delivery)
    send_all(delivery)
    assert delivery.state == S.DELIVERED
    assert articles() == [page]
    assert page.revisions.count() == 1


def test_a_correction_replaces_the_words_under_the_same_address_and_says_so(
    people, place, folder, django_capture_on_commit_callbacks
):
    product = make_scheduled(people, outlets=[place], files=make_files(people))
    with django_capture_on_commit_callbacks(execute=True):
        sent(product)
    body = "<p>Từ ngày 06/3, lúc 19 giờ.</p>"
    product = make_corrected(people, product, place, body=body, note="Bài trước ghi ngày 05/3, đúng là ngày 06/3.")
    with django_capture_on_commit_callbacks(execute=True):
        old, new = sent(product)
    assert (new.state, new.url) == (S.DELIVERED, old.url)
    assert product.state == Product.State.CORRECTED
    text = (folder / PATH / "index.html").read_text()
    assert text == read(f"/{PATH}")
    assert body in text
    assert "ngày 05/3, mỗi thôn" not in text
    assert f"Đính chính ngày {timezone.localdate():%d/%m/%Y}:" in text
    assert "Bài trước ghi ngày 05/3, đúng là ngày 06/3." in text
    note = Correction.objects.get()
    assert f'href="/dinh-chinh/{note.year}/1/"' in text
    written = (folder / f"dinh-chinh/{note.year}/1/index.html").read_text()
    assert f'href="/{PATH}"' in written
    assert "Từ ngày 05/3" in written
    assert "<audio" not in text
    assert not list((folder / "tep-bai").rglob("*.mp3"))
    assert len(articles()) == 1
    # What says an older version never comes back, and withdrawing it takes nothing down.
    channel = channel_of(place)
    assert channel.check(old.reference).state == "gone"
    assert channel.check(new.reference).state == "published"
    withdraw_delivery(people.leader, old, reason="Sai giờ")
    send_all(old)
    assert old.state == S.WITHDRAWN
    assert body in read(f"/{PATH}")


def test_an_older_version_that_comes_late_is_refused(people, place):
    product = make_scheduled(people, outlets=[place])
    (old,) = sent(product)
    sent(make_corrected(people, product, place, body="<p>Đúng.</p>", note="Bài trước sai."))
    Delivery.objects.filter(pk=old.pk).update(state=S.SENDING, job_state="waiting")
    let_time_pass(old)
    send_all(old)
    assert (old.state, old.note) == (S.REFUSED, "Trang đã có bản mới hơn nên bản cũ không đăng lại.")
    assert "<p>Đúng.</p>" in read(f"/{PATH}")


def test_what_is_withdrawn_is_gone_from_site_search_and_disk(people, place, folder, django_capture_on_commit_callbacks):
    product = make_scheduled(people, outlets=[place], files=make_files(people))
    with django_capture_on_commit_callbacks(execute=True):
        (delivery,) = sent(product)
    sound = re.search(r'src="(/tep-bai/\d+/nghe\.mp3)"', read(f"/{PATH}"))[1]
    withdraw_product(people.leader, product, reason="Sai nội dung")
    with django_capture_on_commit_callbacks(execute=True):
        send_all(delivery)
    assert delivery.state == S.WITHDRAWN
    assert channel_of(place).check(delivery.reference).state == "gone"
    client = Client(headers={"host": HOST})
    assert client.get(f"/{PATH}").status_code == client.get(sound).status_code == 404
    assert not (folder / PATH / "index.html").exists()
    assert not (folder / sound[1:]).exists()
    assert PATH not in read("/tim/?q=nha+van+hoa")
    assert released(delivery.reference).state == PageState.State.TAKEN_DOWN


def test_the_channels_own_words_go_out_where_there_are_some(people, place):
    variants = {"website": {"title": "Tiêu đề cho cổng", "text": "Dòng một & hai.\nDòng ba."}}
    (delivery,) = sent(make_scheduled(people, outlets=[place], variants=variants))
    page = released(delivery.reference).page.specific
    assert (page.title, page.body) == ("Tiêu đề cho cổng", "<p>Dòng một &amp; hai.</p><p>Dòng ba.</p>")


def test_what_the_newsroom_let_out_is_not_edited_on_the_portal(people, place, client):
    product = make_scheduled(people, outlets=[place])
    standing = released(sent(product)[0].reference)
    for act in (
        lambda: write_page(people.member, standing, seen=standing.written_id, title="Khác"),
        lambda: take_down(people, standing),
    ):
        with pytest.raises(NotAllowed, match="Hãy sửa, đính chính hoặc rút ở tòa soạn"):
            act()
    with pytest.raises(Refused, match="trạng thái khác"):
        approve_page(people.leader, standing, seen=standing.written_id)
    staff = sign_in(client, people.leader)
    shown = staff.get(reverse("portal:page", args=[standing.pk])).content.decode()
    assert "không sửa được ở đây" in shown
    assert reverse("newsroom:product", args=[product.pk]) in shown
    assert staff.get(reverse("portal:edit_page", args=[standing.pk])).status_code == 404


def test_where_no_portal_is_it_says_so(people):
    bare = make_outlet(people, "website", options={"column": 1})
    (delivery,) = sent(make_scheduled(people, outlets=[bare]))
    assert delivery.state == S.REFUSED
    assert delivery.note == "Cơ quan chưa có cổng thông tin. Hãy nhờ người quản trị mở cổng rồi gửi lại."


def test_a_column_that_is_gone_is_said_for_good(people, column):
    gone = make_outlet(people, "website", options={"column": 999_999})
    (delivery,) = sent(make_scheduled(people, outlets=[gone]))
    assert delivery.state == S.REFUSED
    assert "Chuyên mục đã chọn không còn trên cổng." in delivery.note


def test_a_column_of_another_office_is_none(people, place):
    others = cast()
    make_portal(others, hostname="khac.example")
    there = make_outlet(people, "website", name="Khác", options={"column": make_column(others).page.pk})
    (delivery,) = sent(make_scheduled(people, outlets=[there]))
    assert delivery.state == S.REFUSED


def test_a_closed_column_or_portal_waits_until_it_opens(people, place, column, portal):
    take_down(people, column)
    (delivery,) = sent(make_scheduled(people, outlets=[place]))
    assert delivery.state == S.WAITING
    assert "Chuyên mục “Chuyển đổi số” đang gỡ khỏi cổng." in delivery.last_error
    first = PageState.objects.get(page=portal.site.root_page)
    take_down(people, first)
    let_time_pass(delivery)
    send_all(delivery)
    assert "Cổng thông tin đang đóng" in delivery.last_error
    for each in (first, column):
        reopen(people, each)
    let_time_pass(delivery)
    send_all(delivery)
    assert delivery.state == S.DELIVERED


def test_the_preview_is_the_page_itself(people, place, client):
    product = make_approved(people, lead="Mỗi thôn một buổi.", files=make_files(people))
    staff = sign_in(client, people.member)
    shown = staff.get(reverse("newsroom:preview", args=[product.pk, place.pk])).content.decode()
    page = unescape(re.search(r'<iframe[^>]* srcdoc="([^"]*)"', shown)[1])
    for said in (
        WORDS,
        "Mỗi thôn một buổi.",
        "data:image/webp;base64,",
        "Bản tin đọc",
        "portal/portal.css",
        "Chuyển đổi số",
    ):
        assert said in page, said
    assert "portal.js" not in page
    assert articles() == []


def test_a_preview_without_a_portal_says_what_is_missing(people, client):
    bare = make_outlet(people, "website", options={"column": 1})
    product = make_approved(people)
    staff = sign_in(client, people.member)
    shown = staff.get(reverse("newsroom:preview", args=[product.pk, bare.pk])).content.decode()
    assert "Cơ quan chưa có cổng thông tin." in shown


def test_the_administrator_chooses_among_the_columns_of_his_office(people, column, client):
    others = cast()
    make_portal(others, hostname="khac.example")
    theirs = make_column(others, "Chuyên mục nơi khác")
    staff = sign_in(client, people.administrator)
    address = reverse("channels:new_outlet", args=["website"])
    shown = staff.get(address).content.decode()
    assert "Chuyển đổi số" in shown
    assert "Chuyên mục nơi khác" not in shown
    said = {"name": "Cổng của xã", "body": people.office.pk}
    assert staff.post(address, said | {"options-column": theirs.page.pk}).status_code == 200
    assert staff.post(address, said | {"options-column": column.page.pk}).status_code == 302
    assert Outlet.objects.get(channel="website").options == {"column": column.page.pk}


def test_without_a_column_the_form_says_what_to_do(people, client):
    shown = sign_in(client, people.administrator).get(reverse("channels:new_outlet", args=["website"]))
    assert "Cơ quan chưa có chuyên mục nào đang đăng." in shown.content.decode()


def test_files_that_a_page_cannot_show_are_refused_before(people, place):
    assert faults_of(place, make_message(files=(attach("a.gif", b"GIF89a", "image/gif"),)))
    assert not faults_of(place, make_message(files=(make_picture(),)))


def test_a_file_that_is_gone_is_said(people, place):
    product = make_scheduled(people, outlets=[place], files=[make_files(people)[0]])
    default_storage.delete(product.approved.files[0].file.name)
    (delivery,) = sent(product)
    assert delivery.state == S.REFUSED
    assert "Không còn tệp" in delivery.note
    assert articles() == []


def test_a_page_goes_out_at_its_time(people, place):
    product = schedule_product(
        people.member, make_approved(people), outlets=[place], due_at=timezone.now() + timedelta(hours=2)
    )
    (delivery,) = sent(product)
    assert articles() == []
    let_time_pass(delivery)
    send_all(delivery)
    assert released(delivery.reference).page.live
