"""The states of a report as a table."""

from lienthong.core.states import Edge, Workflow
from lienthong.reports.models import Report

REPORT = Workflow(
    "reports.report",
    [
        Edge(Report.State.DRAFT, Report.State.DRAFT, "write", "texts are written while the figures still move"),
        Edge(Report.State.DRAFT, Report.State.FROZEN, "freeze", "the figures that were sent must stay what they were"),
    ],
)
TABLES = (REPORT,)
