"""Opinions that leaders give again and again."""

from django.utils.translation import gettext as _

from lienthong.organisations.service import Body
from lienthong.registry.models import Phrase


def offered_phrases(office: Body) -> list[str]:
    """The office's own phrases; before it has any, three that every office uses."""
    own = list(Phrase.objects.filter(office=office).values_list("text", flat=True))
    return own or [
        _("Giao đơn vị chủ trì tham mưu, trình trước hạn."),
        _("Triển khai thực hiện, báo cáo kết quả đúng hạn."),
        _("Nghiên cứu, tham mưu văn bản trả lời."),
    ]
