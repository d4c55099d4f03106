"""The gate counts: a flood is turned away, and nobody is shut out for being one of many."""

from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone

from lienthong.core.http import client_address
from lienthong.feedback.actions.receive_case import receive_case
from lienthong.feedback.gate import (
    MOST,
    MOST_FROM_ONE,
    STRAIGHT,
    STRAIGHT_FROM_ONE,
    WINDOW,
    Form,
    Signs,
    Verdict,
    form_of,
    hashed,
    new_form,
    signs_at,
    verdict,
)
from lienthong.feedback.jobs import forget_arrivals
from lienthong.feedback.models import Arrival, FeedbackCase
from lienthong.feedback.tests.factories import told
from lienthong.organisations.tests.factories import cast


def flood(count, addresses, *, answers_rightly=False, genuine_at=None):
    """Numbers of forms that get in, by address, of ``count`` at once; the genuine one answers what it is asked."""
    got_in = dict.fromkeys(["genuine", *range(addresses)], 0)
    asked = 0
    for n in range(count):
        who = "genuine" if n == genuine_at else n % addresses
        said = verdict(Signs(in_all=sum(got_in.values()), from_one=got_in[who], answered=answers_rightly))
        if said is Verdict.ASK and who == "genuine":
            asked += 1
            said = verdict(Signs(in_all=sum(got_in.values()), from_one=got_in[who], answered=True))
        got_in[who] += said is Verdict.IN
    return got_in, asked


def test_of_ten_thousand_from_two_hundred_addresses_at_most_fifty_get_in_and_the_genuine_one_among_them():
    got_in, asked = flood(10_000, 200, genuine_at=5_000)
    assert sum(got_in.values()) == STRAIGHT + 1 <= 50
    assert (got_in["genuine"], asked) == (1, 1)


def test_even_a_flood_that_answers_rightly_stays_below_the_most():
    got_in, _asked = flood(10_000, 200, answers_rightly=True)
    assert sum(got_in.values()) == MOST == 50


def test_one_address_alone_does_not_fill_the_inbox():
    got_in, _asked = flood(1_000, 1, answers_rightly=True)
    assert got_in[0] == MOST_FROM_ONE
    got_in, _asked = flood(1_000, 1)
    assert got_in[0] == STRAIGHT_FROM_ONE


def test_what_looks_like_a_machine_is_asked_and_never_dropped():
    assert verdict(Signs(0, 0, odd=True)) is Verdict.ASK
    assert verdict(Signs(0, 0, odd=True, answered=True)) is Verdict.IN


def test_a_form_knows_its_age_and_its_question():
    form = form_of(new_form())
    assert form.odd
    assert not Form(form.number, 60).odd
    assert Form(form.number, 25 * 3600).odd
    left, right = form.question
    assert form.is_answer(f" {left + right} ")
    for wrong in ("", "x", str(left + right + 1), "9" * 5000):
        assert not form.is_answer(wrong)
    forged = form_of(new_form() + "x")
    assert forged.odd
    assert not forged.is_answer(str(sum(forged.question)))


def test_a_household_of_ipv6_is_one_address():
    assert hashed("2001:db8::1") == hashed("2001:db8::ffff") != hashed("2001:db8:0:1::1")
    assert hashed("203.0.113.1") != hashed("203.0.113.2")
    assert "203" not in hashed("203.0.113.1")[:3]
    assert hashed("không phải địa chỉ")


@pytest.mark.parametrize(
    ("proxies", "said", "found"),
    [
        (0, "198.51.100.9", "127.0.0.1"),
        (1, "198.51.100.9", "198.51.100.9"),
        (1, "1.1.1.1, 198.51.100.9", "198.51.100.9"),
        (2, "1.1.1.1, 198.51.100.9, 10.0.0.1", "198.51.100.9"),
        (1, "", "127.0.0.1"),
    ],
)
def test_what_somebody_says_of_his_own_address_is_not_believed(settings, proxies, said, found):
    settings.LIENTHONG_PROXIES = proxies
    assert client_address(RequestFactory().get("/", headers={"x-forwarded-for": said})) == found


@pytest.mark.django_db
def test_what_got_in_is_counted_for_a_while_and_then_forgotten():
    people = cast()
    for n in range(STRAIGHT_FROM_ONE):
        receive_case(people.office, told(), form=f"{n}", address="a")
    assert receive_case(people.office, told(), form="more", address="a") is Verdict.ASK
    assert isinstance(receive_case(people.office, told(), form="more", address="a", answered=True), FeedbackCase)
    assert signs_at(people.office, "a", odd=False, answered=False) == Signs(5, 5)
    assert signs_at(cast().office, "b", odd=False, answered=False) == Signs(0, 0)
    Arrival.objects.update(at=timezone.now() - WINDOW)
    assert signs_at(people.office, "a", odd=False, answered=False) == Signs(0, 0)
    Arrival.objects.update(at=timezone.now() - timedelta(days=2))
    forget_arrivals()
    assert not Arrival.objects.exists()


@pytest.mark.django_db
def test_a_form_sent_twice_is_one_case():
    people = cast()
    first = receive_case(people.office, told(), form="one", address="a")
    assert receive_case(people.office, told(), form="one", address="a") == first
    assert FeedbackCase.objects.count() == 1


@pytest.mark.django_db
def test_a_form_that_made_its_case_draws_no_photos_when_it_is_sent_again(monkeypatch):
    office = cast().office
    first = receive_case(office, told(), form="a" * 32, address="x")
    monkeypatch.setattr("lienthong.feedback.actions.receive_case.drawn_photos", lambda _told: pytest.fail("drawn"))
    assert receive_case(office, told(), form="a" * 32, address="x") == first
