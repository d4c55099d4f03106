"""What the steps of a lesson have in common, and the words that an approval is about."""

from django.utils.translation import gettext as _

from lienthong.core.hashing import sha256_of
from lienthong.core.refusals import Refused
from lienthong.learning import items
from lienthong.learning.models import Lesson
from lienthong.learning.workflow import LESSON
from lienthong.organisations.service import Actor, after_step

WORDS = ("title", "lead", "minutes", "body", "quiz", "to_pass")


def hash_of(lesson: Lesson) -> str:
    """SHA-256 of everything that the public reads of a lesson."""
    said = {name: getattr(lesson, name) for name in WORDS}
    return sha256_of(said)


def moved(actor: Actor, lesson: Lesson, act: str, right: str, *, reason: str | None = "") -> Lesson:
    """The lesson in its state after ``act``, not saved, once right and state allow it; what waited is settled.

    ``reason`` is kept; None where the act needs one and none was given.
    """
    lesson = Lesson.objects.select_for_update().get(pk=lesson.pk)
    state = after_step(
        actor, lesson, LESSON, act, right, unseen=_("Bài học này của cơ quan khác."),
        refused=_("Lãnh đạo, điều phối của cơ quan không sửa bài này mới duyệt, trả lại hoặc thôi công khai."),
    )  # fmt: skip
    if reason is None:
        raise Refused(_("Hãy ghi lý do."), field="reason")
    lesson.state, lesson.reason = state, reason
    items.settle(lesson)
    return lesson


def given(reason: str) -> str | None:
    """The reason that was typed; None for blanks."""
    return reason.strip() or None
