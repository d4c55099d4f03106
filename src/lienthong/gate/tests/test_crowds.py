"""What a process knows of a door by itself: it loosens nothing, and spares the database a flood."""

import threading
import time
from collections import Counter
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from lienthong.core import public
from lienthong.gate import crowds
from lienthong.gate.counting import admit
from lienthong.gate.crowds import AT_ONCE, SECONDS, Crowd, crowd_at, forget, spared
from lienthong.gate.doors import WORDS, Verdict
from lienthong.gate.tests.factories import arriving
from lienthong.organisations.tests.factories import cast


def crowd(forms=(), by_address=None):
    return Crowd(SimpleNamespace(), WORDS, crowds._now(), frozenset(forms), Counter(by_address))


def test_a_crowd_says_what_the_rule_says():
    full = crowd(map(str, range(WORDS.straight)))
    assert full.says(arriving()) is Verdict.ASK
    assert full.says(arriving(answered=True)) is Verdict.IN
    assert full.says(arriving("7")) is Verdict.IN, "the same form again is in already"
    assert crowd(map(str, range(WORDS.most))).says(arriving(answered=True)) is Verdict.LATER
    many = crowd("a", {"one": WORDS.most_from_one})
    assert many.says(arriving(address="one", answered=True)) is Verdict.LATER
    assert many.says(arriving()) is Verdict.IN
    assert many.says(arriving(odd=True)) is Verdict.ASK


@pytest.fixture
def site(monkeypatch):
    """The open site of an office, whatever is asked for."""
    found = SimpleNamespace(office=cast().office)
    monkeypatch.setattr(public, "_sites", [lambda _request: found])
    return found


@pytest.fixture(autouse=True)
def now(monkeypatch):
    """A clock that stands still until it is set."""
    set_to = [time.time()]
    monkeypatch.setattr(crowds, "_now", lambda: set_to[0])
    return set_to


@pytest.fixture
def seen():
    """Forms that the view met."""
    return []


@pytest.fixture
def view(seen):
    def meets(request):
        seen.append(request.arriving)
        return HttpResponse("in")

    put_off = spared(WORDS, lambda request: request.arriving, lambda _request, _crowd, said: HttpResponse(said.value))
    return put_off(meets)


def posted(came, host="localhost"):
    request = RequestFactory().post("/", headers={"host": host})
    request.arriving = came
    return request


@pytest.mark.django_db
def test_it_is_counted_once_and_anew_after_a_while(site, view, seen, django_assert_num_queries, now):
    for _number in range(WORDS.straight):
        admit(site.office, WORDS, arriving())
    with django_assert_num_queries(1):
        assert [view(posted(arriving())).content for _number in range(20)] == [b"ask"] * 20
    assert not seen
    now[0] += SECONDS
    with django_assert_num_queries(1):
        view(posted(arriving()))
    now[0] -= 60
    with django_assert_num_queries(1):
        view(posted(arriving()))
    forget()
    with django_assert_num_queries(1):
        view(posted(arriving()))


@pytest.mark.django_db
def test_a_form_of_an_earlier_question_and_a_page_without_a_site_are_not_counted(
    site, view, seen, monkeypatch, django_assert_num_queries
):
    with django_assert_num_queries(0):
        view(posted(None))
        monkeypatch.setattr(public, "_sites", [])
        view(posted(arriving()))
    assert len(seen) == 2


@pytest.mark.django_db
def test_names_of_hosts_that_somebody_invents_do_not_fill_the_memory(site, settings):
    settings.ALLOWED_HOSTS = ["*"]
    for number in range(3 * crowds._MOST):
        assert crowd_at(posted(None, host=f"h{number}.example"), WORDS)
    assert len(crowds._crowds) <= crowds._MOST


@pytest.mark.django_db
def test_one_site_is_counted_once_however_its_name_is_written(site, django_assert_num_queries, settings):
    settings.ALLOWED_HOSTS = ["localhost"]
    with django_assert_num_queries(1):
        known = {id(crowd_at(posted(None, host=host), WORDS)) for host in ("localhost", "LocalHost:81", "localhost:82")}
    assert len(known) == 1


@contextmanager
def all_turns_taken():
    for _turn in range(AT_ONCE):
        crowds._turns.acquire()
    try:
        yield
    finally:
        for _turn in range(AT_ONCE):
            crowds._turns.release()


@pytest.mark.django_db
def test_who_cannot_be_written_down_in_a_moment_is_asked_or_put_off(site, view, seen, monkeypatch):
    monkeypatch.setattr(crowds, "PATIENCE", 0.01)
    with all_turns_taken():
        assert view(posted(arriving())).content == b"ask"
        assert view(posted(arriving(answered=True))).content == b"later"
    assert not seen


@pytest.mark.django_db
def test_one_at_most_waits_for_his_turn(site, view, seen, monkeypatch):
    monkeypatch.setattr(crowds, "PATIENCE", 30)
    crowd_at(posted(None), WORDS)
    waiting = threading.Thread(target=lambda: view(posted(arriving())))
    with all_turns_taken():
        waiting.start()
        while crowds._waiting._value:
            time.sleep(0.001)
        assert view(posted(arriving(answered=True))).content == b"later"
        assert not seen
    waiting.join(10)
    assert len(seen) == 1


@pytest.mark.django_db
def test_a_turn_is_given_back_whatever_happens(site):
    def breaks(_request):
        raise ZeroDivisionError

    view = spared(WORDS, lambda request: request.arriving, lambda *_said: pytest.fail("put off"))(breaks)
    for _time in range(2 * AT_ONCE):
        with pytest.raises(ZeroDivisionError):
            view(posted(arriving()))
