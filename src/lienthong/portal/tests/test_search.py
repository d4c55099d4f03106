"""Search on the public side: marks, slips, numbers, the place found, limits, and nothing that is not public."""

import pytest

from lienthong.core import public
from lienthong.core.public import Found, PublicSection, Searched
from lienthong.core.search import index
from lienthong.organisations.service import Body
from lienthong.organisations.tests.factories import cast
from lienthong.portal import finding
from lienthong.portal.actions.publish_document import publish_document
from lienthong.portal.actions.take_down_page import take_down_page
from lienthong.portal.actions.write_page import write_page
from lienthong.portal.tests.factories import TITLE, let_out, make_article, make_column, make_kind, make_portal
from lienthong.registry.service import Direction, register_outgoing
from lienthong.registry.tests.factories import plan_text, read_document

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    # Each test has its own rows under the same numbers.
    finding.vocabulary.cache_clear()
    found = cast()
    make_portal(found)
    return found


@pytest.fixture
def article(people):
    return let_out(people.member, people.leader, make_article(people, make_column(people)))


@pytest.fixture
def asks(client):
    def found(query, page=1):
        return client.get("/tim/", {"q": query, "trang": page}).content.decode()

    return found


@pytest.fixture
def plain(asks):
    """What is found, without the marks of the place."""

    def found(query):
        return asks(query).replace("<mark>", "").replace("</mark>", "")

    return found


@pytest.mark.parametrize("query", ["nhà văn hóa", "nha van hoa", "NHÀ VĂN HÓA", "văn hoá nhà"])
def test_with_and_without_marks(article, asks, query):
    said = asks(query)
    assert TITLE in said
    assert "<mark>nhà</mark> <mark>văn</mark> <mark>hóa.</mark>" in said
    assert "gần giống" not in said


@pytest.mark.parametrize("query", ["huong dân truc tuyếm", "hướg dẫn", "trực tuyne", "cogn nghe so"])
def test_with_typing_slips(article, asks, query):
    said = asks(query)
    assert "kết quả gần giống" in said
    assert "Không tìm thấy" not in said
    assert "<mark>" in said
    assert f'href="{article.page.url}"' in said


@pytest.mark.parametrize("query", ["nhà vn hóa", "nha va hoaa", "zq nha van hoa"])
def test_one_short_word_is_mended_or_left_out_when_nothing_else_is_found(article, asks, query):
    said = asks(query)
    assert "kết quả gần giống" in said
    assert f'href="{article.page.url}"' in said


@pytest.mark.parametrize(
    "query", ["zzz", "xkqw hoa", "99999", "zq hoa", "vn hoa", "nha zq van xk hoa", "nha xoi van hoa", "nha van zuphqx"]
)
def test_what_is_not_there_is_not_made_up(article, asks, query):
    assert "Không tìm thấy" in asks(query)


def test_by_number_and_marked(people, asks, plain):
    draft = read_document(people.clerk, plan_text("/KH-UBND", "Truyền thông của xã"), direction=Direction.OUTGOING)
    issued = register_outgoing(people.clerk, draft)
    assert issued.subject not in asks(issued.number)
    publish_document(people.leader, issued)
    for query in (issued.number, issued.number.replace("/", " ").lower(), "truyen thogn"):
        assert "<mark>" in asks(query)
        assert issued.number in plain(query)


def test_titles_come_first(people, article, plain):
    column = article.page.get_parent().standing
    let_out(people.member, people.leader, make_article(people, column, title="Nhà văn hóa mở cửa buổi tối"))
    said = plain("nha van hoa")
    assert said.index("Nhà văn hóa mở cửa") < said.index(TITLE)


def test_what_a_kind_says_of_its_own_is_found(people, article, plain):
    let_out(people.member, people.leader, make_kind(people, article.page.get_parent().standing, "guide"))
    assert "Đăng ký khai sinh" in plain("giay chung sinh")


def test_only_what_is_public_is_found_and_offered(people, article, asks):
    column = article.page.get_parent().standing
    make_article(people, column, title="Bí mật chưa duyệt", body="<p>Xylophon</p>")
    write_page(people.member, article, seen=article.written_id, title="Tên mới chưa duyệt")
    others = cast()
    make_portal(others, hostname="khac.example")
    let_out(others.member, others.leader, make_article(others, make_column(others, "Tin"), body="<p>Saxophon</p>"))
    for query in ("Xylophon", "Xylophom", "Saxophon", "Saxophom", "chua duyet"):
        assert "Không tìm thấy" in asks(query), query
    take_down_page(people.leader, article, reason="Sai.")
    for query in ("nhà văn hóa", "nhà văn hoá truc tuyne"):
        assert "Không tìm thấy" in asks(query), query


def test_long_and_strange_questions_are_answered(article, asks):
    for query in ("a" * 5000, "hướng " * 500, "\"'()*&|!:\\", "%", "   ", "\x00", "<script>alert(1)</script>", "’"):
        said = asks(query)
        assert "<script>alert" not in said
        assert "</html>" in said


def test_twenty_a_page_and_the_question_stays(people, article, asks):
    column = article.page.get_parent().standing
    for number in range(21):
        let_out(people.member, people.leader, make_article(people, column, title=f"Bài {number} về hướng dẫn"))
    first = asks("hướng dẫn")
    assert first.count("<li><h2>") == 20
    assert "?q=h%C6%B0%E1%BB%9Bng%20d%E1%BA%ABn&amp;trang=2" in first
    assert asks("hướng dẫn", 2).count("<li><h2>") == 2


def test_what_a_room_below_lets_be_found(people, article, plain, monkeypatch):
    searched = Searched(
        Body, "Đơn vị", public=lambda office: Body.objects.filter(pk=people.culture.pk),
        show=lambda body: Found(body.name, "/lien-he/", "Tiếp công dân thứ Hai"),
    )  # fmt: skip
    section = PublicSection("units", "Đơn vị", "portal_contact", pages=lambda office: [], searched=(searched,))
    monkeypatch.setattr(public, "_sections", {"units": section})
    index(people.culture, number="", words=f"{people.culture.name} tiếp công dân thứ Hai")
    index(people.office, number="", words="tiếp công dân nơi khác")
    public.changed(people.office.pk)
    for query in ("tiếp công dân", "tiep cogn dan"):
        said = plain(query)
        assert people.culture.name in said
        assert said.count("<li><h2>") == 1
