"""The frame around every public page, also those of rooms that know nothing of the portal."""

from django import template
from django.template.context import Context

from lienthong.portal.models import Portal

register = template.Library()


@register.simple_tag(takes_context=True)
def public_portal(context: Context) -> Portal | None:
    """The portal that a view gave, else the one at the address."""
    return context.get("portal") or Portal.at(context["request"])
