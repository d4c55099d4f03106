"""A page that moves is found at its old address, and one that a person wrote leads on; never away from the site."""

import pytest

from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.tests.factories import cast, sign_in
from lienthong.portal.actions.add_old_address import add_old_address
from lienthong.portal.actions.drop_old_address import drop_old_address
from lienthong.portal.actions.move_page import move_page
from lienthong.portal.actions.take_down_page import take_down_page
from lienthong.portal.actions.write_page import write_page
from lienthong.portal.models import OldAddress, Portal
from lienthong.portal.tests.factories import let_out, make_article, make_column, make_portal

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    found = cast()
    make_portal(found)
    return found


@pytest.fixture
def column(people):
    return make_column(people)


@pytest.fixture
def article(people, column):
    return let_out(people.member, people.leader, make_article(people, column, title="Lịch"))


def renamed(people, standing, title):
    written = write_page(people.member, standing, seen=standing.written_id, title=title, body="<p>Chữ</p>")
    return let_out(people.member, people.leader, written)


def test_the_address_follows_the_approved_title_and_the_old_one_leads_there(people, article, client):
    renamed(people, article, "Lịch hướng dẫn")
    move_page(people.leader, article)
    assert "Lịch hướng dẫn" in client.get("/chuyen-doi-so/lich-huong-dan/").content.decode()
    answer = client.get("/chuyen-doi-so/lich/")
    assert (answer.status_code, answer.url) == (301, "/chuyen-doi-so/lich-huong-dan/")


def test_words_that_nobody_approved_never_come_into_an_address(people, article, client):
    write_page(people.member, article, seen=article.written_id, title="Chưa duyệt")
    with pytest.raises(Refused, match="đã đúng với tiêu đề"):
        move_page(people.leader, article)


def test_a_new_version_does_not_bring_the_old_address_back(people, article, client):
    moved = move_page(people.leader, renamed(people, article, "Lịch mới"))
    let_out(people.member, people.leader, write_page(people.member, moved, seen=moved.written_id, title="Lịch mới"))
    assert client.get("/chuyen-doi-so/lich-moi/").status_code == 200


def test_what_is_below_a_column_moves_with_it(people, column, article, client):
    written = write_page(people.coordinator, column, seen=column.written_id, title="Số hóa")
    move_page(people.leader, let_out(people.coordinator, people.leader, written))
    assert client.get("/chuyen-doi-so/").url == "/so-hoa/"
    assert client.get("/chuyen-doi-so/lich/").url == "/so-hoa/lich/"
    assert client.get("/so-hoa/lich/").status_code == 200


def test_an_article_moves_to_another_column_and_back(people, column, article, client):
    other = make_column(people, "Cải cách hành chính")
    move_page(people.leader, article, parent=other.page)
    assert client.get("/chuyen-doi-so/lich/").url == "/cai-cach-hanh-chinh/lich/"
    move_page(people.leader, article, parent=column.page)
    assert client.get("/chuyen-doi-so/lich/").status_code == 200
    assert client.get("/cai-cach-hanh-chinh/lich/").url == "/chuyen-doi-so/lich/"


def test_only_who_decides_moves_and_only_within_the_site(people, article):
    with pytest.raises(NotAllowed):
        move_page(people.member, article)
    others = cast()
    make_portal(others, hostname="khac.example")
    with pytest.raises(NotAllowed, match="cơ quan khác"):
        move_page(people.leader, article, parent=make_column(others, "Tin").page)
    with pytest.raises(NotAllowed):
        move_page(others.leader, article)
    hidden = make_column(people, "Chưa đăng", public=False)
    with pytest.raises(Refused, match="chuyên mục đang đăng"):
        move_page(people.leader, article, parent=hidden.page)


def test_an_old_address_of_a_page_that_was_taken_down_leads_nowhere(people, article, client):
    move_page(people.leader, renamed(people, article, "Lịch mới"))
    take_down_page(people.leader, article, reason="Hủy.")
    assert client.get("/chuyen-doi-so/lich/").status_code == 404


def test_a_written_address_leads_on_until_it_is_dropped(people, column, client):
    made = add_old_address(people.administrator, Portal.objects.get(), path="cds", to="/chuyen-doi-so")
    answer = client.get("/cds/")
    assert (answer.status_code, answer.url) == (302, "/chuyen-doi-so/")
    with pytest.raises(NotAllowed):
        drop_old_address(people.member, made)
    drop_old_address(people.leader, made)
    assert client.get("/cds/").status_code == 404


@pytest.mark.parametrize(
    ("path", "to", "sentence"),
    [
        ("/cds/", "https://evil.example/", "Không có trang đang đăng"),
        ("/cds/", "//evil.example/", "Không có trang đang đăng"),
        ("/cds/", "/khong-co/", "Không có trang đang đăng"),
        ("/chuyen-doi-so/", "/", "đang có trang"),
        ("/noi-bo/tin/", "/", "chỉ gồm chữ không dấu"),
        ("/tim/", "/", "chỉ gồm chữ không dấu"),
        ("/có dấu/", "/", "chỉ gồm chữ không dấu"),
        ("/", "/", "chỉ gồm chữ không dấu"),
    ],
)
def test_an_address_that_would_mislead_is_refused(people, column, path, to, sentence):
    with pytest.raises(Refused, match=sentence):
        add_old_address(people.leader, Portal.objects.get(), path=path, to=to)


def test_old_addresses_of_one_site_are_not_those_of_another(people, column, client, settings):
    settings.ALLOWED_HOSTS = ["testserver", "khac.example"]
    add_old_address(people.leader, Portal.objects.get(), path="/cds/", to="/chuyen-doi-so/")
    others = cast()
    portal = make_portal(others, hostname="khac.example")
    assert client.get("/cds/", headers={"host": "khac.example"}).status_code == 404
    assert not OldAddress.objects.visible_to(others.leader).exists()
    with pytest.raises(NotAllowed):
        add_old_address(people.leader, portal, path="/a/", to="/")


def test_the_staff_page_of_old_addresses(people, column, client):
    leader = sign_in(client, people.leader)
    said = leader.post("/noi-bo/cong-thong-tin/dia-chi/", {"path": "/cds/", "to": "/x/"}).content.decode()
    assert "Không có trang đang đăng" in said
    assert 'value="/cds/"' in said
    answer = leader.post("/noi-bo/cong-thong-tin/dia-chi/", {"path": "/cds/", "to": "/chuyen-doi-so/"}, follow=True)
    assert "Đã đặt địa chỉ dẫn." in answer.content.decode()
    answer = leader.post(f"/noi-bo/cong-thong-tin/dia-chi/{OldAddress.objects.get().pk}/bo/", follow=True)
    assert "Đã bỏ địa chỉ dẫn." in answer.content.decode()


def test_the_staff_page_of_a_page_moves_it(people, column, client):
    other = make_column(people, "Cải cách hành chính")
    article = let_out(people.member, people.leader, make_article(people, column, title="Lịch"))
    leader = sign_in(client, people.leader)
    assert "Đổi địa chỉ theo tiêu đề" in leader.get(f"/noi-bo/cong-thong-tin/{article.pk}/").content.decode()
    url = f"/noi-bo/cong-thong-tin/{article.pk}/buoc/doi-dia-chi/"
    answer = leader.post(url, {"parent": other.page.pk}, follow=True)
    assert "/cai-cach-hanh-chinh/lich/" in answer.content.decode()
