"""What the rules of form say of a draft: worked out once for one content, and shown only for that content."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

import vanban
from django.utils import timezone

from lienthong.core.refusals import Refused
from lienthong.drafting.content import docx_of, hash_of
from lienthong.drafting.models import Draft, DraftCheck
from lienthong.drafting.printing import printed

#: Blanks that the clerk fills in are no fault of a draft.
_LATER = ("number-blank", "date-blank")


def known_check(draft: Draft) -> DraftCheck | None:
    """What was found of ``draft`` as it stands now; None where it was changed since, or the rules may have.

    :class:`Refused` when its content cannot be printed at all.
    """
    content, head = printed(draft)
    return DraftCheck.objects.filter(draft=draft, hash=_mark(content, head)).first()


def check_draft(draft: Draft) -> DraftCheck:
    """Write the file of ``draft`` as it stands, check it, and keep what was found for who opens it next."""
    content, head = printed(draft)
    found: dict[str, Any] = {"hash": _mark(content, head), "findings": [], "refusal": "", "checked_at": timezone.now()}
    try:
        report = vanban.check(docx_of(content, **head), parent=None)
    except Refused as refused:
        found["refusal"] = str(refused.sentence)
    else:
        found["findings"] = [
            {"message": one.message, "proposal": one.proposal, "source": one.source}
            for one in report.findings
            if one.rule not in _LATER
        ]
    kept, _new = DraftCheck.objects.update_or_create(draft=draft, defaults=found)
    return kept


def _mark(content: dict[str, Any], head: dict[str, Any]) -> str:
    """Rules are dated and come with the library: another day or another library checks anew."""
    rules = {"day": timezone.localdate().isoformat(), "library": version("vanban")}
    return hash_of({"content": content, "head": head, "rules": rules})
