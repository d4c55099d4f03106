"""Documents in and out, a decision and a held number for the table of permissions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.utils import timezone

from lienthong.audit.service import history_of
from lienthong.registry.actions.add_phrase import add_phrase
from lienthong.registry.actions.decide_document import Instruction, decide_document
from lienthong.registry.actions.hold_number import hold_number
from lienthong.registry.models import Decision, DecisionPart, HeldNumber, Proposal
from lienthong.registry.service import register_incoming
from lienthong.registry.tests.factories import read_document

if TYPE_CHECKING:
    from tests.architecture.world import World

#: A document whose pages have pictures.
PAGED = Path(__file__).resolve().parents[4] / "samples" / "04-ke-hoach-xa.pdf"


def add_to(world: World) -> None:
    people = world.people
    document = read_document(people.clerk)
    register_incoming(people.clerk, document, arrived_on=timezone.localdate())
    document.refresh_from_db()
    decision = decide_document(
        people.leader, document, kind=Decision.Kind.HANDLE,
        instructions=[Instruction(people.culture, DecisionPart.Part.LEAD, world.tomorrow)],
    )  # fmt: skip
    part = decision.parts.get()
    phrase = add_phrase(people.leader, text="Giao đơn vị chủ trì tham mưu")
    hold_number(people.clerk, day=timezone.localdate(), purpose="giữ cho quyết định")
    proposal = Proposal.objects.filter(file__document=document, kind=Proposal.Kind.TASK).first()
    assert proposal is not None
    file = document.files.get()
    paged = read_document(people.clerk, PAGED.read_bytes()).files.get()
    event = history_of(document).first()
    assert event is not None

    world.things["document"] = document
    world.rooms["registry"] = {"pk": document.pk}
    world.named["registry:outgoing"] = {"which": "di"}
    world.named["registry:register_book"] = {"slug": "den"}
    world.named["registry:register_file"] = {"slug": "den", "ending": "xlsx"}
    world.use(HeldNumber.objects.get(), "registry:cancel_number")
    world.use(phrase, "registry:remove_phrase")
    world.use(paged, "registry:page", number=1)
    world.use(file, *(f"registry:{name}" for name in ("file", "move_file", "read_file_again", "remove_annex")))
    steps = ("proposal", "confirm", "correct", "reject", "reopen", "scope")
    world.use(proposal, *(f"registry:{name}" for name in steps))
    world.use(part, *(f"registry:{name}" for name in ("assign", "propose", "finish_part", "note")))
    # Corrections are asked of events, and the first ones here are those of the document.
    world.use(event, "organisations:ask_correction", "organisations:answer_correction")
