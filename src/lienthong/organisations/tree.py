"""The tree as screens show it."""

from __future__ import annotations

from dataclasses import dataclass, field

from lienthong.organisations.models import Body


@dataclass(slots=True)
class Branch:
    body: Body
    branches: list[Branch] = field(default_factory=list)


def chain_above(body: Body) -> list[Body]:
    """The bodies above ``body``, from the root down, itself left out."""
    above = {found.pk: found for found in Body.objects.filter(pk__in=body.ancestor_ids)}
    return [above[pk] for pk in body.ancestor_ids if pk != body.pk]


def branch_of(body: Body) -> Branch:
    """``body`` and all below it that exist today."""
    bodies = list(Body.objects.valid_now().under(body))
    branches = {found.pk: Branch(found) for found in [body, *bodies]}
    for found in bodies:
        above = branches.get(found.parent_id or 0)
        if above is not None and found.pk != body.pk:
            above.branches.append(branches[found.pk])
    return branches[body.pk]
