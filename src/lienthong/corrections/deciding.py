"""What the steps of corrections and questions have in common."""

from django.utils.translation import gettext as _

from lienthong.corrections import items
from lienthong.corrections.models import ClaimQuestion, Correction
from lienthong.corrections.workflow import CORRECTION, QUESTION
from lienthong.organisations.service import Actor, after_step


def locked(correction: Correction) -> Correction:
    """The correction as it is now, kept from others until the transaction ends."""
    found: Correction = Correction.objects.select_for_update(of=("self",)).select_related("office").get(
        pk=correction.pk
    )  # fmt: skip
    return found


def moved(actor: Actor, correction: Correction, act: str, right: str, **values: object) -> Correction:
    """Store the state after ``act`` with ``values``, once right and state allow it; what waited is settled."""
    correction.state = after_step(
        actor, correction, CORRECTION, act, right, unseen=_("Đính chính này của cơ quan khác."),
        refused=_("Lãnh đạo, điều phối của cơ quan không sửa bản này mới duyệt, trả lại hoặc rút."),
    )  # fmt: skip
    for name, value in values.items():
        setattr(correction, name, value)
    correction.save(update_fields=["state", *values])
    items.settle(correction)
    return correction


def locked_question(actor: Actor, question: ClaimQuestion, act: str) -> ClaimQuestion:
    """The question as it is now, in the state after ``act``; what waited about it is settled."""
    found: ClaimQuestion = ClaimQuestion.objects.select_for_update(of=("self",)).get(pk=question.pk)
    found.state = after_step(
        actor, found, QUESTION, act, "settle", unseen=_("Câu hỏi này gửi đến cơ quan khác."),
        refused=_("Văn thư, cán bộ tổng hợp hoặc lãnh đạo trả lời câu hỏi của người dân."),
    )  # fmt: skip
    items.settle(found)
    return found
