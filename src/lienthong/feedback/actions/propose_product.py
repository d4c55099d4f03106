"""Have the newsroom answer everybody at once what many asked one by one."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.core.language import kept
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.feedback.actions.settle_recurring import settle_recurring
from lienthong.feedback.models import RecurringQuestion
from lienthong.feedback.permissions import term_abilities
from lienthong.newsroom.service import Brief, begin_product
from lienthong.organisations.service import Actor

#: A guide to read and a bulletin to hear.
KINDS = ("article", "bulletin")


@transaction.atomic
def propose_product(actor: Actor, question: RecurringQuestion, *, kind: str, title: str) -> RecurringQuestion:
    """The brief holds how many asked and about which field, never what a resident wrote."""
    question = RecurringQuestion.objects.select_for_update().get(pk=question.pk)
    if not term_abilities(actor, question).change:
        raise NotAllowed(_("Lãnh đạo, cán bộ tổng hợp đề nghị tòa soạn."))
    if question.settled_at is not None:
        raise Refused(_("Câu hỏi này đã được xử lý."))
    if kind not in KINDS:
        raise Refused(_("Hãy chọn bài hướng dẫn hoặc bản tin phát thanh."), field="kind")
    words = {"n": question.cases.count(), "category": str(question.get_category_display()).lower()}
    brief = Brief(
        title=title, kind=kind, audience=kept("Người dân trong xã"),
        message=kept("%(n)d phản ánh hỏi cùng một việc (%(category)s).") % words,
    )  # fmt: skip
    product = begin_product(actor, brief)
    question.product = product
    question.save(update_fields=["product"])
    return settle_recurring(actor, question, how=kept("Tòa soạn làm “%(title)s”.") % {"title": product.title})
