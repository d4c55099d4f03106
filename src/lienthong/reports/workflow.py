"""The states of a report, and of what a unit reports into it, as tables."""

from lienthong.core.states import Edge, Workflow
from lienthong.reports.models import Report, UnitReport

REPORT = Workflow(
    "reports.report",
    [
        Edge(Report.State.DRAFT, Report.State.DRAFT, "write", "texts are written while the figures still move"),
        Edge(Report.State.DRAFT, Report.State.FROZEN, "freeze", "the figures that were sent must stay what they were"),
    ],
)

_STATE = UnitReport.State
UNIT_REPORT = Workflow(
    "reports.unit_report",
    [
        Edge(_STATE.ASKED, _STATE.ASKED, "write", "a unit writes in several sittings before it sends"),
        Edge(_STATE.RETURNED, _STATE.RETURNED, "write", "what was sent back is mended"),
        Edge(_STATE.ASKED, _STATE.SENT, "send", "the unit stands by what it wrote"),
        Edge(_STATE.RETURNED, _STATE.SENT, "send", "the unit stands by what it mended"),
        Edge(_STATE.SENT, _STATE.RETURNED, "give_back", "the coordinator asks for something else, with a reason"),
        Edge(_STATE.SENT, _STATE.SENT, "correct", "the coordinator edits, under his own name"),
        Edge(_STATE.SENT, _STATE.MERGED, "merge", "words and figures go into the office's report"),
        Edge(_STATE.MERGED, _STATE.MERGED, "correct", "a wrong figure is mended until the report is frozen"),
        Edge(_STATE.ASKED, _STATE.ASKED, "urge", "who has not sent is reminded by a person"),
        Edge(_STATE.RETURNED, _STATE.RETURNED, "urge", "who has not sent again is reminded by a person"),
    ],
)
TABLES = (REPORT, UNIT_REPORT)
