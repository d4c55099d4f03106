"""The door of the room of commendations: what is proposed, and what may be told to the public."""

from __future__ import annotations

from dataclasses import dataclass

from lienthong.commendations.actions.cite_proof import cite_proof
from lienthong.commendations.actions.decide_nomination import decide_nomination
from lienthong.commendations.actions.draft_decision import draft_decision
from lienthong.commendations.actions.nominate import nominate
from lienthong.commendations.actions.propose_nomination import propose_nomination
from lienthong.commendations.actions.review_nomination import review_nomination
from lienthong.commendations.models import Nomination, StoryPicture
from lienthong.organisations.service import Body

__all__ = [
    "Nomination",
    "Publishable",
    "cite_proof",
    "decide_nomination",
    "draft_decision",
    "nominate",
    "propose_nomination",
    "publishable_of",
    "review_nomination",
]


@dataclass(frozen=True, slots=True)
class Publishable:
    """What may be told of one commendation: words, and pictures whose consent is written down."""

    nomination: Nomination
    title: str
    story: str
    pictures: tuple[StoryPicture, ...]


def publishable_of(office: Body) -> list[Publishable]:
    """What ``office`` agreed to commend, newest first. Nothing is published here: a text is written from it elsewhere
    and approved there by a named person like any other.
    """
    agreed = Nomination.objects.agreed().filter(office=office).prefetch_related("pictures")
    return [
        Publishable(
            one, f"{one.get_kind_display()}: {one.title}", one.story,
            tuple(picture for picture in one.pictures.all() if picture.consent),
        )
        for one in agreed
    ]  # fmt: skip
