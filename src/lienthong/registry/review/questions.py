"""What only a person can say about a proposal before it may be confirmed.

A question is asked in the row itself and answered together with *Xác nhận*; a proposal without questions that the
reader is sure of is *certain* and may be confirmed with others in one act.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from lienthong.registry.days import shown
from lienthong.registry.models import OfficialDocument, Proposal
from lienthong.registry.review.drafts import ATTRIBUTES, draft_of
from lienthong.registry.review.names import Names
from lienthong.registry.review.rhythms import RhythmSheet, sheet_of_rhythm
from lienthong.registry.review.scope import RULES

#: From these confidences on the reader is sure, or nearly so.
SURE, NEARLY = 0.8, 0.5


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """``kind`` is "name", "starts", "holds", "scope", "differs" or "lead"; ``choices`` are empty for a name.

    ``printed`` is the name asked about, ``offered`` what it most likely means.
    """

    kind: str
    sentence: str
    choices: tuple[Choice, ...] = ()
    printed: str = ""
    offered: str = ""


def confidence_in_words(confidence: float) -> str:
    """ "chắc chắn", "nên xem lại" or "chưa chắc"."""
    if confidence >= SURE:
        return _("chắc chắn")
    return _("nên xem lại") if confidence >= NEARLY else _("chưa chắc")


def questions_about(proposal: Proposal, document: OfficialDocument, names: Names) -> list[Question]:
    """The open questions of ``proposal``; none when a person has already decided on it."""
    if proposal.state != Proposal.State.PROPOSED:
        return []
    if proposal.kind == Proposal.Kind.TASK:
        return _about_task(proposal, document, names)
    if proposal.kind == Proposal.Kind.FIELD:
        return _about_field(proposal, document)
    return []


def _about_field(proposal: Proposal, document: OfficialDocument) -> list[Question]:
    held = getattr(document, ATTRIBUTES[proposal.name])
    value = draft_of(proposal)
    if not held or held == value or isinstance(held, list):
        return []
    held = shown(held) if proposal.name == "date" else held
    return [
        Question("differs", _("Sổ văn bản đang ghi “%(held)s”. Xác nhận sẽ thay bằng giá trị này.") % {"held": held})
    ]


def _about_task(proposal: Proposal, document: OfficialDocument, names: Names) -> list[Question]:
    if proposal.out_of_scope:
        return []
    draft = draft_of(proposal)
    found: list[Question] = []
    if proposal.out_of_scope_proposed and "scope" not in draft:
        found.append(_scope_question(proposal))
    if not draft["lead"]:
        found.append(Question("lead", _("Chưa có đơn vị chủ trì. Hãy sửa và ghi đơn vị chủ trì.")))
    for printed in names.unknown([*draft["lead"], *draft["support"]]):
        likely = names.likely(printed)
        sentence = _("“%(name)s” là đơn vị hoặc nhóm nào?") % {"name": printed}
        found.append(Question("name", sentence, printed=printed, offered=str(likely) if likely else ""))
    sheet = rhythm_of(draft, document)
    if sheet.contradictions:
        choices = (Choice("rhythm", _("theo nhịp")), Choice("total", _("theo tổng số")))
        found.append(Question("holds", " ".join(sheet.contradictions), choices))
    if sheet.began_early and not draft.get("starts_on"):
        found.append(_starts_question(sheet.began_early, document))
    return found


def _scope_question(proposal: Proposal) -> Question:
    reason = next((rule.reason for rule in RULES if rule.code == proposal.value["scope"]["rule"]), "")
    sentence = _(
        "Câu này có vẻ yêu cầu %(act)s. Nếu ngoài phạm vi công cụ: giữ nguyên văn, vẫn giao được, không nhắc việc,"
        " không tính số liệu, chỉ kết thúc bằng số và ngày một văn bản."
    ) % {"act": reason}
    choices = (Choice("outside", _("ngoài phạm vi công cụ")), Choice("ordinary", _("nhiệm vụ bình thường")))
    return Question("scope", sentence, choices)


def _starts_question(first: date, document: OfficialDocument) -> Question:
    sentence = _("Thời gian bắt đầu %(first)s, trước ngày văn bản %(dated)s. Tính các kỳ từ ngày nào?") % {
        "first": f"{first:%d/%m/%Y}",
        "dated": shown(document.dated),
    }
    choices = (
        Choice(document.dated, _("từ ngày văn bản")),
        Choice(first.isoformat(), _("từ %(first)s, các kỳ đã qua nhập sau") % {"first": f"{first:%d/%m/%Y}"}),
    )
    return Question("starts", sentence, choices)


def rhythm_of(draft: dict[str, Any], document: OfficialDocument) -> RhythmSheet:
    dated = date.fromisoformat(document.dated) if len(document.dated) == 10 else None
    return sheet_of_rhythm(draft["when"], draft["frequency"], dated)


def is_certain(proposal: Proposal, questions: list[Question]) -> bool:
    return proposal.state == Proposal.State.PROPOSED and not questions and proposal.confidence >= SURE
