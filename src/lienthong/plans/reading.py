"""What pages show beside a thing: the sentence that ordered it, and the message that people copy."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from lienthong.inbox.service import message_for
from lienthong.organisations.service import Actor
from lienthong.plans.items import share_url
from lienthong.plans.models import Assignment, Share
from lienthong.registry import service as registry


def source_link(actor: Actor, assignment: Assignment) -> str:
    """The address of the sentence in the document, or nothing when there is none or it may not be read."""
    document = assignment.source_document
    if document is None or assignment.source_start is None or assignment.source_end is None:
        return ""
    if not registry.OfficialDocument.objects.visible_to(actor).filter(pk=document.pk).exists():
        return ""
    return registry.source_url(document, assignment.source_start, assignment.source_end)


def message_about(request: HttpRequest, share: Share, text: str = "") -> str:
    """The text of "Sao chép tin nhắn" for ``share``; nothing for a line outside the tool."""
    if share.assignment.out_of_scope:
        return ""
    asked = text or share.assignment.name
    words = _("%(office)s đề nghị %(body)s: %(asked)s")
    sentence = words % {"office": share.assignment.plan.office.label, "body": share.body.label, "asked": asked}
    return message_for(sentence, request.build_absolute_uri(share_url(share)), share.due)
