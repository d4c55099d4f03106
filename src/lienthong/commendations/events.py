"""Kinds of events of the room of commendations."""

from lienthong.audit.service import KEEP, EventKind, register

BEGUN = EventKind("commendations.nomination.begun", "viết đề nghị biểu dương “{title}”, {body}", KEEP)
WRITTEN = EventKind("commendations.nomination.written", "sửa đề nghị biểu dương: {fields}", KEEP)
PROOF_CITED = EventKind("commendations.nomination.proof_cited", "dẫn minh chứng: {text}", KEEP)
PROOF_DROPPED = EventKind("commendations.nomination.proof_dropped", "thôi dẫn minh chứng: {text}", KEEP)
PICTURE_ADDED = EventKind("commendations.nomination.picture_added", "thêm ảnh “{alt}”, ảnh của {credit}", KEEP)
PICTURE_REMOVED = EventKind("commendations.nomination.picture_removed", "bỏ ảnh “{alt}”", KEEP)
PROPOSED = EventKind("commendations.nomination.proposed", "trình đề nghị biểu dương, {count} minh chứng", KEEP)
TAKEN_BACK = EventKind("commendations.nomination.taken_back", "lấy lại đề nghị để sửa", KEEP)
WITHDRAWN = EventKind("commendations.nomination.withdrawn", "rút đề nghị, lý do: {reason}", KEEP)
REVIEWED = EventKind("commendations.nomination.reviewed", "cho ý kiến {opinion}: {reasons}", KEEP)
AGREED = EventKind("commendations.nomination.agreed", "đồng ý biểu dương: {reason}", KEEP)
REFUSED = EventKind("commendations.nomination.refused", "không đồng ý biểu dương: {reason}", KEEP)
DRAFT_BEGUN = EventKind("commendations.nomination.draft_begun", "soạn quyết định biểu dương", KEEP)
DECISION_NAMED = EventKind("commendations.nomination.decision_named", "ghi quyết định biểu dương: {document}", KEEP)

register(BEGUN, WRITTEN, PROOF_CITED, PROOF_DROPPED, PICTURE_ADDED, PICTURE_REMOVED, PROPOSED, TAKEN_BACK, WITHDRAWN)
register(REVIEWED, AGREED, REFUSED, DRAFT_BEGUN, DECISION_NAMED)
