"""Write the answer to a case and submit it to a person other than its writer."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused, required
from lienthong.feedback import events, items
from lienthong.feedback.models import Answer, FeedbackCase
from lienthong.feedback.stepping import moved
from lienthong.feedback.wording import personal_data_in
from lienthong.organisations.service import Actor


@transaction.atomic
def submit_answer(actor: Actor, case: FeedbackCase, *, text: str, public: bool = False, question: str = "") -> Answer:
    """``public`` only where the resident agreed; then ``question`` says in the office's words what was asked."""
    text = required(text, _("Hãy viết trả lời."), "text")
    if public:
        question = required(question, _("Hãy ghi lại câu hỏi bằng lời của cơ quan, để người đọc hiểu."), "question")
        _require_publishable(case, question, text)
    case = moved(actor, case, "submit", "answer", _("Đơn vị xử lý hoặc bộ phận tiếp nhận viết trả lời."))
    case.save(update_fields=["state", "finished_on"])
    answer = Answer.objects.create(
        case=case, text=text, public=public, question=question if public else "", written_by=actor.own_position
    )
    items.ask_to_decide(case, answer, actor)
    record(events.SUBMITTED, case, by=actor.stamp)
    return answer


def _require_publishable(case: FeedbackCase, question: str, text: str) -> None:
    if not case.may_publish:
        raise Refused(
            _("Người dân không đồng ý đăng. Hãy bỏ chọn “Đăng”; người dân vẫn đọc được bằng mã."), field="public"
        )
    telling = getattr(case, "telling", None)
    known = (telling.name, telling.phone, telling.email) if telling else ()
    for field, words in (("question", question), ("text", text)):
        found = personal_data_in(words, *known)
        if found:
            sentence = _("“%(found)s” có thể là thông tin cá nhân. Hãy bỏ đi, hoặc bỏ chọn “Đăng”.")
            raise Refused(sentence % {"found": found}, field=field)
