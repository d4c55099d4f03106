"""The door of organisations: who there is, who acts, who may do what, and what a printed name means."""

from lienthong.organisations.accounts import OneTimePassword
from lienthong.organisations.acting import OPERATOR, Actor, StaffRequest, actor_for
from lienthong.organisations.actions.add_body import add_body
from lienthong.organisations.actions.add_committee_member import add_committee_member
from lienthong.organisations.actions.add_group import add_group
from lienthong.organisations.actions.add_position import add_position
from lienthong.organisations.actions.add_user import add_user
from lienthong.organisations.actions.choose_members import choose_members
from lienthong.organisations.actions.give_supervision import give_supervision
from lienthong.organisations.actions.grant_signing import grant_signing
from lienthong.organisations.actions.import_organisations import import_organisations
from lienthong.organisations.actions.name_body import name_body
from lienthong.organisations.lookup import HEADS, head_role_of, heads_of, may_sign, positions_with, unit_of
from lienthong.organisations.matching import Candidate, Match, NameIndex, Target, match_name
from lienthong.organisations.models import (
    Body,
    BodyName,
    CommitteeMember,
    Group,
    Position,
    Role,
    SigningAuthority,
    User,
)
from lienthong.organisations.permissions import Abilities, abilities_for, after_step
from lienthong.organisations.permissions import register as register_abilities
from lienthong.organisations.records import OwnLine, register_own

__all__ = [
    "HEADS",
    "OPERATOR",
    "Abilities",
    "Actor",
    "Body",
    "BodyName",
    "Candidate",
    "CommitteeMember",
    "Group",
    "Match",
    "NameIndex",
    "OneTimePassword",
    "OwnLine",
    "Position",
    "Role",
    "SigningAuthority",
    "StaffRequest",
    "Target",
    "User",
    "abilities_for",
    "actor_for",
    "add_body",
    "add_committee_member",
    "add_group",
    "add_position",
    "add_user",
    "after_step",
    "choose_members",
    "give_supervision",
    "grant_signing",
    "head_role_of",
    "heads_of",
    "import_organisations",
    "match_name",
    "may_sign",
    "name_body",
    "positions_with",
    "register_abilities",
    "register_own",
    "unit_of",
]
