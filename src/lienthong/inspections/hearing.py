"""Whether a unit was heard about what was found."""

from datetime import date

from lienthong.inspections.models import CheckLine, Visit


def heard(visit: Visit) -> bool:
    """True when the unit has said something about each thing that was not met."""
    return not visit.lines.filter(result=CheckLine.Result.NOT_MET, explanation="").exists()


def may_still_answer(visit: Visit, today: date) -> bool:
    """True while the unit was not asked yet, or has time left and something left to say."""
    return visit.answer_by is None or (visit.answer_by >= today and not heard(visit))
