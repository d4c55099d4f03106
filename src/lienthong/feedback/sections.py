"""What this room shows on the public site: its first page, published answers, figures, how data is kept."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lienthong.core.public import Found, PublicPage, PublicSection, Searched, register_section
from lienthong.feedback.models import Answer

_ON_FIRST_PAGE = 3


def _pages(office_id: int) -> Iterator[PublicPage]:
    """Pages that are the same for every reader. The form and the pages of a code are made for one."""
    for name in ("feedback_home", "feedback_answers", "feedback_figures", "feedback_data", "feedback_complaints"):
        yield PublicPage(reverse(name))
    for answer in Answer.objects.published(office_id):
        yield PublicPage(reverse("feedback_answer", args=[answer.pk]), answer.approved_at)


def _newest(office_id: int) -> Mapping[str, Any]:
    answers = Answer.objects.published(office_id)[:_ON_FIRST_PAGE]
    return {"answers": answers} if answers else {}


def _found(answer: Answer) -> Found:
    url = reverse("feedback_answer", args=[answer.pk])
    return Found(answer.question, url, answer.text, f"{answer.approved_at:%d/%m/%Y}")


register_section(
    PublicSection(
        name="feedback",
        title=_("Phản ánh, kiến nghị"),
        url_name="feedback_home",
        pages=_pages,
        searched=(Searched(Answer, _("Trả lời phản ánh"), Answer.objects.published, _found),),
        block="feedback/public/block.html",
        block_context=_newest,
    )
)
