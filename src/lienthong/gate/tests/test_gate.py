"""The gate counts: a flood is turned away, and nobody is shut out for being one of many."""

from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone

from lienthong.core.http import client_address
from lienthong.gate.counting import admit, signs_at
from lienthong.gate.doors import WINDOW, WORDS, Door, Signs, Verdict, verdict
from lienthong.gate.handing import Form, form_of, hashed, new_form
from lienthong.gate.jobs import forget_arrivals
from lienthong.gate.models import Arrival
from lienthong.gate.tests.factories import arriving
from lienthong.organisations.tests.factories import cast


def flood(count, addresses, *, answers_rightly=False, genuine_at=None):
    """Numbers of forms that get in, by address, of ``count`` at once; the genuine one answers what it is asked."""
    got_in = dict.fromkeys(["genuine", *range(addresses)], 0)
    asked = 0
    for n in range(count):
        who = "genuine" if n == genuine_at else n % addresses
        said = verdict(WORDS, Signs(in_all=sum(got_in.values()), from_one=got_in[who], answered=answers_rightly))
        if said is Verdict.ASK and who == "genuine":
            asked += 1
            said = verdict(WORDS, Signs(in_all=sum(got_in.values()), from_one=got_in[who], answered=True))
        got_in[who] += said is Verdict.IN
    return got_in, asked


def test_of_ten_thousand_from_two_hundred_addresses_at_most_fifty_get_in_and_the_genuine_one_among_them():
    got_in, asked = flood(10_000, 200, genuine_at=5_000)
    assert sum(got_in.values()) == WORDS.straight + 1 <= 50
    assert (got_in["genuine"], asked) == (1, 1)


def test_even_a_flood_that_answers_rightly_stays_below_the_most():
    got_in, _asked = flood(10_000, 200, answers_rightly=True)
    assert sum(got_in.values()) == WORDS.most == 50


def test_one_address_alone_does_not_fill_the_inbox():
    got_in, _asked = flood(1_000, 1, answers_rightly=True)
    assert got_in[0] == WORDS.most_from_one
    got_in, _asked = flood(1_000, 1)
    assert got_in[0] == WORDS.straight_from_one


def test_what_looks_like_a_machine_is_asked_and_never_dropped():
    assert verdict(WORDS, Signs(0, 0, odd=True)) is Verdict.ASK
    assert verdict(WORDS, Signs(0, 0, odd=True, answered=True)) is Verdict.IN


def test_a_form_knows_its_age_and_its_question():
    form = form_of(new_form())
    assert form.odd
    assert not Form(form.number, 60).odd
    assert Form(form.number, 25 * 3600).odd
    left, right = form.question
    assert form.is_answer(f" {left + right} ")
    for wrong in ("", "x", str(left + right + 1), "9" * 5000):
        assert not form.is_answer(wrong)
    for other in (form_of(new_form() + "x"), form_of(new_form("event-1"), "event-2")):
        assert other.odd
        assert not other.is_answer(str(sum(other.question)))
    assert form_of(new_form("event-1"), "event-1").number


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
    office, came = cast().office, arriving(address="a")
    for _number in range(WORDS.straight_from_one):
        assert admit(office, WORDS, arriving(address="a")) is Verdict.IN
    assert admit(office, WORDS, came) is Verdict.ASK
    assert admit(office, WORDS, arriving(came.form, "a", answered=True)) is Verdict.IN
    assert admit(office, WORDS, came) is Verdict.IN, "the same form again is in already"
    assert signs_at(office, WORDS, came) == Signs(5, 5)
    assert signs_at(cast().office, WORDS, came) == Signs(0, 0)
    assert signs_at(office, Door("other"), came) == Signs(0, 0)
    Arrival.objects.update(at=timezone.now() - WINDOW)
    assert signs_at(office, WORDS, came) == Signs(0, 0)
    Arrival.objects.update(at=timezone.now() - timedelta(days=2))
    forget_arrivals()
    assert not Arrival.objects.exists()
