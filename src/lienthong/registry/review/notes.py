"""What a person should know about a reading before he trusts it: in plain words, with the step to take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienthong.registry.models import DocumentFile, OfficialDocument, Proposal
from lienthong.registry.numbering import split_number
from lienthong.registry.review.drafts import LABELS

#: Kind of the reader's remark → what to do about it. A kind without a line here needs nothing done.
STEPS = {
    "unreadable": gettext_lazy(
        "Xem trang ảnh hoặc mở tệp rồi ghi thông tin bằng tay; hoặc xin tệp gốc và thêm vào đây."
    ),
    "page": gettext_lazy("Xem các trang đó ở trang ảnh; nhiệm vụ nằm trong đó thì thêm bằng tay."),
    "scan-unsure": gettext_lazy("Đối chiếu từng dòng với trang ảnh trước khi xác nhận."),
    "stamp": gettext_lazy("Đối chiếu với dấu trên trang ảnh."),
    "encoding": gettext_lazy("Xem lại các chữ có dấu; nếu sai nhiều, xin tệp gốc."),
    "number-blank": gettext_lazy("Nếu bản giấy đã ghi số, ghi vào ô “Số, ký hiệu”."),
    "several-signers": gettext_lazy("Xem khối chữ ký; nếu cần, sửa người ký."),
    "numbering-gap": gettext_lazy("Xem văn bản có thiếu mục hoặc thiếu trang không."),
    "type-symbol": gettext_lazy("Xem tên loại và ký hiệu, sửa ô nào sai."),
    "package-files": gettext_lazy("Giải nén và thêm các tệp đó làm phụ lục."),
}


@dataclass(frozen=True, slots=True)
class Note:
    """``sentence`` says what was noticed, ``step`` what to do ("" for nothing)."""

    sentence: str
    step: str | Promise


@dataclass(frozen=True, slots=True)
class Signed:
    """Electronic signatures of one party in one state: how that looks, the state in a word, and whose they are."""

    look: str
    icon: str
    state: str
    who: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """``parties`` in the order of their first signature, and what is known of each signature in a sentence."""

    parties: list[Signed]
    sentences: list[str]


@dataclass(frozen=True, slots=True)
class Handwritten:
    """A blank of the head that was filled in by hand; ``ending`` is what is printed behind the number."""

    field: str
    label: str
    picture: str
    ending: str


def notes_on(file: DocumentFile) -> list[Note]:
    """What the reader remarked about ``file``, each sentence once."""
    remarks = {remark["message"]: remark["kind"] for remark in file.reading.get("remarks", ())}
    return [Note(message, STEPS.get(kind, "")) for message, kind in remarks.items()]


def signatures_on(*files: DocumentFile) -> Signatures:
    signatures = [signature for file in files for signature in file.reading.get("signatures", ())]
    parties = dict.fromkeys(_signed(signature) for signature in signatures)
    return Signatures(list(parties), [signature["message"] for signature in signatures])


def _signed(signature: dict[str, Any]) -> Signed:
    """Only changed bytes are called changed; what cannot be judged is *không xác định* (Phụ lục I, II.7, II.8)."""
    if signature["intact"] is False:
        look, icon, state = "late", "exclamation-triangle", _("nội dung đã bị thay đổi sau khi ký")
    elif signature["intact"] and signature["trust"] == "trusted":
        look, icon, state = "done", "check-badge", _("hợp lệ")
    else:
        look, icon, state = "waiting", "question-mark-circle", _("không xác định")
    return Signed(look, icon, state, signature["body"] or signature["signer"] or "")


def handwritten_in(document: OfficialDocument) -> list[Handwritten]:
    """The blanks filled in by hand that nobody has typed yet, in the register or in the review."""
    main = document.files.filter(part=DocumentFile.Part.MAIN).first()
    if main is None:
        return []
    fields = main.proposals.filter(kind=Proposal.Kind.FIELD)
    known = set(fields.exclude(state=Proposal.State.PROPOSED).values_list("name", flat=True))
    known |= {"number"} if split_number(document.number)[0] is not None else set()
    known |= {"date"} if len(document.dated) == len("2025-08-05") else set()
    found: dict[str, Handwritten] = {}
    for item in main.reading.get("handwriting", ()):
        name = item["field"]
        if name not in known:
            ending = symbol_ending(document) if name == "number" else ""
            found.setdefault(name, Handwritten(name, str(LABELS[name]), item["picture"], ending))
    return list(found.values())


def symbol_ending(document: OfficialDocument) -> str:
    """What is printed behind the blank of the number: "/TB-UBND", of a Party body "-CT/TU"; "" without a symbol."""
    sign = "-" if document.system == "party" else "/"
    return f"{sign}{document.symbol}" if document.symbol else ""
