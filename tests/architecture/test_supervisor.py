"""A supervisor (*giám sát*) reads, may ask, and changes nothing anywhere."""

from dataclasses import fields

import pytest

from lienthong.organisations.permissions import registered_models
from lienthong.organisations.service import Role, abilities_for
from tests.architecture.test_permissions import HEAD, table
from tests.architecture.world import build_world

#: Steps that a supervisor may ask for, each for its reason; all change his own things alone.
HIS_OWN = {
    "casefiles:export_behind": "a copy of what he reads",
    "casefiles:export_case": "a copy of what he reads",
    "feedback_ask_data": "open to everyone who has the code of a case, signed in or not",
    "inbox:make_feed": "the address of his own calendar",
    "workspace:settings": "his own language and tables",
}
#: Rights that change nothing.
LOOKS = {"see", "whole", "findings"}


def rows(method: str) -> dict[str, str]:
    column = HEAD.index("supervisor") - 1
    return {name: row[column] for name, row in table().items() if row[0] == method}


def test_every_step_is_refused_but_his_own():
    let_in = {name for name, status in rows("POST").items() if status not in ("404", "403")}
    assert let_in == set(HIS_OWN)


def test_he_asks():
    assert table()["inspections:ask"][HEAD.index("supervisor") - 1] == "200"


@pytest.mark.django_db
def test_of_everything_that_there_is_he_has_no_right_but_to_look():
    supervisor, seen = build_world().people.supervisor, set()
    assert supervisor.is_(Role.SUPERVISOR)
    for model in registered_models():
        for thing in model._default_manager.all():
            can = abilities_for(supervisor, thing)
            rights = {field.name for field in fields(can) if getattr(can, field.name)}
            assert rights <= LOOKS, f"{model.__name__}: {rights}"
            seen |= {model.__name__} if can.see else set()
    assert {"Plan", "Assignment", "Work", "Inspection", "Visit", "Question", "CaseFile"} <= seen
