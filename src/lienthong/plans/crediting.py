"""What a new piece of work may count towards: the open shares of a body, with their open occurrences."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from lienthong.core.http import whole
from lienthong.organisations.service import Actor
from lienthong.plans.models import Occurrence, Plan, Share

#: So many shares, and open occurrences of each, are offered at most.
MOST_SHARES, MOST_OCCURRENCES = 100, 40


@dataclass(slots=True)
class Choice:
    share: Share
    occurrences: list[Occurrence] = field(default_factory=list)
    #: What was ticked before the form came back: the share itself, or occurrences by their keys.
    share_ticked: bool = False
    ticked: set[int] = field(default_factory=set)


def choices_for(actor: Actor, asked: Mapping[str, str]) -> list[Choice]:
    """The open shares of the actor's bodies, or of the one asked for ("don-vi")."""
    body = whole(asked.get("don-vi", ""))
    bodies = [body] if body is not None else actor.body_ids
    shares = (
        Share.objects.visible_to(actor)
        .filter(body__in=bodies, assignment__out_of_scope=False, assignment__plan__state=Plan.State.ACTIVE)
        .filter(state__in=[Share.State.ACCEPTED, Share.State.RETURNED, Share.State.NOTED])
        .select_related("assignment__plan__office", "body")
        .order_by("assignment__plan", "assignment__order", "pk")[:MOST_SHARES]
    )
    choices = {share.pk: Choice(share) for share in shares}
    found: dict[int, int] = defaultdict(int)
    occurrences = Occurrence.objects.filter(share__in=list(choices), closed_on=None).order_by("due", "rerun_number")
    for occurrence in occurrences.iterator():
        if found[occurrence.share_id] < MOST_OCCURRENCES:
            found[occurrence.share_id] += 1
            occurrence.share = choices[occurrence.share_id].share
            choices[occurrence.share_id].occurrences.append(occurrence)
    return list(choices.values())


def tick(choices: list[Choice], credits: list[str]) -> None:
    """Show again what was chosen."""
    for choice in choices:
        choice.share_ticked = f"s{choice.share.pk}" in credits
        choice.ticked = {occurrence.pk for occurrence in choice.occurrences if f"o{occurrence.pk}" in credits}


def chosen_from(choices: list[Choice], credits: list[str]) -> tuple[list[Share], list[Occurrence]]:
    """The shares ("s12") and occurrences ("o345") among ``choices`` that were ticked."""
    wanted = set(credits)
    shares = [choice.share for choice in choices if f"s{choice.share.pk}" in wanted]
    occurrences = [o for choice in choices for o in choice.occurrences if f"o{o.pk}" in wanted]
    return shares, occurrences
