"""The pages: every one opens, what was typed is never lost, and rights and lists agree."""

import pytest
from django.urls import reverse

from lienthong.channels.core.tests.factories import make_outlet
from lienthong.core import fetching
from lienthong.core.refusals import Refused
from lienthong.newsroom import tasks
from lienthong.newsroom.actions.note_passage import note_passage
from lienthong.newsroom.actions.open_column import open_column
from lienthong.newsroom.actions.plan_release import plan_release
from lienthong.newsroom.actions.write_version import write_version
from lienthong.newsroom.checks import all_checks
from lienthong.newsroom.models import LinkCheck, Product
from lienthong.newsroom.tasks import check_link
from lienthong.newsroom.tests.factories import (
    WORDS,
    make_approved,
    make_issue,
    make_picture,
    make_product,
    make_submitted,
    make_written,
    photo,
    soon,
)
from lienthong.newsroom.uploads import begin_upload
from lienthong.organisations.service import abilities_for
from lienthong.organisations.tests.factories import cast, sign_in


def test_every_page_opens(people, client):
    outlet = make_outlet(people, "paper")
    issue = make_issue(people)
    open_column(people.coordinator, issue.share, title="Chuyển đổi số", kind="news")
    first, second = make_approved(people, issue, outlets=[outlet]), make_submitted(people)
    write_version(people.member, make_written(people), seen=1, title="Bài", body=WORDS, files=[make_picture(people)])
    note_passage(people.leader, second.newest, quote="nhà văn hóa", text="Thôn nào?")
    plan_release(people.coordinator, title="Đợt 1", at=soon(), products=[first, second])
    sign_in(client, people.coordinator)
    for name, args in (
        ("products", []), ("begin", []), ("calendar", []), ("columns", []), ("releases", []), ("product", [first.pk]),
        ("product", [second.pk]), ("version", [first.pk, 1]), ("compare", [first.pk]),
        ("preview", [first.pk, outlet.pk]), ("write", [first.pk]), ("brief", [first.pk]),
    ):  # fmt: skip
        assert client.get(reverse(f"newsroom:{name}", args=args)).status_code == 200, name
    assert client.get(reverse("newsroom:begin"), {"ky": issue.pk}).status_code == 200
    shown = client.get(reverse("newsroom:product", args=[first.pk])).text
    assert reverse("newsroom:preview", args=[first.pk, outlet.pk]) in shown
    assert "Nơi này" not in client.get(reverse("newsroom:products"), {"trang-thai": "review"}).text


def test_writing_keeps_what_was_typed_after_a_newer_version(people, client):
    product = make_written(people)
    write_version(people.coordinator, product, seen=1, title="Bản của người khác", body=WORDS)
    sign_in(client, people.member)
    typed = {"seen": 1, "title": "Tiêu đề của tôi", "lead": "", "body": "<p>Chữ của tôi</p>", "rights": "own"}
    answer = client.post(reverse("newsroom:write", args=[product.pk]), typed)
    assert answer.status_code == 422
    assert "Tiêu đề của tôi" in answer.text
    assert "Chữ của tôi" in answer.text
    assert 'name="seen" value="2"' in answer.text


def test_a_picture_that_came_is_kept_when_the_text_is_refused(people, client):
    product = make_written(people)
    sign_in(client, people.member)
    typed = {
        "seen": 0,
        "title": "Bài",
        "body": WORDS,
        "file": photo(),
        "alt": "Ảnh",
        "credit": "Nguồn",
        "rights": "own",
    }
    refused = client.post(reverse("newsroom:write", args=[product.pk]), typed)
    assert 'name="kept" value="' in refused.text
    pk = refused.text.split('name="kept" value="')[1].split('"')[0]
    again = {"seen": 1, "title": "Bài", "body": WORDS, "kept": pk, "rights": "own"}
    client.post(reverse("newsroom:write", args=[product.pk]), again)
    product.refresh_from_db()
    assert [str(media.pk) for media in product.newest.files] == [pk]
    shown = client.get(reverse("newsroom:media", args=[pk]))
    assert shown["Content-Type"] == "image/webp"


def test_text_without_marks_becomes_paragraphs(people, client):
    product = make_product(people, kind="bulletin")
    sign_in(client, people.member)
    typed = {"seen": 0, "title": "Bản tin", "body": "Kính thưa bà con.\n\nSáng mai <họp>.", "rights": "own"}
    client.post(reverse("newsroom:write", args=[product.pk]), typed)
    product.refresh_from_db()
    assert product.newest.body == "<p>Kính thưa bà con.</p><p>Sáng mai &lt;họp&gt;.</p>"
    assert "Sáng mai &lt;họp&gt;." in client.get(reverse("newsroom:write", args=[product.pk])).text


def test_a_bulletin_is_timed_and_its_words_are_read(people):
    long = "".join(f"<p>Bà con thôn {n} chú ý lịch phát thanh của xã trong tuần này.</p>" for n in range(400))
    product = make_written(people, kind="bulletin", body=f"<p>Gọi TTVHX.</p>{long}")
    said = [check.sentence for check in all_checks(product, product.newest) if check.place == "Lời đọc"]
    assert any("600 giây" in sentence for sentence in said)
    assert any("TTVHX" in sentence for sentence in said)


@pytest.mark.parametrize(("status", "blocking"), [(404, True), (500, False), (200, None)])
def test_links_are_looked_at_and_dead_ones_block(people, monkeypatch, status, blocking):
    monkeypatch.setattr(tasks, "fetch", lambda url, method="GET": fetching.Fetched(url, status, b""))
    product = make_written(people, body='<p><a href="https://xa.example.vn/a">Xem</a></p>')
    check_link.call(LinkCheck.objects.get().pk)
    found = [check.blocking for check in all_checks(product, product.newest) if check.place.startswith("https")]
    assert found == ([] if blocking is None else [blocking])
    write_version(people.member, product, seen=1, title=product.title, body=product.newest.body)
    assert LinkCheck.objects.get().alive is (True if status == 200 else None)


def test_a_link_into_the_inside_is_pointed_out(people, monkeypatch):
    def refuse(url, method="GET"):
        raise Refused("Đường liên kết này trỏ vào mạng nội bộ, không kiểm tra được.")

    monkeypatch.setattr(tasks, "fetch", refuse)
    product = make_written(people, body='<p><a href="http://10.0.0.1/">Xem</a></p>')
    check_link.call(LinkCheck.objects.get().pk)
    assert "mạng nội bộ" in " ".join(check.sentence for check in all_checks(product, product.newest))


def test_the_steps_by_their_words(people, client):
    product = make_submitted(people)
    address = reverse("newsroom:step", args=[product.pk, "duyet"])
    sign_in(client, people.leader)
    assert client.post(address, {"seen": "x"}, follow=True).text.count("đã đổi") == 1
    client.post(address, {"seen": 1})
    product.refresh_from_db()
    assert product.state == Product.State.APPROVED
    nothing = client.post(reverse("newsroom:schedule", args=[product.pk]), {}, follow=True)
    assert "ít nhất một điểm phát hành" in nothing.text


def test_abilities_agree_with_lists(people):
    other = cast()
    approved = make_approved(people, kind="talking")
    issue = make_issue(people)
    things = [
        approved, approved.newest, make_picture(people), begin_upload(people.member, name="a.mp4", size=10),
        open_column(people.coordinator, issue.share, title="Chuyên mục", kind="news"),
        plan_release(people.coordinator, title="Đợt", at=soon(), products=[approved, make_written(people)]),
    ]  # fmt: skip
    for group in (people, other):
        for name in ("clerk", "leader", "coordinator", "unit_head", "member", "other_head", "hamlet_head", "reader",
                     "supervisor", "administrator"):  # fmt: skip
            actor = getattr(group, name)
            for state in ("approved", "released"):
                Product.objects.filter(pk=approved.pk).update(state=state)
                approved.refresh_from_db()
                for thing in things:
                    listed = type(thing).objects.visible_to(actor).filter(pk=thing.pk).exists()
                    assert abilities_for(actor, thing).see == listed, (name, thing, state)
