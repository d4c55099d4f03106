"""What is recorded about bodies, groups, positions and users."""

from lienthong.audit.service import FORGET_PERSON_AFTER_FIVE_YEARS, KEEP, EventKind, Forgetting, register

_FORGET_NAMES = Forgetting(
    FORGET_PERSON_AFTER_FIVE_YEARS.after, ("person",), "tên người giữ chức vụ không còn cần cho hồ sơ"
)
_FORGET_NOTES = Forgetting(
    FORGET_PERSON_AFTER_FIVE_YEARS.after, ("note", "what"), "lời đề nghị của cá nhân không còn cần cho hồ sơ"
)

BODY_ADDED = EventKind("organisations.body.added", "thêm {name} vào cây tổ chức, thuộc {parent}.", KEEP)
BODY_CHANGED = EventKind("organisations.body.changed", "sửa thông tin của {name}: {fields}.", KEEP)
BODY_CLOSED = EventKind(
    "organisations.body.closed", "kết thúc hoạt động của {name} sau ngày {day}; tiếp nhận: {successors}.", KEEP
)
GROUP_ADDED = EventKind("organisations.group.added", "tạo nhóm {name}.", KEEP)
GROUP_MEMBERS_CHOSEN = EventKind(
    "organisations.group.members_chosen", "chọn thành viên của nhóm {name} từ ngày {day}: {members}.", KEEP
)
COMMITTEE_MEMBER_ADDED = EventKind(
    "organisations.committee.member_added", "đưa {person} vào {committee}, nhiệm vụ: {duty}.", _FORGET_NAMES
)
COMMITTEE_MEMBER_ENDED = EventKind(
    "organisations.committee.member_ended", "cho {person} thôi tham gia {committee} sau ngày {day}.", _FORGET_NAMES
)
USER_ADDED = EventKind("organisations.user.added", "tạo tài khoản cho {person}.", _FORGET_NAMES)
PASSWORD_RESET = EventKind("organisations.user.password_reset", "đặt lại mật khẩu của {person}.", _FORGET_NAMES)
POSITION_ADDED = EventKind(
    "organisations.position.added", "giao chức vụ {title} tại {body} cho {person}, vai trò {role}.", _FORGET_NAMES
)
POSITION_ENDED = EventKind(
    "organisations.position.ended", "kết thúc chức vụ {title} tại {body} của {person} sau ngày {day}.", _FORGET_NAMES
)
SIGNING_GRANTED = EventKind(
    "organisations.signing.granted", "ghi thẩm quyền ký {form} của {person} cho {body}.", _FORGET_NAMES
)
SIGNING_ENDED = EventKind(
    "organisations.signing.ended",
    "kết thúc thẩm quyền ký {form} của {person} cho {body} sau ngày {day}.",
    _FORGET_NAMES,
)
SUPERVISION_GIVEN = EventKind(
    "organisations.supervision.given", "giao {person} giám sát {body}, căn cứ {basis}.", _FORGET_NAMES
)
SUPERVISION_ENDED = EventKind(
    "organisations.supervision.ended", "kết thúc việc {person} giám sát {body} sau ngày {day}.", _FORGET_NAMES
)
IMPORTED = EventKind("organisations.import.applied", "nhập {count} dòng từ bảng tính {file}.", KEEP)
CORRECTION_ASKED = EventKind(
    "organisations.record.correction_asked", "đề nghị sửa điều đã ghi “{what}”: {note}", _FORGET_NOTES
)
CORRECTION_ANSWERED = EventKind(
    "organisations.record.correction_answered", "trả lời đề nghị sửa “{what}”: {note}", _FORGET_NOTES
)

register(
    BODY_ADDED,
    BODY_CHANGED,
    BODY_CLOSED,
    GROUP_ADDED,
    GROUP_MEMBERS_CHOSEN,
    COMMITTEE_MEMBER_ADDED,
    COMMITTEE_MEMBER_ENDED,
    USER_ADDED,
    PASSWORD_RESET,
    POSITION_ADDED,
    POSITION_ENDED,
    SIGNING_GRANTED,
    SIGNING_ENDED,
    SUPERVISION_GIVEN,
    SUPERVISION_ENDED,
    IMPORTED,
    CORRECTION_ASKED,
    CORRECTION_ANSWERED,
)
