"""What a process knows of a door by itself: it loosens nothing, and spares the database a flood."""

import threading
from collections import Counter
from types import SimpleNamespace

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from lienthong.core import public
from lienthong.gate import crowds
from lienthong.gate.counting import admit, count
from lienthong.gate.crowds import AT_ONCE, SECONDS, Crowd, crowd_at, forget, spared
from lienthong.gate.doors import WORDS, Verdict
from lienthong.gate.tests.factories import arriving
from lienthong.organisations.tests.factories import cast


def crowd(forms=(), by_address=None):
    return Crowd(SimpleNamespace(), WORDS, 0.0, frozenset(forms), Counter(by_address))


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
def test_it_is_counted_once_and_anew_after_a_while(site, view, seen, django_assert_num_queries, monkeypatch):
    for _number in range(WORDS.straight):
        admit(site.office, WORDS, arriving())
    with django_assert_num_queries(1):
        assert [view(posted(arriving())).content for _number in range(20)] == [b"ask"] * 20
    assert not seen
    now = crowds.time.time()
    monkeypatch.setattr(crowds.time, "time", lambda: now + SECONDS)
    with django_assert_num_queries(1):
        view(posted(arriving()))
    monkeypatch.setattr(crowds.time, "time", lambda: now - 60)
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
def test_who_would_have_to_stand_in_line_is_asked_and_who_answered_stands_in_line(site, view, seen):
    count(site.office, WORDS, arriving())
    came = [arriving() for _number in range(AT_ONCE)]
    for _each in came:
        crowds._turns.acquire()
    try:
        assert view(posted(arriving())).content == b"ask"
        known = crowd_at(posted(None), WORDS)
        waiting = threading.Thread(target=lambda: view(posted(arriving(answered=True))))
        waiting.start()
        waiting.join(0.1)
        assert waiting.is_alive()
        assert not seen
    finally:
        for _each in came:
            crowds._turns.release()
    waiting.join(5)
    assert len(seen) == 1
    assert view(posted(arriving())).content == b"in"
    assert crowd_at(posted(None), WORDS) is known
