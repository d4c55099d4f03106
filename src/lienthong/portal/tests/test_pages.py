"""From a writer to the public: nothing goes out that a named person other than its last editor did not approve."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from lienthong import portal
from lienthong.audit.service import history_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import WorkItem
from lienthong.organisations.service import Actor, Role
from lienthong.organisations.tests.factories import PositionFactory, cast, sign_in
from lienthong.portal.actions.approve_page import approve_page
from lienthong.portal.actions.begin_page import begin_page
from lienthong.portal.actions.return_page import return_page
from lienthong.portal.actions.submit_page import submit_page
from lienthong.portal.actions.take_down_page import take_down_page
from lienthong.portal.actions.withdraw_page import withdraw_page
from lienthong.portal.actions.write_page import write_page
from lienthong.portal.jobs import publish_scheduled
from lienthong.portal.models import PageState
from lienthong.portal.tests.factories import TITLE, let_out, make_article, make_column, make_portal
from lienthong.portal.workflow import PAGE

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    found = cast()
    make_portal(found)
    return found


@pytest.fixture
def column(people):
    return make_column(people)


def read(client: Client, standing: PageState):
    standing.page.refresh_from_db()
    return client.get(standing.page.url)


def test_a_page_is_public_only_after_another_person_approved_it(people, column, client):
    article = make_article(people, column)
    assert read(client, article).status_code == 404
    submit_page(people.member, article)
    assert read(client, article).status_code == 404
    item = WorkItem.objects.open().for_actor(people.leader).get(kind="decide")
    assert item.title == f"Duyệt đăng: {TITLE}"
    approve_page(people.leader, article, seen=article.written_id)
    answer = read(client, article)
    assert answer.status_code == 200
    assert "mỗi thôn có một buổi hướng dẫn" in answer.content.decode()
    article.refresh_from_db()
    assert article.approved_by == people.leader.position
    assert len(article.hash) == 64
    assert not WorkItem.objects.open().filter(subject=f"portal.pagestate:{article.pk}").exists()
    assert "duyệt cho đăng" in history_of(article).last().sentence


def test_the_last_editor_never_approves_not_even_in_another_position(people, column):
    twice = Actor(
        people.coordinator.user, PositionFactory(user=people.coordinator.user, body=people.office, role=Role.LEADER)
    )
    article = begin_page(people.coordinator, kind="article", title=TITLE, parent=column.page, body="<p>Chữ</p>")
    submit_page(people.coordinator, article)
    for actor in (people.coordinator, twice):
        with pytest.raises(Refused, match="người sửa sau cùng"):
            approve_page(actor, article, seen=article.written_id)
    article.page.refresh_from_db()
    assert not article.page.live


@pytest.mark.parametrize("role", ["clerk", "unit_head", "reader", "supervisor", "hamlet_head", "administrator"])
def test_only_leader_and_coordinator_approve(people, column, role):
    article = make_article(people, column)
    submit_page(people.member, article)
    with pytest.raises(NotAllowed):
        approve_page(getattr(people, role), article, seen=article.written_id)


def test_what_was_read_is_what_goes_out(people, column, client):
    article = make_article(people, column)
    submit_page(people.member, article)
    seen = article.written_id
    withdraw_page(people.member, article)
    article.refresh_from_db()
    write_page(people.member, article, seen=seen, title=TITLE, body="<p>Chữ khác</p>")
    submit_page(people.member, article)
    with pytest.raises(Refused, match="đã đổi"):
        approve_page(people.leader, article, seen=seen)
    assert read(client, article).status_code == 404


def test_the_public_reads_the_approved_version_while_a_new_one_is_written(people, column, client):
    article = let_out(people.member, people.leader, make_article(people, column))
    write_page(people.unit_head, article, seen=article.written_id, title="Tiêu đề mới", body="<p>Bản mới</p>")
    answer = read(client, article).content.decode()
    assert TITLE in answer
    assert "Bản mới" not in answer
    article.refresh_from_db()
    let_out(people.unit_head, people.coordinator, article)
    answer = read(client, article).content.decode()
    assert "Bản mới" in answer
    assert "Tiêu đề mới" in answer


def test_a_page_is_returned_with_a_reason_and_mended(people, column):
    article = make_article(people, column)
    submit_page(people.member, article)
    with pytest.raises(Refused, match="cần sửa gì"):
        return_page(people.leader, article, reason=" ")
    return_page(people.leader, article, reason="Ghi rõ địa điểm.")
    assert WorkItem.objects.open().for_actor(people.member).filter(kind="returned").exists()
    article.refresh_from_db()
    let_out(people.member, people.leader, write_page(people.member, article, seen=article.written_id, title=TITLE))


def test_two_writers_lose_nothing(people, column):
    article = make_article(people, column)
    seen = article.written_id
    write_page(people.unit_head, article, seen=seen, title="Một")
    with pytest.raises(Refused, match="người khác sửa"):
        write_page(people.member, article, seen=seen, title="Hai")


def test_markup_that_is_not_plain_is_taken_out(people, column):
    dirty = '<p onclick="x()">Chữ <script>alert(1)</script><a href="javascript:x">liên kết</a><img src=x></p>'
    article = make_article(people, column, body=dirty)
    assert article.page.get_latest_revision_as_object().body == ('<p>Chữ <a rel="noopener nofollow">liên kết</a></p>')


def test_an_empty_page_is_not_submitted(people, column):
    with pytest.raises(Refused, match="chưa có nội dung"):
        submit_page(people.member, make_article(people, column, body="<p> </p>"))


def test_a_page_under_one_that_is_not_public_waits(people):
    below = make_article(people, make_column(people, "Cải cách hành chính", public=False))
    submit_page(people.member, below)
    with pytest.raises(Refused, match="Hãy duyệt “Cải cách hành chính” trước"):
        approve_page(people.leader, below, seen=below.written_id)


def test_a_page_goes_out_and_leaves_at_its_time(people, column, client, monkeypatch):
    now = timezone.now()
    times = {"go_live_at": now + timedelta(hours=1), "expire_at": now + timedelta(days=1)}
    article = let_out(people.member, people.leader, make_article(people, column, **times))
    publish_scheduled()
    assert read(client, article).status_code == 404
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(hours=2))
    publish_scheduled()
    assert read(client, article).status_code == 200
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(days=2))
    publish_scheduled()
    assert read(client, article).status_code == 404


def test_a_page_is_taken_down_with_a_reason_also_before_its_time(people, column, client, monkeypatch):
    article = let_out(people.member, people.leader, make_article(people, column))
    with pytest.raises(Refused, match="lý do gỡ"):
        take_down_page(people.leader, article, reason="")
    take_down_page(people.leader, article, reason="Nhầm ngày.")
    assert read(client, article).status_code == 404
    other = let_out(people.member, people.leader, make_article(people, column, title="Bài khác"))
    with pytest.raises(Refused, match="Hãy gỡ các trang đó trước"):
        take_down_page(people.leader, column, reason="Thôi")
    later = make_article(people, column, title="Bài hẹn giờ", go_live_at=timezone.now() + timedelta(hours=1))
    later = let_out(people.member, people.leader, later)
    take_down_page(people.leader, later, reason="Hoãn.")
    soon = timezone.now() + timedelta(hours=2)
    monkeypatch.setattr(timezone, "now", lambda: soon)
    publish_scheduled()
    assert read(client, later).status_code == 404
    assert read(client, other).status_code == 200


def test_no_other_office_meets_a_page(people, column):
    """An editor of commune A never meets a page or name of commune B."""
    article = make_article(people, column)
    others = cast()
    make_portal(others, hostname="khac.example")
    for role in ("clerk", "leader", "coordinator", "unit_head", "member", "administrator", "supervisor"):
        actor = getattr(others, role)
        assert not PageState.objects.visible_to(actor).filter(pk=article.pk).exists()
        client = sign_in(Client(), actor)
        for url in ("", "sua/", "xem-truoc/"):
            assert client.get(f"/noi-bo/cong-thong-tin/{article.pk}/{url}").status_code == 404
        assert TITLE not in client.get("/noi-bo/cong-thong-tin/").content.decode()
    with pytest.raises(NotAllowed):
        begin_page(others.member, kind="article", title="Bài", parent=column.page)
    with pytest.raises(NotAllowed):
        write_page(others.member, article, seen=article.written_id, title="Bài")


def test_every_move_of_a_page_has_a_reason():
    assert all(edge.reason for edge in PAGE.edges)


#: Words become public through ``approve_page`` and the schedule of what it approved, or through ``publish_release``,
#: which asks for the approval given in another room; the tests of the channel that calls it show what it refuses.
MAY_PUBLISH = ["approve_page.py", "publish_release.py"]


def code_with(words: str, below: Path) -> list[str]:
    return sorted(
        path.name
        for path in below.rglob("*.py")
        if words in path.read_text("utf-8") and not {"tests", "migrations"} & set(path.parts)
    )


def test_publish_stands_in_two_acts_only():
    house = Path(portal.__file__).parent
    assert code_with(".publish(", house) == MAY_PUBLISH
    # And nowhere else in the house do pages become public by another word of Wagtail's, or by hand.
    everywhere = house.parent
    assert code_with("PublishRevisionAction", everywhere) == code_with("live=True)\n    above", everywhere) == []
    assert code_with(".live = ", everywhere) == []


def test_what_another_room_approved_comes_from_one_caller():
    """``publish_release`` is called by the channel of the portal alone, with an approved message."""
    everywhere = Path(portal.__file__).parents[1]
    assert code_with("publish_release(", everywhere) == ["channel.py", "publish_release.py"]
