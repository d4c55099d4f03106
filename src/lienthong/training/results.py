"""What came of a class: who finished it by its rule, and the numbers of its units."""

from lienthong.training.models import Nominee, TrainingClass, TrainingSession
from lienthong.training.people import attended_by

_R = Nominee.Result


def seen_of(session: TrainingSession) -> str:
    """When the sheet was filled in last, as the page that shows it carries it."""
    return session.ticked_at.isoformat() if session.ticked_at else ""


def by_rule(training: TrainingClass, attended: int, sessions: int) -> str:
    """The result that the rule of the class gives; nothing where results are entered by hand."""
    if training.pass_percent is None or not sessions:
        return _R.UNKNOWN
    return _R.PASSED if attended * 100 >= training.pass_percent * sessions else _R.FAILED


def follow_rule(training: TrainingClass) -> None:
    """Give everyone on the list the result of the rule, but for those whose result a person entered with a reason."""
    if training.state not in (TrainingClass.State.TAUGHT, TrainingClass.State.CLOSED) or training.pass_percent is None:
        return
    attended, sessions = attended_by(training), training.sessions.count()
    for nominee in training.nominees.on_list().filter(result_reason=""):
        result = by_rule(training, attended[nominee.pk], sessions)
        if result != nominee.result:
            nominee.result = result
            nominee.save(update_fields=["result"])


def count_units(training: TrainingClass) -> int:
    """Write down how many of each unit attended and finished; returns how many attended in all."""
    attended, total = attended_by(training), 0
    for invitation in training.invitations.all():
        there = [one for one in invitation.nominees.on_list() if attended[one.pk]]
        invitation.attended = len(there)
        invitation.passed = sum(one.result == _R.PASSED for one in there)
        invitation.save(update_fields=["attended", "passed"])
        total += invitation.attended
    return total
