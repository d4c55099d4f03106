"""Write a lesson with its questions."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.learning import events
from lienthong.learning.models import BankQuestion, Lesson
from lienthong.learning.permissions import lesson_abilities, may_write
from lienthong.learning.quizzes import copied
from lienthong.organisations.service import Actor

_MOST_QUESTIONS = 10


@transaction.atomic
def write_lesson(
    actor: Actor, lesson: Lesson | None, *, title: str, lead: str, minutes: int, body: str,
    questions: Sequence[BankQuestion], to_pass: int, seen: int = 0,
) -> Lesson:  # fmt: skip
    """A new lesson when ``lesson`` is None, a next version when it is public; ``seen`` counts the saves seen before."""
    if lesson is None:
        right = may_write(actor)
    else:
        lesson = Lesson.objects.select_for_update().get(pk=lesson.pk)
        abilities = lesson_abilities(actor, lesson)
        right = abilities.write or abilities.renew
    if not right:
        raise NotAllowed(_("Bài học này không sửa được ở đây: của cơ quan khác, đang chờ duyệt hoặc đã có bản mới."))
    _check(actor, title, lead, body, questions, to_pass)
    if lesson is None or lesson.state == Lesson.State.APPROVED:
        lesson = Lesson(office=actor.own_office, replaces=lesson, edits=0)
    elif lesson.edits != seen:
        raise Refused(_("Người khác vừa sửa bài này. Lời bạn gõ vẫn còn dưới đây; hãy so rồi lưu lại."))
    lesson.title, lesson.lead, lesson.minutes = title.strip(), lead.strip(), minutes
    lesson.body = "\n".join(filter(None, (line.strip() for line in body.splitlines())))
    lesson.quiz, lesson.to_pass = copied(questions), to_pass
    lesson.last_editor, lesson.edited_at, lesson.edits = actor.own_position, timezone.now(), lesson.edits + 1
    lesson.save()
    record(events.WRITTEN, lesson, by=actor.stamp, title=lesson.title)
    return lesson


def _check(actor: Actor, title: str, lead: str, body: str, questions: Sequence[BankQuestion], to_pass: int) -> None:
    for field, said in (("title", title), ("lead", lead), ("body", body)):
        if not said.strip():
            raise Refused(_("Hãy ghi đủ tên bài, học xong làm được gì và nội dung."), field=field)
    if not 0 < len(questions) <= _MOST_QUESTIONS:
        raise Refused(_("Hãy chọn 1 đến 10 câu hỏi trong ngân hàng câu hỏi."), field="questions")
    if any(not actor.in_office(question.office_id) for question in questions):
        raise NotAllowed(_("Câu hỏi này của cơ quan khác."))
    if not 0 < to_pass <= len(questions):
        raise Refused(_("Số câu đúng để đạt phải từ 1 đến số câu hỏi."), field="to_pass")
