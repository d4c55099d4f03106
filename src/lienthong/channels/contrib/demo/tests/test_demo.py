"""The demonstration's channel against its twin, a process of its own: what goes out is counted in the twin's ledger."""

import json
import subprocess
import sys
from datetime import timedelta

import pytest
from django.utils import timezone

from lienthong.channels.core.service import Delivery, Outlet, channel_of, preview_of, withdraw_delivery
from lienthong.channels.core.tests.factories import (
    let_time_pass,
    long_after,
    make_message,
    make_outlet,
    order,
    send_all,
)
from lienthong.organisations.tests.factories import cast

pytestmark = pytest.mark.django_db
S = Delivery.State


@pytest.fixture(scope="module")
def twin(tmp_path_factory):
    """Port and ledger of a twin that serves this module."""
    ledger = tmp_path_factory.mktemp("twin") / "ledger.jsonl"
    command = [sys.executable, "-m", "lienthong.channels.contrib.demo.twin", str(ledger)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield int(process.stdout.readline()), ledger
        process.terminate()


@pytest.fixture
def outlet(twin):
    """``outlet(code, behaviour)`` is one of the twin's; what it waits for an answer is short."""
    people, (port, _ledger) = cast(), twin

    def make(code, behaviour):
        options = {"port": port, "behaviour": behaviour, "wait": 0.3}
        return people, make_outlet(people, code, options=options)

    return make


def made(twin, delivery):
    """How many times the twin was made to make the item of ``delivery``."""
    lines = [json.loads(line) for line in twin[1].read_text("utf-8").splitlines()]
    return sum(line["reference"] == delivery.reference for line in lines)


def items(twin, delivery):
    """The items of ``delivery`` that somebody looking at the service sees."""
    found = channel_of(delivery.outlet)._client.recent()
    return sum(one["reference"] == delivery.reference for one in found)


@pytest.mark.parametrize("code", ["demo", "demo-look-up", "demo-ask"])
@pytest.mark.parametrize(
    ("behaviour", "ends", "times"),
    [("takes", S.DELIVERED, 1), ("busy", S.WAITING, 0), ("refuses", S.REFUSED, 0), ("moderates", S.MODERATION, 1)],
)
def test_what_the_twin_answers_is_what_the_delivery_says(twin, outlet, code, behaviour, ends, times):
    delivery = order(*outlet(code, behaviour))
    send_all(delivery)
    assert (delivery.state, made(twin, delivery)) == (ends, times)


@pytest.mark.parametrize("behaviour", ["hangs", "drops"])
@pytest.mark.parametrize(
    ("code", "ends"), [("demo", S.DELIVERED), ("demo-look-up", S.DELIVERED), ("demo-ask", S.UNKNOWN)]
)
def test_an_answer_that_never_came_makes_no_second_item(twin, outlet, code, behaviour, ends):
    delivery = order(*outlet(code, behaviour))
    send_all(delivery)
    Outlet.objects.update(options=delivery.outlet.options | {"behaviour": "takes"})
    long_after(delivery)
    send_all(delivery)
    assert (delivery.state, items(twin, delivery)) == (ends, 1)


def test_moderation_ends_and_the_item_is_taken_back(twin, outlet):
    people, place = outlet("demo-look-up", "moderates")
    delivery = order(people, place)
    send_all(delivery)
    let_time_pass(delivery)
    send_all(delivery)
    assert delivery.state == S.DELIVERED
    withdraw_delivery(people.leader, delivery, reason="Sai giờ")
    send_all(delivery)
    assert (delivery.state, items(twin, delivery)) == (S.WITHDRAWN, 0)


def test_a_twin_that_is_not_there_is_a_passing_error(twin, outlet):
    people, place = outlet("demo-ask", "takes")
    Outlet.objects.update(options=place.options | {"port": 1})
    delivery = order(people, place)
    send_all(delivery)
    assert (delivery.state, delivery.last_error) == (S.WAITING, "PassingError: ConnectError")
    assert delivery.next_try_at - timezone.now() < timedelta(minutes=2)


def test_the_preview_is_drawn_here(outlet):
    _people, place = outlet("demo", "takes")
    preview = preview_of(place, make_message())
    assert preview.context["message"].title == "Hướng dẫn dùng dịch vụ công"
