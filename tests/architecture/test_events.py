"""Every act leaves an event, and every event has a sentence and a rule for forgetting."""

import ast
from functools import cache

from lienthong.audit.service import all_kinds
from tests.architecture.source import SOURCE, acts, room_folder, tree

#: Acts that change nothing anyone else could ask about; each says so in its docstring.
HOUSEKEEPING = {
    "activities/actions/scan_attendance.py",
    "inbox/actions/read_notices.py",
    "learning/actions/draw_certificate.py",
    "learning/actions/take_quiz.py",
}


def calls_of(path):
    """Names of the functions that a module calls, those of its room's helper modules included (one step)."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            function = node.func
            found.add(function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", ""))
    return found


@cache
def recording_helpers(room):
    """Functions of a room, outside its acts, that record an event (directly or through one another)."""
    bodies = {}
    for path in room.rglob("*.py"):
        if "tests" in path.parts:
            continue
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef):
                called = {
                    sub.func.attr if isinstance(sub.func, ast.Attribute) else getattr(sub.func, "id", "")
                    for sub in ast.walk(node)
                    if isinstance(sub, ast.Call)
                }
                bodies.setdefault(node.name, set()).update(called)
    recording = {"record"}
    while True:
        more = {name for name, called in bodies.items() if called & recording} - recording
        if not more:
            return recording
        recording |= more


def leaves_an_event(path):
    """True also for housekeeping that says in its docstring why there is none."""
    if str(path.relative_to(SOURCE)) in HOUSEKEEPING:
        return "event" in ast.get_docstring(tree(path))
    return bool(calls_of(path) & recording_helpers(room_folder(path)))


def test_every_act_leaves_an_event():
    assert acts()
    assert [str(path.relative_to(SOURCE)) for path in acts() if not leaves_an_event(path)] == []


def test_every_event_has_a_sentence_and_a_forgetting_rule():
    assert all_kinds()
    for kind in all_kinds():
        assert kind.sentence.strip(), kind.code
        assert kind.forgetting.why, kind.code
        assert kind.code.count(".") == 2, kind.code
