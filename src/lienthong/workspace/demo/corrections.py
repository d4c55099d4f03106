"""What the commune set right in the demonstration: a claim of each label, one to approve, one open question;
two documents of its own.

The note on an article of its own comes from the article itself, when its corrected version is out (29 April).
"""

from dataclasses import asdict, dataclass

from django.core.files.uploadedfile import SimpleUploadedFile

from lienthong.corrections.service import (
    ClaimQuestion,
    Correction,
    answer_question,
    ask_question,
    correct_document,
    publish_correction,
    submit_correction,
    write_claim,
)
from lienthong.drafting.service import (
    Draft,
    approve_draft,
    attach_signed,
    file_of,
    issue_draft,
    number_draft,
    submit_draft,
    write_draft,
)
from lienthong.gate.service import Arriving
from lienthong.jobs.service import claim_and_run
from lienthong.organisations.service import SigningAuthority
from lienthong.registry.service import Direction, OfficialDocument, read_file
from lienthong.workspace.demo.clock import at, on
from lienthong.workspace.demo.people import actor, office


@dataclass(frozen=True, slots=True)
class Claim:
    """The fields of a claim as the form has them; ``source`` and ``quote`` are its one passage."""

    claim: str
    label: str
    concern: str
    concern_name: str
    truth: str
    advice: str
    source: str
    quote: str
    scam_places: str = ""

    @property
    def values(self) -> dict[str, object]:
        fields = asdict(self)
        passage = {name: fields.pop(name) for name in ("source", "quote")}
        return {**fields, "passages": [passage]}


PLAN = "Kế hoạch truyền thông cải cách hành chính và chuyển đổi số năm 2026 của xã"
PUBLISHED = (
    (
        "06/5/2026",
        Claim(
            "Từ tháng này nộp hồ sơ trực tuyến phải có người làm dịch vụ đứng tên.", "wrong", "service",
            "Nộp hồ sơ trực tuyến",
            "Người dân tự nộp bằng tài khoản của mình, không cần người đứng tên và không mất phí dịch vụ.",
            "Cần giúp, hãy đến tổ công nghệ số cộng đồng của thôn hoặc bộ phận một cửa.",
            PLAN, "Tổ công nghệ số cộng đồng hướng dẫn người dân nộp hồ sơ trực tuyến, không thu tiền.",
        ),
    ),
    (
        "20/5/2026",
        Claim(
            "Phản ánh gửi qua cổng thông tin của xã được trả lời trong thời hạn xã đã công bố.", "right", "service",
            "Tiếp nhận phản ánh, kiến nghị", "Mỗi phản ánh có mã theo dõi và ngày hẹn trả lời ngay khi gửi.", "",
            "Quyết định về tiếp nhận và trả lời phản ánh, kiến nghị của xã",
            "Mỗi phản ánh được cấp mã và hẹn ngày trả lời khi tiếp nhận.",
        ),
    ),
    (
        "09/7/2026",
        Claim(
            "Tổ công nghệ số cộng đồng đến từng nhà vào mọi tối trong tuần.", "incomplete", "service",
            "Hướng dẫn của tổ công nghệ số cộng đồng",
            "Tổ hướng dẫn tại nhà văn hóa thôn theo lịch; chỉ đến tận nhà người già yếu, khuyết tật khi được hẹn.",
            "Xem lịch của thôn trên cổng thông tin.", PLAN,
            "Hướng dẫn tại nhà văn hóa các thôn; đến nhà người không đi lại được.",
        ),
    ),
    (
        "18/9/2026",
        Claim(
            "Có người gọi điện xưng là bộ phận một cửa, bảo cài ứng dụng và chuyển tiền để giữ hồ sơ.", "scam", "scam",
            "Giả danh bộ phận một cửa qua điện thoại",
            "Bộ phận một cửa không gọi điện bảo cài ứng dụng và không nhận tiền qua chuyển khoản cá nhân.",
            "Không cài, không chuyển tiền; báo Công an xã.", PLAN,
            "Mọi khoản phí, lệ phí nộp tại bộ phận một cửa hoặc trên cổng dịch vụ công.",
            "mot-cua-ho-tro.example\n0200 000 188",
        ),
    ),
)  # fmt: skip
WAITING = Claim(
    "Thẻ bảo hiểm y tế giấy hết dùng được từ tháng sau.", "incomplete", "service", "Sử dụng thẻ bảo hiểm y tế",
    "Thẻ giấy còn hạn vẫn dùng được; thẻ trên ứng dụng dùng thay được thẻ giấy.", "", PLAN,
    "Hướng dẫn người dân dùng thẻ bảo hiểm y tế trên ứng dụng, song song với thẻ giấy.",
)  # fmt: skip
ANSWERED = "Nghe nói nộp hồ sơ trực tuyến phải qua người làm dịch vụ thì mới được nhận."
OPEN = "Nghe nói từ tháng sau trạm y tế xã chỉ khám cho người có lịch hẹn trên mạng."


#: Two documents of the commune, each corrected in its own way; the second is still with who drafts it.
WRONG_FORM = {
    "fault": "form", "claim": "Phần Nơi nhận: “Lưu: VT”", "truth": "Phần Nơi nhận: “Lưu: VT, VHXH”",
}  # fmt: skip
WRONG_CONTENT = {
    "fault": "content", "claim": "Mục B.I.3.a: “01 tin/tuần (60 tin/năm)”",
    "truth": "Mục B.I.3.a: “01 tin/tuần (52 tin/năm)”", "names_document": True,
}  # fmt: skip


def corrections() -> int:
    """How many are with the public."""
    with at(on("05/5/2026"), 20):
        question = _asked(ANSWERED, "Nộp hồ sơ trực tuyến", "1")
    for day, claim in PUBLISHED:
        _published(day, claim)
    with at(on("06/5/2026"), 16):
        claims = Correction.objects.filter(office=office(), kind=Correction.Kind.CLAIM)
        first = claims.filter(state=Correction.State.PUBLISHED).earliest("published_at")
        answer_question(actor("dieuphoi"), question, correction=first)
    _documents()
    with at(on("24/11/2026"), 9):
        submit_correction(actor("chuyenvien"), write_claim(actor("chuyenvien"), None, values=WAITING.values))
    with at(on("25/11/2026"), 19):
        _asked(OPEN, "Khám bệnh tại trạm y tế xã", "2")
    return Correction.objects.filter(office=office(), state=Correction.State.PUBLISHED).count()


def _documents() -> None:
    """The decision that is public on the portal by a letter that was issued; the plan by one that is being drafted."""
    plan, decision = OfficialDocument.objects.filter(direction=Direction.OUTGOING, state="issued").order_by("dated")[:2]
    writer = actor("dieuphoi")
    with at(on("12/10/2026"), 9):
        note = correct_document(writer, decision, values=WRONG_FORM)
        assert note.draft is not None
        _issued(note.draft)
        note = submit_correction(writer, note)
    with at(on("12/10/2026"), 15):
        publish_correction(actor("lanhdao"), note, seen=note.edits)
    with at(on("23/11/2026"), 10):
        correct_document(writer, plan, values=WRONG_CONTENT)


def _issued(draft: Draft) -> None:
    """Approved, numbered, signed on paper, read and issued, all on one day."""
    writer, clerk = actor("dieuphoi"), actor("vanthu")
    leader = SigningAuthority.objects.get(position=actor("lanhdao").own_position, form=SigningAuthority.Form.TM)
    draft.refresh_from_db()
    draft = write_draft(writer, draft, values={"signing": leader}, seen=draft.version)
    draft = number_draft(clerk, approve_draft(actor("lanhdao"), submit_draft(writer, draft)))
    signed = SimpleUploadedFile("cong-van-dinh-chinh.docx", file_of(draft))
    draft = attach_signed(clerk, draft, signed)
    assert draft.document is not None
    claim_and_run(draft.document.files.get(), read_file)
    issue_draft(clerk, draft, differences_seen=0)


def _published(day: str, claim: Claim) -> None:
    with at(on(day), 9):
        correction = submit_correction(actor("chuyenvien"), write_claim(actor("chuyenvien"), None, values=claim.values))
    with at(on(day), 14):
        publish_correction(actor("lanhdao"), correction, seen=correction.edits)


def _asked(text: str, about: str, key: str) -> ClaimQuestion:
    commune = office()
    assert commune is not None
    arriving = Arriving(f"demo-{key}", f"demo-{key}", answered=True)
    made = ask_question(commune, arriving, text=text, about=about, scam_places="")
    assert isinstance(made, ClaimQuestion)
    return made
