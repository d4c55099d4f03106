"""What it means here that a draft was issued: the document that it corrects says so, and its note can be published."""

from lienthong.core import public
from lienthong.corrections import items
from lienthong.corrections.models import Correction
from lienthong.drafting.service import Draft, on_issue
from lienthong.organisations.service import Actor
from lienthong.registry.service import record_correction


def take_issue(actor: Actor, draft: Draft) -> None:
    """Also of a correction that was given up meanwhile: the issued document corrects all the same."""
    for correction in Correction.objects.filter(draft=draft).select_related("document", "office", "last_editor__body"):
        assert correction.document is not None, "only documents are corrected by documents"
        assert draft.document is not None, "an issued draft has its document"
        replaces = correction.fault == Correction.Fault.CONTENT
        record_correction(actor, correction.document, draft.document, replaces=replaces)
        public.changed(correction.office_id)
        items.ask_to_go_on(correction, actor)


on_issue(take_issue)
