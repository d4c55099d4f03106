"""What a resident meets, without an account and without scripts."""

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from lienthong.core import public
from lienthong.core.search import matches
from lienthong.feedback.actions.merge_case import merge_case
from lienthong.feedback.actions.receive_case import receive_case
from lienthong.feedback.actions.redirect_case import redirect_case
from lienthong.feedback.actions.withdraw_answer import withdraw_answer
from lienthong.feedback.figures import LEAST, Line
from lienthong.feedback.models import Answer, FeedbackCase, Satisfaction
from lienthong.feedback.proposing import category_of, may_be_complaint
from lienthong.feedback.tests.factories import (
    QUESTION,
    TEXT,
    WHAT,
    make_answered,
    make_assigned,
    make_case_of_resident,
    phone_photo,
    told,
)
from lienthong.feedback.wording import new_code, personal_data_in, typed_code
from lienthong.gate.service import WORDS, Arriving, admit, forget, form_of, new_form
from lienthong.gate.tests.factories import arriving
from lienthong.organisations.service import Body
from lienthong.organisations.tests.factories import cast, sign_in

pytestmark = pytest.mark.django_db
TELL = "/phan-anh/gui/"


@dataclass
class Site:
    """The open site of an office, as the portal gives one."""

    office: Body

    @property
    def office_id(self) -> int:
        return self.office.pk


@pytest.fixture
def sites(monkeypatch):
    """Which site is open at which host."""
    found = {}
    monkeypatch.setattr(public, "_sites", [lambda request: found.get(request.get_host())])
    return found


@pytest.fixture
def people(settings, tmp_path, sites):
    settings.MEDIA_ROOT = tmp_path
    found = cast()
    sites["testserver"] = Site(found.office)
    return found


@pytest.fixture
def patient(monkeypatch):
    """Forms as old as a person needs to fill them in."""
    monkeypatch.setattr("lienthong.gate.handing.QUICKEST", 0)


def hidden(html: str) -> dict[str, str]:
    """What travels in hidden fields, as a browser would send it again."""
    found = re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', html)
    return {name: unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


ANSWERS = (
    {"what": WHAT},
    {"where": "trước cổng trường"},
    {"name": "", "phone": "", "email": ""},
    {"may_publish": "yes"},
    {},
)


def tell(client: Client, answers=ANSWERS, **last):
    """Answer one question after the other, as a browser without scripts does; the last answer that came."""
    page = client.get(TELL)
    for number, given in enumerate(answers, 1):
        more = last if number == len(answers) else {}
        page = client.post(TELL, {**hidden(page.text), **given, **more})
    return page


def test_one_question_a_page_and_at_once_a_code_and_a_day(people, client, patient):
    sent = tell(client, photos=[phone_photo(kind="HEIC")])
    case = FeedbackCase.objects.get()
    assert sent.status_code == 302
    page = client.get(sent.url).text
    assert f"Chúng tôi trả lời trước 17 giờ ngày {case.due:%d/%m/%Y}" in page
    assert case.code in page
    assert WHAT not in page
    assert (case.telling.what, case.telling.where, case.photos.count()) == (WHAT, "trước cổng trường", 1)
    assert (case.may_publish, case.came, case.entered_by) == (True, "web", None)
    assert len(case.form) == 32


def test_what_was_typed_stays_whatever_goes_wrong(people, client, patient):
    page = client.get(TELL)
    empty = client.post(TELL, {**hidden(page.text), "what": " "})
    assert "Hãy ghi việc cần phản ánh." in empty.text
    second = client.post(TELL, {**hidden(empty.text), "what": WHAT})
    third = client.post(TELL, {**hidden(second.text), "where": "ở đâu đó"})
    refused = client.post(TELL, {**hidden(third.text), "phone": "không phải số"})
    assert "chỉ gồm chữ số" in refused.text
    refused = client.post(TELL, {**hidden(third.text), "phone": "0200 000 199"})
    assert "Hãy đánh dấu đồng ý" in refused.text
    back = client.post(TELL, {**hidden(third.text), "back": "1"})
    assert 'value="ở đâu đó"' in back.text
    fourth = client.post(TELL, {**hidden(third.text), "phone": "0200 000 199", "agreed": "on"})
    fifth = client.post(TELL, {**hidden(fourth.text), "may_publish": "no"})
    broken = client.post(TELL, {**hidden(fifth.text), "photos": SimpleUploadedFile("a.jpg", b"\xff\xd8\xff hong")})
    assert "Không mở được ảnh" in broken.text
    assert WHAT in broken.text
    sent = client.post(TELL, hidden(broken.text))
    telling = FeedbackCase.objects.get().telling
    assert sent.status_code == 302
    assert (telling.phone, telling.consent != "") == ("0200 000 199", True)


def test_a_form_that_comes_too_quickly_is_asked_a_sum_and_then_gets_in(people, client):
    asked = tell(client)
    left, right = map(int, re.search(r"(\d) cộng (\d) bằng mấy", asked.text).groups())
    assert not FeedbackCase.objects.exists()
    wrong = client.post(TELL, {**hidden(asked.text), "sum": "99"})
    again = tuple(map(int, re.search(r"(\d) cộng (\d) bằng mấy", wrong.text).groups()))
    assert hidden(wrong.text)["token"] != hidden(asked.text)["token"]
    late = client.post(TELL, {**hidden(asked.text), "sum": f"{left + right}"})
    assert late.status_code == 302
    assert client.post(TELL, {**hidden(wrong.text), "sum": f"{sum(again)}"}).status_code == 302


def test_the_field_that_no_person_sees_is_a_sign_and_no_verdict(people, client, patient):
    asked = tell(client, website="http://thu-rac.example")
    assert "bằng mấy" in asked.text
    assert not FeedbackCase.objects.exists()


def test_too_many_from_one_address_are_asked_and_then_put_off_with_their_words(
    people, client, patient, django_assert_num_queries
):
    for _each in range(WORDS.straight_from_one):
        assert tell(client).status_code == 302
    asked = tell(client)
    answer = str(sum(map(int, re.search(r"(\d) cộng (\d) bằng mấy", asked.text).groups())))
    for _each in range(WORDS.most_from_one):
        sent = Arriving.of(RequestFactory().post(TELL), form_of(new_form()))
        admit(people.office, WORDS, replace(sent, answered=True))
    forget()
    later = tell(client)
    assert "quá nhiều người gửi" in later.text
    assert WHAT in later.text
    forget()
    assert "la%3D1" not in client.post(f"{TELL}?la=1", hidden(later.text)).text, "the frame is everybody's"
    with django_assert_num_queries(0):
        again = client.post(TELL, {**hidden(later.text), "photos": phone_photo()})
    assert "quá nhiều người gửi" in again.text
    assert "hãy chọn lại" in again.text
    assert "hãy chọn lại" in client.post(TELL, hidden(again.text)).text
    answered = client.post(TELL, {**hidden(asked.text), "sum": answer})
    assert hidden(answered.text)["sum"] == answer, "a right answer stays"
    assert "sum" not in hidden(client.post(TELL, {**hidden(asked.text), "sum": "99"}).text)
    assert "<nav" not in again.text, "a flood gets this page thousands of times"
    client.cookies["django_language"] = "en"
    english = client.post(TELL, hidden(again.text)).text
    assert '<html lang="en">' in english
    assert "Not sent yet" in english
    assert english.count("</form>") == 1
    assert client.get("/phan-anh/").status_code == 200


def test_a_press_twice_is_one_case(people, client, patient):
    page = client.get(TELL)
    for given in ANSWERS[:-1]:
        page = client.post(TELL, {**hidden(page.text), **given})
    first, second = client.post(TELL, hidden(page.text)), client.post(TELL, hidden(page.text))
    assert first.url == second.url
    assert FeedbackCase.objects.count() == 1


def test_a_form_that_made_its_case_draws_no_photos_when_it_is_sent_again(people, monkeypatch):
    came = arriving()
    first = receive_case(people.office, told(), came)
    monkeypatch.setattr("lienthong.feedback.actions.receive_case.drawn_photos", lambda _told: pytest.fail("drawn"))
    assert receive_case(people.office, told(), came) == first


def test_a_complaint_is_shown_its_own_way_and_may_still_be_sent(people, client, patient):
    page = client.get(TELL)
    shown = client.post(TELL, {**hidden(page.text), "what": "Tôi tố cáo việc lấn đất công."})
    assert "Luật Tố cáo 25/2018/QH14" in shown.text
    on = client.post(TELL, hidden(shown.text))
    assert "Việc xảy ra ở đâu?" in on.text
    back = client.post(TELL, {**hidden(shown.text), "back": "1"})
    assert "Tôi tố cáo việc lấn đất công." in back.text
    case = redirect_case(people.clerk, make_case_of_resident(people))
    assert "Luật Khiếu nại 02/2011/QH13" in client.get(f"/phan-anh/ma/{case.code}/").text


def test_who_has_the_code_follows_and_reads_the_answer_but_no_word_of_the_resident(people, client):
    case = make_assigned(people, told(may_publish=False, contact=True))
    typed = case.code.lower().replace("-", " ")
    page = client.get("/phan-anh/theo-doi/", {"ma": typed}, follow=True).text
    assert "Đang xử lý" in page
    for secret in (WHAT, "0200 000 199", "a@minhhoa.example"):
        assert secret not in page
    assert client.get("/phan-anh/theo-doi/", {"ma": "MH-XXXXXX"}).status_code == 404
    assert client.get("/phan-anh/theo-doi/").status_code == 200
    assert client.get("/phan-anh/ma/MH-XXXXXX/").status_code == 404


def test_answer_rating_and_requests_about_data_under_the_code(people, client):
    answer = make_answered(people)
    code = answer.case.code
    page = client.get(f"/phan-anh/ma/{code}/").text
    assert TEXT in page
    link = reverse("feedback_rate", args=[Satisfaction.objects.get().token])
    assert link in page
    assert "Hãy chọn" in client.post(link).text
    assert "Cảm ơn" in client.post(link, {"value": "no"}).text
    assert client.post(link, {"value": "yes"}).status_code == 410
    assert link not in client.get(f"/phan-anh/ma/{code}/").text
    asked = client.post(f"/phan-anh/ma/{code}/du-lieu/", {"kind": "erase"}, follow=True).text
    assert "Đã ghi yêu cầu" in asked
    assert client.post(f"/phan-anh/ma/{code}/du-lieu/", {"kind": "khác"}).status_code == 422


def test_a_merged_case_shows_what_becomes_of_the_other(people, client):
    answer = make_answered(people)
    case = merge_case(people.clerk, make_case_of_resident(people), into=answer.case)
    page = client.get(f"/phan-anh/ma/{case.code}/").text
    assert TEXT in page
    assert "gộp với" in page


def test_published_answers_are_public_until_withdrawn(people, client):
    answer = make_answered(people)
    for url in ("/phan-anh/", "/phan-anh/tra-loi/", f"/phan-anh/tra-loi/{answer.pk}/"):
        assert QUESTION in client.get(url).text
    assert matches(Answer, "den duong cong truong").exists()
    withdraw_answer(people.leader, answer.case, reason="Sai")
    assert client.get(f"/phan-anh/tra-loi/{answer.pk}/").status_code == 404
    assert not matches(Answer, "den duong cong truong").exists()


def test_pages_that_are_the_same_for_all(people, client):
    for url, words in (
        ("/phan-anh/du-lieu-ca-nhan/", "91/2025/QH15"), ("/phan-anh/khieu-nai-to-cao/", "Luật Khiếu nại"),
        ("/phan-anh/so-lieu/", "chưa đủ"), ("/phan-anh/", "7 ngày làm việc"),
    ):  # fmt: skip
        assert words in client.get(url).text


def test_another_commune_answers_for_none_of_it(people, client, settings, sites):
    settings.ALLOWED_HOSTS = ["*"]
    answer = make_answered(people)
    sites["khac.example"] = Site(cast().office)
    there = {"host": "khac.example"}
    for url in (f"/phan-anh/ma/{answer.case.code}/", f"/phan-anh/tra-loi/{answer.pk}/",
                reverse("feedback_rate", args=[Satisfaction.objects.get().token])):  # fmt: skip
        assert client.get(url, headers=there).status_code == 404
    assert QUESTION not in client.get("/phan-anh/", headers=there).text


def test_figures_say_no_percent_of_a_few(people, client):
    assert Line("", LEAST, LEAST - 1, LEAST - 1, 0, 0).percent is None
    assert Line("", LEAST, LEAST, LEAST // 2, 0, 0).percent == 50
    make_answered(people)
    late = make_assigned(people).pk
    FeedbackCase.objects.filter(pk=late).update(due=timezone.localdate() - timedelta(days=1))
    page = " ".join(client.get("/phan-anh/so-lieu/").text.split())
    assert "<td>2</td><td>1</td><td>1</td><td>1</td><td>0</td><td>chưa đủ</td>" in page


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Mặt đường thôn 2 có nhiều ổ gà", "roads"),
        ("Đèn đường hỏng", "utilities"),
        ("Bãi rác bốc mùi hôi", "environment"),
        ("Nop ho so khai sinh the nao", "procedures"),
        ("Nhà hàng xóm lấn chiếm đất", "land"),
        ("Xin hỏi một việc", "unknown"),
        ("Điện và rác", "unknown"),
    ],
)
def test_a_category_is_proposed_by_words(text, category):
    assert category_of(text) == category


def test_praise_and_blame_change_no_category():
    for words in ("rất tốt, cảm ơn", "quá tệ, đáng trách"):
        assert category_of(f"Thủ tục khai sinh {words}") == "procedures"


def test_codes_are_read_however_they_are_typed():
    code = new_code("xã Minh Hòa")
    assert re.fullmatch(r"MH-[2-9A-Z]{6}", code)
    assert typed_code(f" {code.lower().replace('-', ' ')} ") == code
    assert typed_code("xyz") == typed_code("") == typed_code("A" * 90) == ""


def test_words_of_the_laws_on_complaints_and_denunciations():
    assert may_be_complaint("Đơn khiếu nại quyết định số 5")
    assert not may_be_complaint("Xin kiến nghị sửa đường")


def test_what_looks_personal():
    assert personal_data_in("Gọi 0912.345.678 nhé") == "0912.345.678"
    assert personal_data_in("Căn cước 001099012345") == "001099012345"
    assert personal_data_in("Bà Trần Thị B đã nhận", "Trần Thị B") == "Trần Thị B"
    assert not personal_data_in("Từ 03/3/2026, 26 hộ, quyết định 120/QĐ-UBND", "An", "")


def test_who_tries_many_wrong_codes_is_asked_to_come_later_and_nobody_else(people, client, monkeypatch):
    monkeypatch.setattr("lienthong.gate.guessing.MOST_WRONG", 3)
    case = make_case_of_resident(people)
    place = reverse("feedback_code", args=[case.code])
    for number in range(3):
        assert client.get(place).status_code == 200
        assert client.get(reverse("feedback_code", args=[f"MH-00000{number}"])).status_code == 404
    stopped = client.get(place)
    assert stopped.status_code == 429
    assert "thử lại sau 10 phút" in stopped.text
    assert "Mã theo dõi" not in stopped.text
    assert client.get(reverse("feedback_follow"), {"ma": case.code}).status_code == 429
    assert client.post(reverse("feedback_ask_data", args=[case.code]), {"kind": "erase"}).status_code == 429
    assert not case.data_requests.exists()
    assert client.get(place, REMOTE_ADDR="203.0.113.9").status_code == 200


def test_a_page_that_is_not_there_speaks_to_residents_and_gives_them_no_cookie(people, client):
    missing = client.get(reverse("feedback_code", args=["MH-000000"]))
    assert missing.status_code == 404
    assert "từng chữ của mã" in missing.text
    assert "chức vụ" not in missing.text
    assert not missing.cookies


def test_pages_of_the_desk_are_kept_by_nobody_on_the_way(people, client):
    desk = sign_in(client, people.clerk)
    assert "no-store" in desk.get(reverse("feedback:cases"))["Cache-Control"]
    assert desk.get(reverse("workspace:home"))["Cache-Control"] == "private, no-cache"
    assert "chuyển chức vụ" in desk.get("/noi-bo/khong-co/").text


def test_the_table_of_figures_scrolls_by_the_keyboard_on_a_narrow_screen(people, client):
    assert '<div class="wide" role="region" tabindex="0" aria-label=' in client.get("/phan-anh/so-lieu/").text
