"""The door of the room of training."""

from django.urls import reverse

from lienthong.organisations.service import Actor
from lienthong.plans.service import Occurrence, Share
from lienthong.training.actions.approve_list import approve_list
from lienthong.training.actions.close_class import close_class
from lienthong.training.actions.finish_class import finish_class
from lienthong.training.actions.nominate_people import nominate_people
from lienthong.training.actions.open_class import open_class
from lienthong.training.actions.tick_session import tick_session
from lienthong.training.actions.write_class import write_class
from lienthong.training.items import class_url
from lienthong.training.models import Invitation, TrainingClass
from lienthong.training.permissions import may_begin, may_look

__all__ = [
    "Invitation",
    "TrainingClass",
    "approve_list",
    "begin_url",
    "class_url",
    "classes_for",
    "close_class",
    "finish_class",
    "may_begin",
    "may_look",
    "nominate_people",
    "open_class",
    "tick_session",
    "write_class",
]


def begin_url(share: Share, occurrence: Occurrence | None) -> str:
    """Where a class for an occurrence, or for the whole share, begins."""
    asked = {"ky": occurrence.pk} if occurrence else {"phan-viec": share.pk}
    return reverse("training:begin", query=asked)


def classes_for(actor: Actor, share: Share, occurrence: Occurrence | None) -> list[TrainingClass]:
    """What is held for ``occurrence``, or for the whole ``share`` when there is none; called off ones left out."""
    found = TrainingClass.objects.visible_to(actor).filter(share=share, occurrence=occurrence)
    return list(found.exclude(state=TrainingClass.State.CANCELLED).order_by("-pk"))
