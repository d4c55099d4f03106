"""The door of the room of case files."""

from lienthong.casefiles.actions.open_case import open_case
from lienthong.casefiles.gathering import behind
from lienthong.casefiles.models import CaseFile
from lienthong.casefiles.permissions import may_gather
from lienthong.casefiles.subjects import behind_url

__all__ = ["CaseFile", "behind", "behind_url", "may_gather", "open_case"]
