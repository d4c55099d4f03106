"""Cite something that exists as proof of a nomination."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.commendations import events
from lienthong.commendations.models import CitedProof, Nomination
from lienthong.commendations.permissions import begin
from lienthong.commendations.proofs import cited
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor


@transaction.atomic
def cite_proof(actor: Actor, nomination: Nomination, *, key: str) -> CitedProof:
    """``key`` names an assignment, a piece of work or evidence of the nominated unit that ``actor`` sees."""
    nomination = begin(actor, nomination, "write")
    found = cited(actor, nomination.body, key)
    if found is None:
        raise Refused(_("Không có minh chứng này trong việc của đơn vị được đề nghị."), field="key")
    proof, new = CitedProof.objects.get_or_create(
        nomination=nomination, key=found.key,
        defaults={"text": found.text[:500], "url": found.url, "added_by": actor.own_position},
    )  # fmt: skip
    if new:
        record(events.PROOF_CITED, nomination, by=actor.stamp, text=proof.text)
    return proof
