"""From the brief to the approval: versions that never change, the last editor who never approves."""

import pytest

from lienthong.audit.service import history_of
from lienthong.channels.core.tests.factories import make_outlet
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import WorkItem
from lienthong.newsroom.actions.add_picture import add_picture
from lienthong.newsroom.actions.approve_product import approve_product
from lienthong.newsroom.actions.begin_product import begin_product
from lienthong.newsroom.actions.change_brief import change_brief
from lienthong.newsroom.actions.note_passage import note_passage
from lienthong.newsroom.actions.return_product import return_product
from lienthong.newsroom.actions.settle_note import settle_note
from lienthong.newsroom.actions.submit_product import submit_product
from lienthong.newsroom.actions.take_back_product import take_back_product
from lienthong.newsroom.actions.write_version import write_version
from lienthong.newsroom.briefing import Brief, chosen_source
from lienthong.newsroom.checks import all_checks
from lienthong.newsroom.models import Product, Version
from lienthong.newsroom.tests.factories import (
    WORDS,
    make_approved,
    make_issue,
    make_picture,
    make_product,
    make_submitted,
    make_written,
    photo,
)
from lienthong.newsroom.words import differences, hash_now, lines_of
from lienthong.organisations.service import Actor, Role
from lienthong.organisations.tests.factories import PositionFactory, cast
from lienthong.plans.tests.factories import make_accepted, make_out_of_scope, make_plan, share_of
from lienthong.registry.service import grant_access
from lienthong.registry.tests.factories import read_document


def waiting(product, kind):
    subject = f"newsroom.product:{product.pk}"
    return WorkItem.objects.filter(subject=subject, kind=kind, closed_at=None)


def test_a_product_begins_with_the_sentence_that_ordered_it(people):
    document = read_document(people.clerk)
    grant_access(document, people.culture)
    issue = make_issue(people)
    assignment = issue.share.assignment
    assignment.source_document, assignment.source_start, assignment.source_end = document, 3, 20
    assignment.save()
    product = make_product(people, issue, due=issue.due)
    assert product.body == people.culture
    assert product.credits.get().occurrence == issue
    assert product.passages.get().document == document
    assert waiting(product, "do").get().position == people.member.position


def test_what_is_outside_the_tool_gets_no_product(people):
    outside = share_of(make_out_of_scope(people), people.culture)
    with pytest.raises(Refused, match="ngoài phạm vi"):
        begin_product(people.member, Brief("Bài", "article"), shares=[outside])


def test_only_the_unit_that_has_the_work_makes_it(people):
    issue = make_issue(people)
    with pytest.raises(NotAllowed):
        begin_product(people.other_head, Brief("Bài", "article"), occurrences=[issue])


@pytest.mark.parametrize(("title", "kind"), [(" ", "article"), ("Bài", "gossip")])
def test_a_brief_needs_name_and_kind(people, title, kind):
    with pytest.raises(Refused):
        begin_product(people.member, Brief(title, kind))


def test_each_change_is_a_version_and_no_change_is_none(people):
    product = make_written(people)
    first = product.newest
    again = write_version(people.member, product, seen=1, title=product.title, body=WORDS)
    assert again.newest == first
    changed = write_version(people.member, product, seen=1, title=product.title, body=WORDS + "<p>Thêm.</p>")
    assert (changed.newest.number, Version.objects.filter(product=product).count()) == (2, 2)
    with pytest.raises(Refused, match="bản mới"):
        write_version(people.coordinator, product, seen=1, title="Khác", body=WORDS)
    with pytest.raises(ValueError, match="never changes"):
        first.save()


def test_markup_is_cleaned_and_the_hash_covers_files(people):
    body = '<p onclick="x()">Chữ <script>alert(1)</script><strong>đậm</strong></p>'
    product = make_written(people, body=body)
    assert product.newest.body == "<p>Chữ <strong>đậm</strong></p>"
    files = [make_picture(people)]
    with_file = write_version(people.member, product, seen=1, title=product.title, body=body, files=files)
    assert with_file.newest.number == 2
    assert with_file.newest.sha256 == hash_now(with_file.newest) != product.newest.sha256


def test_pictures_are_drawn_anew_and_described(people):
    media = make_picture(people)
    with media.file.open("rb") as stored:
        data = stored.read()
    assert data[:4] == b"RIFF"
    assert "Máy ảnh".encode() not in data
    for missing in ({"alt": ""}, {"credit": " "}, {"rights": "stolen"}):
        with pytest.raises(Refused):
            add_picture(people.member, photo(), **{"alt": "Ảnh", "credit": "Nguồn", "rights": "own", **missing})


def test_submitting_asks_who_may_approve_and_never_the_last_editor(people):
    product = make_submitted(people)
    assert [item.position for item in waiting(product, "decide")] == [people.leader.position]
    second = PositionFactory(user=people.leader.user, body=people.culture, title="Bí thư chi bộ", role=Role.MEMBER)
    own = make_product(people)
    own = write_version(Actor(people.leader.user, second), own, seen=0, title="Bài", body=WORDS)
    own = submit_product(people.member, own)
    assert not waiting(own, "decide").exists()
    with pytest.raises(Refused, match="sửa sau cùng"):
        approve_product(people.leader, own, seen=1)


def test_an_approval_says_under_which_authority(people):
    product = make_submitted(people)
    with pytest.raises(NotAllowed):
        approve_product(people.coordinator, product, seen=1)
    people.unit_head.position.signing.create(body=people.office, form="TUQ.", mandate_number="12/GUQ-UBND")
    approved = approve_product(people.unit_head, product, seen=1)
    assert approved.authority == "TUQ. (12/GUQ-UBND)"
    assert approved.hash == approved.newest.sha256
    assert "TUQ. (12/GUQ-UBND)" in history_of(product).last().sentence


def test_another_version_than_the_one_read_is_not_approved(people):
    product = make_submitted(people)
    with pytest.raises(Refused, match="đã đổi"):
        approve_product(people.leader, product, seen=7)
    Version.objects.filter(product=product).update(body="<p>Chữ khác.</p>")
    with pytest.raises(Refused, match="không còn đúng"):
        approve_product(people.leader, product, seen=1)


def test_returned_mended_and_submitted_again(people):
    product = make_submitted(people)
    with pytest.raises(Refused, match="cần sửa gì"):
        return_product(people.leader, product, reason=" ")
    returned = return_product(people.leader, product, reason="Ghi rõ giờ.")
    assert returned.state == Product.State.RETURNED
    assert waiting(product, "returned").get().position == people.member.position
    mended = write_version(people.member, returned, seen=1, title=product.title, body=WORDS + "<p>Lúc 19 giờ.</p>")
    assert mended.state == Product.State.RETURNED
    again = submit_product(people.member, mended)
    assert (again.state, again.reason) == (Product.State.REVIEW, "")
    with pytest.raises(NotAllowed):
        take_back_product(people.leader, again)
    assert take_back_product(people.member, again).state == Product.State.DRAFT


def test_writing_after_the_approval_needs_a_new_one(people):
    product = make_approved(people)
    changed = write_version(people.member, product, seen=1, title=product.title, body=WORDS + "<p>Thêm.</p>")
    assert changed.state == Product.State.DRAFT
    assert changed.approved.number == 1


@pytest.mark.parametrize("kind", ["infographic", "video", "podcast"])
def test_kinds_that_need_a_file_do_not_go_on_without_it(people, kind):
    with pytest.raises(Refused, match="cần có"):
        submit_product(people.member, make_written(people, kind=kind))


def test_nothing_to_say_is_not_submitted(people):
    with pytest.raises(Refused, match="chưa có nội dung"):
        submit_product(people.member, make_product(people))
    with pytest.raises(Refused, match="Chưa có nội dung"):
        submit_product(people.member, make_written(people, body="<p> </p>"))


def test_limits_of_the_channels_it_is_meant_for(people):
    outlet = make_outlet(people, "paper")
    long = "<p>" + "Người dân mang theo căn cước. " * 20 + "</p>"
    product = make_written(people, body=long, outlets=[outlet])
    faults = [check for check in all_checks(product, product.newest) if check.blocking]
    assert [check.place for check in faults] == [outlet.name]
    with pytest.raises(Refused, match="300"):
        submit_product(people.member, product)
    short = {"paper": {"title": "", "text": "Mời bà con đến nhà văn hóa."}}
    product = write_version(people.member, product, seen=1, title=product.title, body=long, variants=short)
    assert product.newest.variants == {"paper": {"text": "Mời bà con đến nhà văn hóa."}}
    assert submit_product(people.member, product).state == Product.State.REVIEW


def test_notes_stand_on_words_of_the_version(people):
    product = make_submitted(people)
    with pytest.raises(Refused, match="Không thấy đoạn"):
        note_passage(people.leader, product.newest, quote="chữ không có", text="Sửa")
    note = note_passage(people.leader, product.newest, quote="nhà văn hóa", text="Thôn nào?")
    places = [check.place for check in all_checks(product, product.newest)]
    assert "Ghi chú" in places
    settle_note(people.member, note)
    assert "Ghi chú" not in [check.place for check in all_checks(product, product.newest)]
    with pytest.raises(NotAllowed):
        note_passage(people.supervisor, product.newest, quote="", text="Từ nơi khác")


def test_a_passage_is_taken_from_the_document_as_it_stands(people):
    document = read_document(people.clerk)
    source = chosen_source(document, "chuyển   đổi số")
    assert source.text.lower().split() == ["chuyển", "đổi", "số"]
    with pytest.raises(Refused, match="Không thấy đoạn"):
        chosen_source(document, "câu không có trong văn bản")
    product = make_product(people)
    change_brief(people.coordinator, product, Brief(product.title, "news"), sources=[source])
    assert product.passages.get().start == source.start


def test_work_of_two_units_is_not_one_product(people):
    plan = make_plan(people)
    ours = make_accepted(people, plan)
    people.member.position.committee_duties.create(committee=people.economy, duty="Ủy viên")
    theirs = share_of(ours.assignment, people.economy)
    with pytest.raises(Refused, match="cùng một đơn vị"):
        begin_product(people.member, Brief("Bài", "article"), shares=[ours, theirs])


def test_differences_word_by_word():
    lines = differences("Một hai ba\nGiữ nguyên", "Một bốn ba\nGiữ nguyên\nMới")
    assert [[(one.kind, one.text) for one in line] for line in lines] == [
        [("same", "Một"), ("removed", "hai"), ("added", "bốn"), ("same", "ba")],
        [("same", "Giữ nguyên")],
        [("added", "Mới")],
    ]


def test_lines_of_marked_text():
    assert lines_of("<h2>Lịch</h2><ul><li>Thôn 1: tối 16/3</li></ul><p>a<br>b &amp; c</p>") == [
        "Lịch", "- Thôn 1: tối 16/3", "a", "b & c",
    ]  # fmt: skip


def test_other_offices_see_nothing(people):
    product = make_submitted(people)
    other = cast()
    assert not Product.objects.visible_to(other.leader).exists()
    with pytest.raises(NotAllowed, match="cơ quan khác"):
        approve_product(other.leader, product, seen=1)
