"""Cases for tests, made through the acts."""

import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from lienthong.feedback.actions.approve_answer import approve_answer
from lienthong.feedback.actions.assign_case import assign_case
from lienthong.feedback.actions.enter_case import enter_case
from lienthong.feedback.actions.submit_answer import submit_answer
from lienthong.feedback.models import Answer, FeedbackCase
from lienthong.feedback.taking_in import Told, consent_to_contact
from lienthong.organisations.tests.factories import Cast

WHAT = "Đèn đường trước cổng trường mầm non hỏng từ tuần trước, buổi tối đi lại nguy hiểm."
WHERE = "trước cổng trường mầm non"
QUESTION = "Đèn đường trước cổng trường mầm non bao giờ được sửa?"
TEXT = "Đơn vị quản lý đã thay bóng và dây ngày hôm qua. Cảm ơn bà con đã báo."


def told(what: str = WHAT, where: str = WHERE, *, contact: bool = False, **more: Any) -> Told:
    if contact:
        reached = {"name": "Nguyễn Văn A", "phone": "0200 000 199", "email": "a@minhhoa.example"}
        more = {**reached, "consent": consent_to_contact(24), **more}
    return Told(what, where, **{"may_publish": True, **more})


def make_case_of_resident(people: Cast, said: Told | None = None) -> FeedbackCase:
    return enter_case(people.clerk, said or told(), came="phone")


def make_assigned(people: Cast, said: Told | None = None) -> FeedbackCase:
    return assign_case(people.clerk, make_case_of_resident(people, said), unit=people.culture, category="utilities")


def make_submitted(people: Cast, said: Told | None = None, **values: Any) -> Answer:
    case = make_assigned(people, said)
    return submit_answer(people.member, case, **{"text": TEXT, "public": True, "question": QUESTION, **values})


def make_answered(people: Cast, said: Told | None = None, **values: Any) -> Answer:
    answer = make_submitted(people, said, **values)
    return approve_answer(people.leader, answer.case, seen=answer.pk)


def phone_photo(text: str = "Máy ảnh", kind: str = "JPEG") -> SimpleUploadedFile:
    """A photo into which the phone wrote ``text``."""
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x010F] = text
    picture = Image.new("RGB", (2000, 1500), "teal")
    if kind == "HEIC":
        import pillow_heif

        pillow_heif.from_pillow(picture).save(out, exif=exif.tobytes())
    else:
        picture.save(out, kind, exif=exif)
    return SimpleUploadedFile(f"anh.{kind.lower()}", out.getvalue())
