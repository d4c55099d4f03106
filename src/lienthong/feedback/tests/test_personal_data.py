"""What is personal is shown to whom it must be, given out, and then gone from every table, file and log."""

import json
import logging
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from lienthong.audit.service import history_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.core.tests.walking import files_with, tables_with
from lienthong.feedback.actions.ask_for_data import ask_for_data
from lienthong.feedback.actions.assign_case import assign_case
from lienthong.feedback.actions.enter_case import enter_case
from lienthong.feedback.actions.erase_case import erase_case
from lienthong.feedback.actions.export_case import export_case
from lienthong.feedback.actions.give_back_case import give_back_case
from lienthong.feedback.actions.merge_case import merge_case
from lienthong.feedback.actions.reopen_case import reopen_case
from lienthong.feedback.actions.return_answer import return_answer
from lienthong.feedback.actions.set_term import set_term
from lienthong.feedback.actions.submit_answer import submit_answer
from lienthong.feedback.jobs import erase_due
from lienthong.feedback.models import Answer, DataRequest, FeedbackCase, Photo
from lienthong.feedback.tests.factories import (
    TEXT,
    make_answered,
    make_assigned,
    make_case_of_resident,
    phone_photo,
    told,
)
from lienthong.inbox.service import WorkItem
from lienthong.organisations.tests.factories import cast, sign_in

pytestmark = pytest.mark.django_db
PLANTED = "chim-sẻ-lửa-77"


@pytest.fixture
def people(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return cast()


def planted() -> object:
    """The phrase in everything that a resident may say, in his contact and in what his phone wrote into a photo."""
    return told(
        f"Nhà {PLANTED} bị ngập", f"cạnh nhà {PLANTED}", contact=True, name=f"Nguyễn {PLANTED}",
        email="chim-se-lua-77@minhhoa.example", photos=(phone_photo(PLANTED), phone_photo(PLANTED, "HEIC")),
    )  # fmt: skip


def test_after_erasing_the_phrase_is_in_no_table_file_or_log(people, tmp_path, caplog, client, settings,
                                                             django_capture_on_commit_callbacks):  # fmt: skip
    caplog.set_level(logging.INFO)
    with django_capture_on_commit_callbacks(execute=True):
        case = enter_case(people.clerk, planted(), came="phone")
        assign_case(people.clerk, case, unit=people.culture, category="environment", text=f"Xem nhà {PLANTED}")
        give_back_case(people.member, case, reason=f"Nhà {PLANTED} do xã quản lý")
        assign_case(people.clerk, case, unit=people.culture, category="environment")
        submit_answer(people.member, case, text=f"Gửi bà con: nhà {PLANTED} đã được xem.")
        return_answer(people.leader, case, reason=f"Đừng ghi {PLANTED}")
        submit_answer(people.member, case, text=f"Đã xem nhà {PLANTED}.")
        sign_in(client, people.leader)
        answer = case.answers.first()
        client.post(reverse("feedback:step", args=[case.pk, "duyet"]), {"seen": answer.pk})
        reopen_case(people.clerk, case, reason=f"{PLANTED} gọi lại")
        again = submit_answer(people.member, case, text=f"Đã xem lại nhà {PLANTED}.")
        client.post(reverse("feedback:step", args=[case.pk, "duyet"]), {"seen": again.pk})
        ask_for_data(case, kind="erase")
    assert PLANTED in client.get(reverse("feedback:case", args=[case.pk])).text
    before = tables_with(PLANTED)
    assert {name.split(".")[0] for name in before} == {"feedback_telling", "feedback_note", "feedback_answer"}
    assert len(list(tmp_path.rglob("*.webp"))) == 2
    assert files_with(tmp_path, PLANTED) == []

    with django_capture_on_commit_callbacks(execute=True):
        sign_in(client, people.clerk)
        client.post(reverse("feedback:step", args=[case.pk, "xoa-du-lieu"]))
    assert tables_with(PLANTED) == tables_with("chim-se-lua-77") == tables_with("chim se lua 77") == []
    assert list(tmp_path.rglob("*.webp")) == []
    assert files_with(tmp_path, PLANTED) == files_with(Path(settings.LIENTHONG_PUBLIC), PLANTED) == []
    assert PLANTED not in caplog.text
    case = FeedbackCase.objects.get(pk=case.pk)
    page = client.get(reverse("feedback:case", args=[case.pk])).text
    assert "(đã xóa theo quy định)" in page
    assert PLANTED not in page
    assert all(answer.intact for answer in Answer.objects.all())
    assert WorkItem.objects.open().count() == 0
    assert any("xóa dữ liệu cá nhân" in event.sentence for event in history_of(case))


def test_figures_and_hashes_stay_right_after_erasing(people):
    public, private = make_answered(people), make_answered(people, told(may_publish=False), public=False, question="")
    merged = merge_case(people.clerk, make_case_of_resident(people), into=make_assigned(people))
    today = timezone.localdate()
    counted = FeedbackCase.objects.counted(people.office, today, today).count()
    for case in (public.case, private.case, merged):
        erase_case(people.clerk, case)
    assert FeedbackCase.objects.counted(people.office, today, today).count() == counted == 3
    public.refresh_from_db()
    private.refresh_from_db()
    assert (public.text, public.intact) == (TEXT, True)
    assert (private.text, private.hash, private.intact) == ("", "", True)
    with pytest.raises(NotAllowed):
        erase_case(people.clerk, public.case)


def test_an_open_case_is_not_erased_and_strangers_erase_nothing(people):
    case = make_assigned(people)
    with pytest.raises(Refused, match="đang xử lý"):
        erase_case(people.clerk, case)
    answered = make_answered(people).case
    for actor in (people.member, people.unit_head, people.leader, people.other_head, people.administrator):
        with pytest.raises(NotAllowed):
            erase_case(actor, answered)
        with pytest.raises(NotAllowed):
            export_case(actor, answered)


def test_erased_on_schedule_as_the_dated_term_says(people):
    old, new = make_answered(people).case, make_answered(people).case
    today = timezone.localdate()
    set_term(people.leader, kind="keep", amount=6, basis="Quy chế", valid_from=today - timedelta(days=1))
    FeedbackCase.objects.filter(pk=old.pk).update(finished_on=today - timedelta(days=190))
    FeedbackCase.objects.filter(pk=new.pk).update(finished_on=today - timedelta(days=170))
    assert erase_due() == 1
    assert erase_due() == 0
    old.refresh_from_db()
    new.refresh_from_db()
    assert (old.erased_at is not None, new.erased_at) == (True, None)


def test_a_copy_holds_everything_that_is_kept(people, client):
    case = make_answered(people, told(contact=True)).case
    request = ask_for_data(case, kind="copy")
    assert ask_for_data(case, kind="copy") == request
    assert WorkItem.objects.open().get().due == request.due
    sign_in(client, people.clerk)
    answer = client.post(reverse("feedback:export", args=[case.pk]))
    given = json.loads(answer.content)
    telling = case.telling
    for name in ("what", "where", "name", "phone", "email", "consent"):
        assert given[name] == getattr(telling, name)
    assert given["answers"][0]["text"] == TEXT
    assert not DataRequest.objects.filter(done_at=None).exists()
    assert not WorkItem.objects.open().exists()
    with pytest.raises(Refused):
        ask_for_data(case, kind="gì đó")
    erase_case(people.clerk, case)
    case.refresh_from_db()
    with pytest.raises(Refused, match="đã được xóa"):
        ask_for_data(case, kind="copy")


def test_consent_is_kept_as_it_was_shown_and_nothing_without_it(people):
    case = make_case_of_resident(people, told(contact=True))
    assert "24 tháng" in case.telling.consent
    assert case.telling.consented_at is not None
    nobody = make_case_of_resident(people)
    assert (nobody.telling.consent, nobody.telling.consented_at) == ("", None)
    with pytest.raises(Refused, match="đồng ý"):
        make_case_of_resident(people, told(contact=True, consent=""))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "HEIC"])
def test_a_photo_keeps_nothing_of_the_phone(people, kind):
    case = make_case_of_resident(people, told(photos=(phone_photo("Điện thoại của tôi", kind),)))
    photo = Photo.objects.get(case=case)
    with Image.open(photo.file) as kept:
        assert (kept.format, kept.size, dict(kept.getexif())) == ("WEBP", (1280, 960), {})
