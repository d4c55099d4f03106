"""Times as a desk shows them: to the second, and how long something takes."""

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def clock(value: datetime | None) -> str:
    """HH:MM:SS in local time, or nothing."""
    return f"{timezone.localtime(value):%H:%M:%S}" if value else ""


@register.filter
def length_of(seconds: int) -> str:
    """ "5 phút 20 giây", without the part that is nought."""
    minutes, rest = divmod(int(seconds or 0), 60)
    if not minutes:
        return _("%(n)d giây") % {"n": rest}
    whole = _("%(n)d phút") % {"n": minutes}
    return f"{whole} {_('%(n)d giây') % {'n': rest}}" if rest else whole
