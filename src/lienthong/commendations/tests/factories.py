"""Nominations for tests, made through the acts."""

from lienthong.commendations.actions.add_picture import add_picture
from lienthong.commendations.actions.cite_proof import cite_proof
from lienthong.commendations.actions.decide_nomination import decide_nomination
from lienthong.commendations.actions.nominate import nominate
from lienthong.commendations.actions.propose_nomination import propose_nomination
from lienthong.commendations.actions.review_nomination import review_nomination
from lienthong.commendations.models import Nomination
from lienthong.core.keys import key_of
from lienthong.organisations.tests.factories import Cast
from lienthong.plans.tests.factories import make_accepted, photo


def make_nomination(people: Cast, **values: object) -> Nomination:
    """A head proposes what his unit tried out, with the assignment it came from and a picture."""
    given = {
        "kind": "model", "title": "Loa hướng dẫn dịch vụ công tại nhà văn hóa thôn", "body": people.culture,
        "story": "Mỗi tối thứ Ba có người hướng dẫn nộp hồ sơ tại thôn.",
    }  # fmt: skip
    nomination = nominate(people.unit_head, values=given | values)
    share = make_accepted(people, frequency_printed="mỗi tháng 01 chuyên mục")
    cite_proof(people.unit_head, nomination, key=key_of(share.assignment))
    add_picture(people.unit_head, nomination, photo(), alt="Buổi hướng dẫn", credit="Phòng Văn hóa - Xã hội")
    return nomination


def make_proposed(people: Cast) -> Nomination:
    """Proposed, and the coordinator has said what he thinks."""
    nomination = propose_nomination(people.unit_head, make_nomination(people))
    review_nomination(people.coordinator, nomination, agrees=True, reasons="Đã xem tại hai thôn, dân dùng được.")
    return nomination


def make_agreed(people: Cast) -> Nomination:
    return decide_nomination(people.leader, make_proposed(people), agree=True, reason="Nên nhân rộng.")
