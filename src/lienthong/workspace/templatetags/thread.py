"""``{% thread thing %}``: where a page hangs on the thread, the same component everywhere."""

from typing import Any

from django import template
from django.db import models

from lienthong.workspace.thread import parts_of

register = template.Library()


@register.inclusion_tag("workspace/thread.html", takes_context=True)
def thread(context: dict[str, Any], thing: models.Model) -> dict[str, Any]:
    return {"parts": parts_of(thing, context["actor"])}
