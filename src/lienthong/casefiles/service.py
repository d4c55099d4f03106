"""The door of the room of case files."""

from lienthong.casefiles.actions.close_case import close_case
from lienthong.casefiles.actions.hand_over_case import hand_over_case
from lienthong.casefiles.actions.open_case import open_case
from lienthong.casefiles.gathering import behind
from lienthong.casefiles.models import CaseFile
from lienthong.casefiles.permissions import may_gather
from lienthong.casefiles.subjects import behind_url

__all__ = ["CaseFile", "behind", "behind_url", "close_case", "hand_over_case", "may_gather", "open_case"]
