"""Outlets: their pages, their secrets, the access that ends, and an operator's trial."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from lienthong.channels.core.accounts import account_of, keep_secrets
from lienthong.channels.core.contract import PassingError, PermanentError
from lienthong.channels.core.models import Outlet
from lienthong.channels.core.sealing import Unreadable, opened, seal
from lienthong.channels.core.tasks import ask_to_renew_access
from lienthong.channels.core.tests.factories import make_outlet, order, send_all
from lienthong.channels.core.tests.scripted import GONE, OUT
from lienthong.inbox.service import WorkItem
from lienthong.organisations.tests.factories import sign_in


@pytest.fixture
def outlet(people, scripted):
    scripted("idempotent")
    return make_outlet(people, "scripted", secrets={"token": "một"}, on=False)


@pytest.fixture
def page(client, people):
    def of(actor, view, /, *arguments, **posted):
        sign_in(client, actor)
        url = reverse(f"channels:{view}", args=arguments)
        return client.post(url, posted, follow=True) if posted else client.get(url)

    return of


def test_keys_turn_over(outlet, settings):
    settings.LIENTHONG_CHANNEL_KEYS = ["khóa cũ"]
    old = seal({"token": "một"})
    settings.LIENTHONG_CHANNEL_KEYS = ["khóa mới", "khóa cũ"]
    assert opened(old) == {"token": "một"}
    Outlet.objects.update(sealed=old)
    call_command("outlets", "reseal")
    settings.LIENTHONG_CHANNEL_KEYS = ["khóa mới"]
    assert opened(Outlet.objects.get().sealed) == {"token": "một"}
    with pytest.raises(Unreadable):
        opened(old)
    with pytest.raises(PermanentError, match="nhập lại"):
        account_of(Outlet(sealed=old))


def test_access_that_ends_is_asked_for_once_until_it_is_renewed(people, outlet):
    Outlet.objects.update(secrets_expire_at=timezone.now() + timedelta(days=30))
    assert ask_to_renew_access() == 0
    Outlet.objects.update(secrets_expire_at=timezone.now() + timedelta(days=10))
    for _morning in range(2):
        assert ask_to_renew_access() == 1
    item = WorkItem.objects.open().get()
    assert (item.position, item.due) == (people.administrator.position, timezone.localdate() + timedelta(days=10))
    outlet.refresh_from_db()
    keep_secrets(outlet, {"token": "hai"}, None)
    assert not WorkItem.objects.open().exists()
    assert ask_to_renew_access() == 0


def test_turning_secrets_are_kept_at_once_and_exchanged_by_one_worker(outlet):
    first, second = account_of(outlet), account_of(Outlet.objects.get())
    with pytest.raises(ZeroDivisionError):
        first.renew(lambda _old: 1 / 0)
    first.renew(lambda old: ({"token": old["token"] + "+"}, None))
    assert opened(Outlet.objects.get().sealed) == first.secrets == {"token": "một+"}
    second.renew(lambda _old: pytest.fail("the old token is spent"))
    assert second.secrets == {"token": "một+"}
    third = account_of(Outlet.objects.get())
    Outlet.objects.update(renewing_until=timezone.now() + timedelta(minutes=1))
    with pytest.raises(PassingError):
        third.renew(lambda _old: pytest.fail("another worker is at it"))


def test_a_trial_is_recorded_with_who_and_what_was_answered(people, outlet, scripted, page, tmp_path):
    text = tmp_path / "tin.txt"
    text.write_text("Tin thử\nNội dung đã duyệt.", "utf-8")
    shown = page(people.leader, "outlet", outlet.pk)
    assert "Mọi thứ ở đây" not in shown.content.decode()
    assert "Chưa thử với dịch vụ thật." in shown.content.decode()
    names = {"by": people.administrator.user.username, "approved_by": people.leader.user.username}
    scripted("idempotent", OUT, OUT, GONE)
    call_command("outlets", "trial", str(outlet.pk), str(text), withdraw=True, **names)
    trial = outlet.trials.first()
    assert (trial.works, trial.by, trial.approved_by) == (
        True, str(people.administrator.position), str(people.leader.position)
    )  # fmt: skip
    assert "published" in trial.answer
    assert "Đã thử với dịch vụ thật" in page(people.leader, "outlet", outlet.pk).content.decode()
    scripted("idempotent", PermanentError("Sai khóa."))
    call_command("outlets", "trial", str(outlet.pk), str(text), **names)
    assert "Sai khóa." in page(people.leader, "outlet", outlet.pk).content.decode()


def test_nothing_is_tried_with_words_that_nobody_else_approved(people, outlet, tmp_path):
    text = tmp_path / "tin.txt"
    text.write_text("Tin thử\nNội dung.", "utf-8")
    leader, member = people.leader.user.username, people.member.user.username
    for by, approver in ((leader, leader), (leader, member), (leader, "khong.co")):
        with pytest.raises(CommandError):
            call_command("outlets", "trial", str(outlet.pk), str(text), by=by, approved_by=approver)
    with pytest.raises(CommandError, match="Không đọc được"):
        call_command("outlets", "trial", str(outlet.pk), str(tmp_path / "khong"), by=member, approved_by=leader)
    assert not outlet.trials.exists()


def test_an_administrator_adds_and_turns_on_an_outlet_on_its_pages(people, scripted, page):
    scripted("idempotent")
    answer = page(people.administrator, "new_outlet", "scripted", name="", body=people.culture.pk)
    assert "errorlist" in answer.content.decode() or 'class="error"' in answer.content.decode()
    page(people.administrator, "new_outlet", "scripted", name="Trang của xã", body=people.culture.pk)
    made = Outlet.objects.get()
    assert (made.name, made.body, made.dry_run) == ("Trang của xã", people.culture, True)
    page(people.administrator, "edit_outlet", made.pk, name="Trang mới", keeper=people.member.position.pk)
    page(people.administrator, "outlet_step", made.pk, "bat", ok="1")
    made.refresh_from_db()
    assert (made.name, made.keeper, made.dry_run) == ("Trang mới", people.member.position, False)


def test_what_is_not_known_is_listed_and_settled_on_its_page(people, scripted, page):
    scripted("ask", TimeoutError())
    delivery = order(people, make_outlet(people, "scripted"))
    send_all(delivery)
    assert delivery.title in page(people.leader, "outlets").content.decode()
    answer = page(people.leader, "settle", delivery.pk, answer="published", url="trang xã")
    assert "trang xã" in answer.content.decode()
    page(people.leader, "settle", delivery.pk, answer="published", url="https://kenh.example.vn/1")
    delivery.refresh_from_db()
    assert delivery.declared
    shown = page(people.leader, "outlets").content.decode()
    assert "Chưa rõ đã đăng hay chưa" not in shown
