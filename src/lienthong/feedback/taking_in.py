"""What every case begins with: its code, its term, its words apart from it, and what the desk is proposed."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.files.base import ContentFile, File
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.language import kept
from lienthong.core.pictures import drawn_anew
from lienthong.core.refusals import Refused
from lienthong.core.text import search_fold
from lienthong.feedback import events, items
from lienthong.feedback.models import FeedbackCase, Photo, RecurringQuestion, Telling, Term
from lienthong.feedback.proposing import RECURRING, category_of, same_question
from lienthong.feedback.terms import due_after
from lienthong.feedback.wording import new_code
from lienthong.organisations.service import Actor, Body, Position

MOST_PHOTOS = 4


@dataclass(frozen=True, slots=True)
class Told:
    """What a resident said. ``consent`` is the sentence that he agreed to; a contact without one is not kept."""

    what: str
    where: str = ""
    hamlet: Body | None = None
    name: str = ""
    phone: str = ""
    email: str = ""
    consent: str = ""
    may_publish: bool = False
    photos: tuple[File, ...] = ()


#: A photo drawn anew: its content, width and height.
Drawn = tuple[ContentFile, int, int]


def drawn_photos(told: Told) -> list[Drawn]:
    """The photos, drawn anew; call it before a transaction, because it takes seconds."""
    if len(told.photos) > MOST_PHOTOS:
        raise Refused(_("Gửi nhiều nhất %(n)d ảnh.") % {"n": MOST_PHOTOS}, field="photos")
    return [drawn_anew(photo, field="photos") for photo in told.photos]


def take_in(
    office: Body,
    told: Told,
    drawn: list[Drawn],
    *,
    came: FeedbackCase.Came,
    sender: str,
    entered_by: Position | None = None,
    form: str | None = None,
) -> FeedbackCase:
    """A new case that waits for the desk, with the ``drawn`` photos of what was told. In a transaction."""
    if not told.what.strip():
        raise Refused(_("Hãy ghi việc cần phản ánh."), field="what")
    if (told.name or told.phone or told.email) and not told.consent:
        raise Refused(_("Cần sự đồng ý của người dân để giữ thông tin liên hệ."), field="agreed")
    due, basis = due_after(office, Term.Kind.ANSWER, timezone.localdate())
    case = FeedbackCase(
        office=office, came=came, entered_by=entered_by, due=due, due_basis=basis, hamlet=told.hamlet,
        category=category_of(told.what), may_publish=told.may_publish, form=form,
    )  # fmt: skip
    _save_under_new_code(case, office)
    _keep(case, told)
    for content, width, height in drawn:
        photo = Photo(case=case, width=width, height=height)
        photo.file.save(f"{get_random_string(24)}.webp", content)
    items.ask_to_sort(case, sender)
    _join_recurring(case)
    return case


def record_entered(actor: Actor, case: FeedbackCase) -> None:
    """The event of a case that somebody of the office entered."""
    words = {"code": case.code, "came": str(case.get_came_display()).lower(), "due": f"{case.due:%d/%m/%Y}"}
    record(events.ENTERED, case, by=actor.stamp, **words)


def _save_under_new_code(case: FeedbackCase, office: Body) -> None:
    for _try in range(20):
        case.code = new_code(office.place or office.name)
        try:
            with transaction.atomic():
                case.save()
            return
        except IntegrityError:
            case.pk = None
    raise Refused(_("Chưa ghi được phản ánh. Hãy thử lại."))


def _keep(case: FeedbackCase, told: Told) -> None:
    what, where = told.what.replace("\r\n", "\n").strip(), told.where.strip()
    contact = {"name": told.name.strip(), "phone": told.phone.strip(), "email": told.email.strip()}
    Telling.objects.create(
        case=case, what=what, where=where, folded=search_fold(f"{what} {where}"), **contact,
        consent=told.consent if any(contact.values()) else "",
        consented_at=timezone.now() if any(contact.values()) else None,
    )  # fmt: skip


def _join_recurring(case: FeedbackCase) -> None:
    """With the tenth case of one question the coordinator is proposed a guide or a bulletin, once."""
    others = same_question(case)
    question = next((other.recurring for other in others if other.recurring_id), None)
    if question is None and len(others) + 1 < RECURRING:
        return
    if question is None:
        question = RecurringQuestion.objects.create(office=case.office, category=case.category)
        items.propose_guide(question, len(others) + 1)
    pks = [case.pk, *(other.pk for other in others if other.recurring_id is None)]
    FeedbackCase.objects.filter(pk__in=pks).update(recurring=question)
    case.recurring = question


def consent_to_contact(months: int) -> str:
    """The sentence that a resident agrees to, as it is kept beside his data."""
    sentence = kept(
        "Tôi đồng ý để cơ quan dùng thông tin liên hệ này chỉ để hỏi thêm và báo kết quả phản ánh này; "
        "thông tin được xóa sau %(n)d tháng kể từ ngày xong việc, hoặc sớm hơn khi tôi yêu cầu."
    )
    return sentence % {"n": months}
