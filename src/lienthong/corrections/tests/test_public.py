"""What everybody reads and asks, without an account and without scripts; and the desk that answers."""

import json
import re
from dataclasses import dataclass
from html import unescape

import feedparser
import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from lienthong.core import public, search
from lienthong.core.keys import key_of
from lienthong.corrections.actions.answer_question import answer_question
from lienthong.corrections.actions.end_correction import end_correction
from lienthong.corrections.actions.publish_correction import publish_correction
from lienthong.corrections.actions.send_to_feedback import send_to_feedback
from lienthong.corrections.models import ClaimQuestion, Correction
from lienthong.corrections.section import public_url
from lienthong.corrections.tests.factories import (
    ABOUT,
    CLAIM,
    TEXT,
    VALUES,
    make_claim,
    make_published,
    make_question,
    make_submitted_claim,
)
from lienthong.feedback.service import FeedbackCase
from lienthong.inbox.service import WorkItem
from lienthong.organisations.service import Body
from lienthong.organisations.tests.factories import cast, sign_in

pytestmark = pytest.mark.django_db
ALL, ASK = "/dinh-chinh/", "/dinh-chinh/hoi/"


@dataclass
class Site:
    office: Body

    @property
    def office_id(self) -> int:
        return self.office.pk


@pytest.fixture
def people(monkeypatch):
    found = cast()
    monkeypatch.setattr(public, "_sites", [lambda request: Site(found.office)])
    monkeypatch.setattr("lienthong.gate.handing.QUICKEST", 0)
    return found


def hidden(html: str) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', html)
    return {name: unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


def ask(client, **typed):
    token = hidden(client.get(ASK).text)["token"]
    return client.post(ASK, {"token": token, "text": TEXT, "about": ABOUT, "scam_places": "", **typed})


def test_the_list_holds_what_stands_and_the_promise(people, client):
    published, unseen = make_published(people), make_claim(people, claim="Điều chưa duyệt.")
    page = client.get(ALL).text
    assert published.claim in page
    assert unseen.claim not in page
    assert "không tìm ai đã nói" in page
    assert "Phê bình cơ quan" in page
    assert CLAIM in client.get(ALL, {"loai": "sai"}).text
    assert CLAIM not in client.get(ALL, {"loai": "lua-dao"}).text
    assert CLAIM in client.get(ALL, {"q": "can cuoc tre em"}).text


def test_the_page_says_what_it_was_checked_against_and_who_approved(people, client):
    published = make_published(people)
    page = client.get(public_url(published)).text
    for words in (CLAIM, "Sai", VALUES["truth"], "Luật Căn cước, Điều 38", published.printed, published.hash):
        assert words in page
    assert str(people.leader.position) in page
    frozen = client.get(reverse("corrections_frozen", args=[published.year, published.number]))
    assert frozen.content == published.frozen.encode()


def test_search_engines_read_a_claim_review_that_names_nobody_but_the_office(people, client):
    page = client.get(public_url(make_published(people, claim="Phí </script><b>200.000</b> đồng."))).text
    said = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])
    assert said["@context"] == "https://schema.org"
    assert said["@type"] == "ClaimReview"
    assert said["claimReviewed"] == "Phí </script><b>200.000</b> đồng."
    assert said["reviewRating"] == {
        "@type": "Rating", "ratingValue": 1, "bestRating": 5, "worstRating": 1, "alternateName": "Sai",
    }  # fmt: skip
    assert said["author"]["name"] == people.office.name
    assert set(said["itemReviewed"]) == {"@type", "name", "about"}
    assert said["url"].startswith("http://testserver/dinh-chinh/")


def test_the_feed_is_one_that_programs_read(people, client):
    first, second = make_published(people), make_published(people, claim="Điều khác.", label="right")
    end_correction(people.leader, first, reason="Luật đã đổi.")
    answer = client.get(reverse("corrections_feed"))
    feed = feedparser.parse(answer.content)
    assert not feed.bozo
    assert feed.version == "atom10"
    assert [entry.title for entry in feed.entries] == ["Đúng: Điều khác.", f"Đã rút: {CLAIM}"]
    assert feed.entries[0].link == f"http://testserver{public_url(second)}"
    assert feed.feed.links
    assert ALL in str(feed.feed.links)


def test_a_withdrawn_or_replaced_one_stays_readable_and_says_so(people, client):
    first = make_published(people)
    second = make_submitted_claim(people, replaces=first, truth="Mọi lần cấp đều không thu.")
    second = publish_correction(people.leader, second, seen=second.edits)
    page = client.get(public_url(first)).text
    assert "đã được thay" in page
    assert public_url(second) in page
    assert "ClaimReview" not in page
    assert VALUES["truth"] in page
    end_correction(people.leader, second, reason="Luật đã đổi.")
    assert "Lý do: Luật đã đổi." in client.get(public_url(second)).text
    assert CLAIM not in client.get(ALL).text


def test_the_page_is_what_was_frozen_whatever_happens_to_the_row(people, client):
    published = make_published(people)
    Correction.objects.filter(pk=published.pk).update(truth="Người khác đổi.", claim="Đổi.")
    page = client.get(public_url(published)).text
    assert VALUES["truth"] in page
    assert "Người khác đổi." not in page


def test_a_scam_s_address_cannot_be_clicked(people, client):
    scam = make_published(people, label="scam", concern="scam", scam_places="https://thue-gia.com\n0912345678")
    page = client.get(public_url(scam)).text
    assert "hxxps://thue-gia[.]com" in page
    assert "0 9 1 2 3 4 5 6 7 8" in page
    assert "thue-gia.com" not in page
    assert "0912345678" not in page


def test_anyone_asks_and_follows_the_answer_by_a_code(people, client):
    sent = ask(client, scam_places="https://la.example")
    question = ClaimQuestion.objects.get()
    assert sent.status_code == 302
    page = client.get(sent.url).text
    assert "Đã nhận câu hỏi" in page
    assert question.code in page
    assert TEXT not in page
    assert question.scam_places == ["hxxps://la[.]example"]
    published = make_published(people)
    answer_question(people.coordinator, question, correction=published)
    assert public_url(published) in client.get(sent.url).text


def test_the_form_has_no_field_for_who_said_it_or_who_asks(people, client):
    names = set(re.findall(r'name="(\w+)"', client.get(ASK).text.split('class="ask"')[1].split("</form>")[0]))
    assert names == {"csrfmiddlewaretoken", "token", "website", "text", "about", "scam_places"}


def test_what_asks_about_conduct_is_said_plainly_and_taken_along_to_feedback(people, client):
    complaint = "Cán bộ xã sách nhiễu, nhận tiền mới làm."
    page = ask(client, text=complaint)
    assert "Đó là phản ánh" in page.text
    assert complaint in page.text
    assert not ClaimQuestion.objects.exists()
    carried = page.text.split('class="to-feedback"')[1]
    feedback = client.post("/phan-anh/gui/", hidden(carried))
    assert complaint in feedback.text
    assert "Có việc gì cần phản ánh?" in feedback.text


def test_an_address_of_an_account_is_refused_with_a_plain_sentence(people, client):
    page = ask(client, text="Xem facebook.com/ai.do nói phải nộp tiền")
    assert "Hãy bỏ địa chỉ" in page.text
    assert not ClaimQuestion.objects.exists()


def test_what_may_be_feedback_is_offered_as_that_when_it_is_about_nothing(people, client):
    page = ask(client, about="")
    assert "Chuyển thành phản ánh" in page.text
    assert TEXT in page.text


def test_a_machine_is_asked_a_sum(people, client, monkeypatch):
    monkeypatch.setattr("lienthong.gate.handing.QUICKEST", 4)
    asked = ask(client)
    left, right = map(int, re.search(r"(\d) cộng (\d) bằng mấy", asked.text).groups())
    assert not ClaimQuestion.objects.exists()
    sent = client.post(ASK, {**hidden(asked.text), "text": TEXT, "about": ABOUT, "sum": str(left + right)})
    assert sent.status_code == 302


def test_a_question_made_feedback_leads_on_to_the_case(people, client):
    question = make_question(people)
    case = send_to_feedback(people.coordinator, question)
    page = client.get(reverse("corrections_asked", args=[question.code])).text
    assert reverse("feedback_code", args=[case.code]) in page


def test_nothing_is_anywhere_without_an_open_site(people, client, monkeypatch):
    published = make_published(people)
    monkeypatch.setattr(public, "_sites", [])
    assert [client.get(url).status_code for url in (ALL, ASK, public_url(published))] == [404, 404, 404]


def test_the_section_lists_its_addresses_and_found_words(people):
    published = make_published(people)
    section = next(one for one in public.sections(people.office.pk) if one.name == "corrections")
    paths = {page.path: page for page in section.pages(people.office.pk)}
    assert set(paths) == {ALL, ASK, public_url(published)}
    assert paths[public_url(published)].changed_at == published.published_at
    assert not paths[ASK].as_file
    shown = section.searched[0].show(published)
    assert (shown.title, shown.url) == (CLAIM, public_url(published))
    assert list(section.block_context(people.office.pk)["corrections"]) == [published]


def test_the_desk_keeps_what_was_typed_and_offers_feedback(people, client):
    sign_in(client, people.coordinator)
    url = reverse("corrections:new_claim")
    passage = {"source_1": "Luật Căn cước, Điều 38", "quote_1": "Không phải nộp lệ phí."}
    typed = {name: value for name, value in VALUES.items() if name != "passages"} | passage
    page = client.post(url, typed | {"concern": "", "concern_name": ""}).text
    assert "Chuyển thành phản ánh" in page
    assert CLAIM in page
    turned = client.post(url, typed | {"concern_name": "", "to_feedback": "1"})
    case = FeedbackCase.objects.get()
    assert turned.url == reverse("feedback:case", args=[case.pk])
    assert case.said == CLAIM
    made = client.post(url, typed)
    correction = Correction.objects.get()
    assert made.url == reverse("corrections:correction", args=[correction.pk])
    assert correction.passages == [{"source": "Luật Căn cước, Điều 38", "quote": "Không phải nộp lệ phí."}]


def test_a_member_hands_in_what_is_feedback_and_the_desk_sorts_it(people, client):
    sign_in(client, people.member)
    url = reverse("corrections:new_claim")
    typed = {name: value for name, value in VALUES.items() if name != "passages"}
    typed |= {"claim": "Công an xã đánh dân", "source_1": "Luật", "quote_1": "Lời"}
    assert 'name="to_feedback"' in client.post(url, typed).text
    after = client.post(url, typed | {"to_feedback": "1"}, follow=True)
    case = FeedbackCase.objects.get()
    assert (case.said, case.entered_by, case.state) == ("Công an xã đánh dân", people.member.position, "new")
    assert case.code in after.text
    assert not Correction.objects.exists()
    waits = {item.position for item in WorkItem.objects.filter(subject=key_of(case), closed_at=None)}
    assert waits == {people.clerk.position}


def test_the_desk_goes_from_the_question_to_what_is_published(people, client):
    question = make_question(people)
    sign_in(client, people.coordinator)
    assert question.code in client.get(reverse("corrections:questions")).text
    form = client.get(reverse("corrections:new_claim"), {"cau-hoi": question.pk}).text
    assert TEXT in form
    typed = {name: value for name, value in VALUES.items() if name != "passages"}
    typed |= {"source_1": "Luật", "quote_1": "Lời"}
    made = client.post(f"{reverse('corrections:new_claim')}?cau-hoi={question.pk}", typed)
    correction = Correction.objects.get()
    client.post(reverse("corrections:step", args=[correction.pk, "trinh"]))
    page = client.get(made.url).text
    assert "Duyệt và công bố" not in page
    sign_in(client, people.leader)
    assert "Duyệt và công bố" in client.get(made.url).text
    client.post(reverse("corrections:step", args=[correction.pk, "duyet"]), {"seen": correction.edits})
    question.refresh_from_db()
    assert question.state == "answered"
    assert f"01/{timezone.localdate().year}" in client.get(made.url).text


def test_the_thread_bar_stands_on_the_pages_of_the_desk(people, client):
    question, correction = make_question(people), make_published(people)
    sign_in(client, people.coordinator)
    pages = (
        reverse("corrections:correction", args=[correction.pk]),
        reverse("corrections:question", args=[question.pk]),
    )
    for url in pages:
        assert 'class="thread"' in client.get(url).text


def test_codes_of_questions_cannot_be_tried_one_after_the_other(people, client, monkeypatch):
    monkeypatch.setattr("lienthong.gate.guessing.MOST_WRONG", 2)
    place = reverse("corrections_asked", args=[make_question(people).code])
    for number in range(2):
        assert client.get(reverse("corrections_asked", args=[f"MH-00000{number}"])).status_code == 404
    assert client.get(place).status_code == 429
    assert client.get(place, REMOTE_ADDR="203.0.113.9").status_code == 200


def test_a_verdict_is_found_by_its_name_and_read_in_the_language_of_the_page(people, client, settings):
    scam = make_published(people, label="scam", claim="Gọi điện bắt cập nhật căn cước.")
    assert list(Correction.objects.filter(pk__in=search.matches(Correction, "lua dao"))) == [scam]
    assert scam.claim in client.get(ALL, {"q": "lừa đảo"}).text
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    for url in (ALL, public_url(scam)):
        page = client.get(url).text
        assert re.search(r"</svg>\s*Scam", page), url
        assert re.search(r'lang="vi">\s*Gọi điện', page), url
        assert 'property="og:description"' in page


def test_the_block_of_the_first_page_brings_the_style_of_its_verdicts(people):
    block = {"corrections": [make_published(people)]}
    assert "corrections/public.css" in render_to_string("corrections/public/block.html", {"block": block})
