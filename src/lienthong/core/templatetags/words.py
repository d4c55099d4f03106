"""Words on screen that every page needs: dates as officials write them, and how long is left."""

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from lienthong.core.amounts import amount_words

register = template.Library()


@register.filter
def day(value: date | datetime | None) -> str:
    """dd/mm/yyyy, or nothing."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value)
    return f"{value:%d/%m/%Y}"


@register.filter
def vietnamese(value: object) -> str:
    """Stored words inside a sentence of the frame: marked as Vietnamese where the frame is in another language."""
    return str(value) if get_language() == "vi" else format_html('<span lang="vi">{}</span>', value)


@register.filter
def amount(value: int | None) -> str:
    """Whole đồng as they are printed: "1.250.000"; nothing for no amount."""
    return amount_words(value)


@register.filter
def moment(value: datetime | None) -> str:
    """dd/mm/yyyy HH:MM in local time, or nothing."""
    return f"{timezone.localtime(value):%d/%m/%Y %H:%M}" if value else ""


@register.filter
def remaining(due: date | None, today: date | None = None) -> str:
    """ "còn 3 ngày", "hôm nay", "quá hạn 2 ngày"; nothing without a date."""
    if due is None:
        return ""
    days = (due - (today or timezone.localdate())).days
    if days == 0:
        return _("hôm nay")
    if days < 0:
        return ngettext("quá hạn %(n)d ngày", "quá hạn %(n)d ngày", -days) % {"n": -days}
    return ngettext("còn %(n)d ngày", "còn %(n)d ngày", days) % {"n": days}
