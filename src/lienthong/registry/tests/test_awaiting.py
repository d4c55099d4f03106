"""Orders that came before their documents."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lienthong.audit.service import history_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import WorkItem
from lienthong.organisations.service import abilities_for
from lienthong.organisations.tests.factories import cast, sign_in
from lienthong.registry.actions.attach_document import attach_document
from lienthong.registry.actions.decide_document import Instruction, decide_document
from lienthong.registry.actions.discard_draft import DraftReason, discard_draft
from lienthong.registry.actions.note_order import note_order
from lienthong.registry.actions.register_incoming import register_incoming
from lienthong.registry.awaiting import likely_documents, likely_orders
from lienthong.registry.models import Decision, DecisionPart, DocumentFile, OfficialDocument, Proposal
from lienthong.registry.tests.factories import (
    ORDER,
    document,
    read_document,
    read_files,
    received_document,
    registered_order,
)

#: What came in a chat: two lines, the second without a body.
TEXT = """\
Yêu cầu các xã lắp đặt ngay máy quét tại nơi tiếp nhận hồ sơ.
Mở chuyên mục chuyển đổi số trên đài truyền thanh xã.
"""

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return cast()


def told(actor, text=TEXT, **more):
    more = {"told_by": "Chủ tịch UBND tỉnh", "told_how": "message", "told_at": timezone.now()} | more
    order = note_order(actor, text=text, **more)
    read_files(order)
    return order


def waiting(thing, kind):
    return WorkItem.objects.open().filter(subject=f"registry.officialdocument:{thing.pk}", kind=kind)


def test_an_order_is_kept_read_and_marked_as_without_document(people):
    order = told(people.coordinator)
    assert order.title == "Chỉ đạo qua tin nhắn của Chủ tịch UBND tỉnh"
    assert (order.state, order.awaits_document, order.register_number) == ("told", True, None)
    assert order.subject == "Yêu cầu các xã lắp đặt ngay máy quét tại nơi tiếp nhận hồ sơ."
    assert order.files.get().text.strip() == TEXT.strip()
    assert "chỉ đạo chưa có văn bản" in history_of(order).first().sentence


def test_it_waits_on_the_desks_of_leader_clerk_and_coordinator(people):
    order = told(people.clerk)
    assert waiting(order, "decide").exists()
    reminder = waiting(order, "check").get()
    assert reminder.title.startswith("Chờ văn bản: Chỉ đạo qua tin nhắn")
    assert reminder.due > timezone.localdate()
    assert waiting(order, "review").exists()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"text": " \n"}, "text"),
        ({"text": "x" * 50_001}, "text"),
        ({"told_by": " "}, "told_by"),
        ({"told_by": "Chủ tịch 0912 345 678"}, "told_by"),
        ({"told_by": "https://zalo.me/g/abc"}, "told_by"),
        ({"told_how": "pigeon"}, "told_how"),
        ({"told_at": timezone.now() + timedelta(days=1)}, "told_at"),
    ],
)
def test_what_is_not_said_well_is_refused(people, change, field):
    with pytest.raises(Refused) as refused:
        told(people.clerk, **change)
    assert refused.value.field == field
    assert not OfficialDocument.objects.exists()


@pytest.mark.parametrize("role", ["member", "reader", "leader", "supervisor"])
def test_who_does_not_keep_the_register_or_coordinate_notes_no_order(people, role):
    with pytest.raises(NotAllowed):
        told(getattr(people, role))


def test_a_secret_text_is_not_kept(people):
    order = note_order(
        people.clerk, text=ORDER.replace("Số: 45", "MẬT\nSố: 45"), told_by="UBND tỉnh", told_how="other",
        told_at=timezone.now(),
    )  # fmt: skip
    read_files(order)
    assert not OfficialDocument.objects.filter(pk=order.pk).exists()


def test_it_is_decided_like_any_other_and_still_waits(people):
    order = told(people.clerk)
    given = Instruction(people.economy, DecisionPart.Part.LEAD)
    decide_document(people.leader, order, kind=Decision.Kind.HANDLE, instructions=[given])
    order.refresh_from_db()
    assert (order.state, order.awaits_document) == ("in_work", True)
    assert OfficialDocument.objects.awaiting_document().get() == order
    assert waiting(order, "check").exists()
    assert not abilities_for(people.clerk, order).register


def test_an_order_itself_gets_no_number(people):
    order = told(people.clerk)
    with pytest.raises(NotAllowed):
        register_incoming(people.clerk, order, arrived_on=timezone.localdate())


def test_when_the_document_comes_everything_decided_stays_with_it(people):
    order = told(people.clerk)
    given = Instruction(people.economy, DecisionPart.Part.LEAD)
    decide_document(people.leader, order, kind=Decision.Kind.HANDLE, instructions=[given])
    arrived = read_document(people.clerk, ORDER)
    order.refresh_from_db()
    joined = attach_document(people.clerk, order, arrived)
    assert not OfficialDocument.objects.filter(pk=arrived.pk).exists()
    assert (joined.number, joined.state) == ("45/KH-UBND", "in_work")
    assert [file.part for file in joined.files.all()] == [DocumentFile.Part.ANNEX, DocumentFile.Part.MAIN]
    assert abilities_for(people.clerk, joined).register
    registered = register_incoming(people.clerk, joined, arrived_on=timezone.localdate())
    assert (registered.title, registered.awaits_document, registered.state) == ("Kế hoạch 45/KH-UBND", False, "in_work")
    assert not waiting(registered, "check").exists()
    assert not waiting(registered, "decide").exists()
    assert registered.decisions.count() == 1
    assert registered.access.get().body == people.economy
    assert Proposal.objects.filter(file__document=registered, kind="task", state="proposed").count() == 5


def test_a_document_that_was_registered_before_gives_its_number(people):
    order = told(people.clerk)
    arrived = registered_order(people)
    number = arrived.register_number
    joined = attach_document(people.clerk, order, arrived)
    assert (joined.register_number, joined.state, joined.awaits_document) == (number, "with_leader", False)
    assert waiting(joined, "decide").count() == 1
    assert not OfficialDocument.objects.filter(pk=arrived.pk).exists()
    assert not WorkItem.objects.open().filter(subject=f"registry.officialdocument:{arrived.pk}").exists()
    assert "gắn văn bản của chỉ đạo" in history_of(joined).order_by("-at", "-pk").first().sentence


def test_a_document_that_the_leader_decided_on_is_not_taken(people):
    order, arrived = told(people.clerk), registered_order(people)
    decide_document(people.leader, arrived, kind=Decision.Kind.NOTE)
    with pytest.raises(Refused, match="đã cho ý kiến riêng"):
        attach_document(people.clerk, order, arrived)
    assert OfficialDocument.objects.filter(pk=arrived.pk).exists()


def test_what_does_not_fit_is_refused(people):
    order = told(people.clerk)
    for other in (order, told(people.clerk), document(cast().office), document(people.office, state="to_register")):
        with pytest.raises(Refused):
            attach_document(people.clerk, order, other)
    unread = received_document(people.clerk, ORDER)
    with pytest.raises(Refused, match="đang được đọc"):
        attach_document(people.clerk, order, unread)


def test_only_the_clerk_joins_them(people):
    with pytest.raises(NotAllowed):
        attach_document(people.coordinator, told(people.clerk), read_document(people.clerk, ORDER))


def test_an_order_joined_once_waits_no_more(people):
    order, arrived = told(people.clerk), registered_order(people)
    joined = attach_document(people.clerk, order, arrived)
    with pytest.raises(NotAllowed):
        attach_document(people.clerk, joined, read_document(people.clerk, ORDER.replace("45/", "46/")))


def test_the_likeliest_order_comes_first(people):
    other = told(people.clerk, "Các thôn dọn vệ sinh đường làng, thu gom rác thải trước Tết.")
    order = told(people.clerk)
    arrived = read_document(people.clerk, ORDER)
    found = likely_orders(people.clerk, arrived)
    assert [like.order for like in found] == [order, other]
    assert found[0].per_cent > 60 > 20 > found[1].per_cent
    assert likely_documents(people.clerk, order)[0].document == arrived


def test_an_order_that_names_the_number_comes_first(people):
    told(people.clerk)
    order = told(people.clerk, "Triển khai gấp Kế hoạch 45/KH-UBND của tỉnh.")
    found = likely_orders(people.clerk, read_document(people.clerk, ORDER))
    assert (found[0].order, found[0].named) == (order, True)


def test_an_order_noted_by_mistake_can_be_dropped_before_the_decision(people):
    order = told(people.clerk)
    discard_draft(people.clerk, order, reason=DraftReason.MISTAKE)
    assert not OfficialDocument.objects.exists()


def test_pages(people):
    clerk = sign_in(Client(), people.clerk)
    form = {
        "text": TEXT,
        "told_by": "Chủ tịch UBND tỉnh",
        "told_how": "phone",
        "told_on": "2020-01-02",
        "told_time": "08:30",
    }
    made = clerk.post(reverse("registry:note_order"), form)
    order = OfficialDocument.objects.get()
    assert made["Location"] == reverse("registry:document", args=[order.pk])
    read_files(order)
    listed = clerk.get(reverse("registry:awaiting")).content.decode()
    assert "Chỉ đạo qua điện thoại của Chủ tịch UBND tỉnh" in listed
    assert "02/01/2020 08:30" in listed or "08:30 02/01/2020" in listed
    arrived = read_document(people.clerk, ORDER)
    assert "Gắn vào chỉ đạo này" in clerk.get(reverse("registry:register", args=[arrived.pk])).content.decode()
    assert "Gắn văn bản này" in clerk.get(reverse("registry:document", args=[order.pk])).content.decode()
    joined = clerk.post(reverse("registry:attach", args=[order.pk]), {"document": arrived.pk})
    assert joined["Location"] == reverse("registry:register", args=[order.pk])
    assert "45/KH-UBND" in clerk.get(joined["Location"]).content.decode()


def test_a_form_that_is_not_right_says_so_and_keeps_the_text(people):
    clerk = sign_in(Client(), people.clerk)
    form = {"text": TEXT, "told_by": "0912345678", "told_how": "phone", "told_on": "2020-01-02", "told_time": "08:30"}
    html = clerk.post(reverse("registry:note_order"), form).content.decode()
    assert "không ghi số điện thoại" in html
    assert "máy quét" in html


def test_joining_with_nothing_asks_for_a_document(people):
    order = told(people.clerk)
    clerk = sign_in(Client(), people.clerk)
    answer = clerk.post(reverse("registry:attach", args=[order.pk]), {"document": "x"}, follow=True)
    assert "Hãy chọn văn bản đã nhận." in answer.content.decode()
