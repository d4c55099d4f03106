"""Change a section of a draft."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.drafting import events
from lienthong.drafting.models import DraftSection
from lienthong.drafting.writing import locked_section, open_for, require_seen, touched, write
from lienthong.organisations.service import Actor

FIELDS = ("title", "level", "text")


@transaction.atomic
def write_section(actor: Actor, section: DraftSection, *, values: dict[str, Any], seen: int) -> DraftSection:
    """``values`` are fields of :data:`FIELDS`; ``seen`` is the version that the person had before him."""
    draft = open_for(actor, section.draft)
    section = locked_section(section)
    require_seen(section, seen)
    values = {name: value.strip() if isinstance(value, str) else value for name, value in values.items()}
    if not values.get("title", section.title) and not values.get("text", section.text):
        raise Refused(_("Phần này trống. Hãy ghi nội dung, hoặc bấm “Bỏ phần này”."), field="text")
    write(section, {name: value for name, value in values.items() if name in FIELDS})
    touched(actor, draft)
    record(events.WRITTEN, draft, by=actor.stamp, what=f"sửa phần “{section}”")
    return section
