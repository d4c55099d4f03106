"""One contract for both brokers: our twin always, and Mosquitto where one answers on its own port."""

import secrets
import socket

import pytest

from lienthong.channels.contrib.loudspeaker.client import Broker
from lienthong.channels.contrib.loudspeaker.tests.broker import twin_broker
from lienthong.channels.core.service import PassingError, PermanentError


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.2)
        return probe.connect_ex(("127.0.0.1", port)) == 0


BROKERS = ["twin", *(["mosquitto"] if _answers(1883) else [])]


@pytest.fixture(params=BROKERS)
def broker(request):
    if request.param == "mosquitto":
        yield Broker("mqtt://127.0.0.1:1883")
        return
    with twin_broker() as address:
        yield Broker(address)


@pytest.fixture
def root(broker):
    """A place of its own on a broker that others may use; emptied afterwards."""
    name = f"lienthong-test/{secrets.token_hex(6)}"
    yield name
    kept = broker.retained(f"{name}/#", marker=f"{name}/x")
    broker.publish([(topic, b"") for topic in kept])


def test_what_is_published_is_kept_for_who_comes_later(broker, root):
    assert broker.publish([(f"{root}/a/lich", "Tiếng Việt".encode()), (f"{root}/b/lich", b"2")]) == 2
    found = broker.retained(f"{root}/+/lich", marker=f"{root}/may-chu")
    assert found == {f"{root}/a/lich": "Tiếng Việt".encode(), f"{root}/b/lich": b"2"}


def test_publishing_again_replaces_and_makes_no_second(broker, root):
    for words in (b"1", b"2", b"2"):
        broker.publish([(f"{root}/a/lich", words)])
    assert broker.retained(f"{root}/a/#", marker=f"{root}/may-chu") == {f"{root}/a/lich": b"2"}


def test_an_empty_message_takes_it_away(broker, root):
    broker.publish([(f"{root}/a/lich", b"1")])
    broker.publish([(f"{root}/a/lich", b"")])
    assert broker.retained(f"{root}/#", marker=f"{root}/may-chu") == {}


def test_other_levels_are_not_read(broker, root):
    broker.publish([(f"{root}/a/b/lich", b"deep"), (f"{root}/lich", b"high"), (f"{root}/a/lich", b"right")])
    assert set(broker.retained(f"{root}/+/lich", marker=f"{root}/may-chu")) == {f"{root}/a/lich"}


def test_thousands_are_all_read(broker, root):
    many = [(f"{root}/loa-{number}/{kind}", b"x" * 300) for number in range(1000) for kind in ("nhip", "nhan", "log")]
    assert broker.publish(many) == 3000
    assert len(broker.retained(f"{root}/+/+", marker=f"{root}/may-chu")) == 3000


def test_a_broker_that_is_not_there_is_a_passing_error():
    with pytest.raises(PassingError):
        Broker("mqtt://127.0.0.1:1", timeout=1).publish([("a", b"1")])


def test_a_wrong_password_is_a_permanent_error():
    with twin_broker("đúng") as address:
        assert Broker(address).publish([("a", b"1")]) == 1
        with pytest.raises(PermanentError):
            Broker(address.replace("đúng", "sai")).publish([("a", b"1")])


def test_an_address_that_is_none_is_refused():
    with pytest.raises(PermanentError):
        Broker("http://127.0.0.1")
