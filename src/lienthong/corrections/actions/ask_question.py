"""Take in a question "Có đúng không?" of the public form. Nobody is signed in: the gate decides instead of a right."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import Stamp, record
from lienthong.core import keys
from lienthong.core.language import kept
from lienthong.core.refusals import required
from lienthong.core.text import printable
from lienthong.corrections import events, items
from lienthong.corrections.disarming import disarmed_lines
from lienthong.corrections.models import ClaimQuestion
from lienthong.corrections.refusing import IsFeedback, require_impersonal, require_no_conduct
from lienthong.feedback.service import new_code
from lienthong.gate.service import WORDS, Arriving, Verdict, admit
from lienthong.organisations.service import Body


def ask_question(
    office: Body, arriving: Arriving, *, text: str, about: str, scam_places: str
) -> ClaimQuestion | Verdict:
    """The question, or why it did not get in. The same form sent twice gives the question of the first time.

    :class:`Refused` with the field where the text points to a person; :class:`IsFeedback` where it may be feedback.
    """
    text = required(printable(text), _("Hãy ghi điều bạn nghe được."), field="text")
    require_no_conduct(text, "text")
    require_impersonal(text, "text")
    about = printable(about).strip()
    if not about:
        raise IsFeedback(
            _("Hãy ghi điều này về dịch vụ, thủ tục, văn bản hay kiểu lừa đảo nào. Nếu không, hãy gửi phản ánh."),
            field="about",
        )
    require_no_conduct(about, "about")
    require_impersonal(about, "about")
    places = disarmed_lines(scam_places)
    with transaction.atomic():
        decided = admit(office, WORDS, arriving)
        before = ClaimQuestion.objects.filter(form=arriving.form).first()
        if before is not None or decided is not Verdict.IN:
            return before or decided
        question = ClaimQuestion.objects.create(
            office=office, code=_free_code(office), form=arriving.form, text=text, about=about, scam_places=places
        )
        items.ask_to_answer(question)
        resident = Stamp("", kept("Người dân"), keys.key_of(office))
        record(events.ASKED, question, by=resident, code=question.code)
    return question


def _free_code(office: Body) -> str:
    """One that no question has; the row of the office is held."""
    while ClaimQuestion.objects.filter(code=(code := new_code(office.place or office.name))).exists():
        pass
    return code
