"""The states of a case file and every move between them, each with its reason."""

from lienthong.casefiles.models import CaseFile
from lienthong.core.states import Edge, Workflow

_S = CaseFile.State

CASE_FILE = Workflow(
    "casefiles.casefile",
    [
        Edge(_S.OPEN, _S.OPEN, "change", "its data and pieces change only while it is being made"),
        Edge(_S.OPEN, _S.CLOSED, "close", "gone through and completed: the list is frozen (Điều 29.3)"),
        Edge(_S.CLOSED, _S.OPEN, "reopen", "something was missing or wrong, found before it went to the archive"),
        Edge(_S.CLOSED, _S.HANDED_OVER, "hand_over", "given to the archive with a minute (Điều 30)"),
    ],
)
