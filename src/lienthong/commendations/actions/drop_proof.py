"""No longer cite a proof."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.commendations import events
from lienthong.commendations.models import CitedProof
from lienthong.commendations.permissions import begin
from lienthong.organisations.service import Actor


@transaction.atomic
def drop_proof(actor: Actor, proof: CitedProof) -> None:
    nomination = begin(actor, proof.nomination, "write")
    record(events.PROOF_DROPPED, nomination, by=actor.stamp, text=proof.text)
    proof.delete()
