"""Nominations for a commendation."""

from __future__ import annotations

from django.utils.translation import gettext as _

from lienthong.commendations.service import Nomination
from lienthong.organisations.service import Actor
from lienthong.workspace.thread.part import Builders, Part
from lienthong.workspace.thread.pieces import document_part


def _of_nomination(nomination: Nomination, actor: Actor) -> list[Part]:
    """What proves it › the nomination › the decision that commends it."""
    if nomination.document is not None:
        decision = document_part(nomination.document, actor)
    else:
        decision = Part(str(nomination.draft)) if nomination.draft else Part(_("chưa có quyết định"))
    return [
        *(Part(proof.text[:80], proof.url) for proof in nomination.proofs.all()[:2]),
        Part(nomination.title, here=True),
        decision,
    ]


BUILDERS: Builders = {
    Nomination: _of_nomination,
}
