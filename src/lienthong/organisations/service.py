"""The door of organisations: who there is, who acts, who may do what, and what a printed name means."""

from lienthong.organisations.acting import Actor, actor_for
from lienthong.organisations.actions.add_group import add_group
from lienthong.organisations.lookup import may_sign, positions_with, unit_of
from lienthong.organisations.matching import Match, NameIndex, Target, match_name
from lienthong.organisations.models import Body, BodyName, CommitteeMember, Group, Position, Role, User
from lienthong.organisations.permissions import Abilities, abilities_for
from lienthong.organisations.permissions import register as register_abilities

__all__ = [
    "Abilities",
    "Actor",
    "Body",
    "BodyName",
    "CommitteeMember",
    "Group",
    "Match",
    "NameIndex",
    "Position",
    "Role",
    "Target",
    "User",
    "abilities_for",
    "actor_for",
    "add_group",
    "match_name",
    "may_sign",
    "positions_with",
    "register_abilities",
    "unit_of",
]
