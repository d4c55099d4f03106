"""The words of a correction before they are stored: complete, impersonal, and about something official."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.core.refusals import NotAllowed, Refused, required
from lienthong.core.text import printable
from lienthong.corrections.concerns import named
from lienthong.corrections.disarming import disarmed_lines
from lienthong.corrections.models import Concern, Correction, Label
from lienthong.corrections.permissions import correction_abilities
from lienthong.corrections.refusing import IsFeedback, account_address, require_impersonal, require_no_conduct
from lienthong.organisations.service import Actor

#: Passages that one correction may rest on.
MOST_PASSAGES = 4


def claim_of(office_id: int, values: dict[str, Any]) -> dict[str, Any]:
    """The fields of a claim; :class:`Refused` with the field, :class:`IsFeedback` where it may be feedback."""
    claim = _words(values, "claim", _("Hãy ghi điều được nói, bằng lời của cơ quan."))
    require_no_conduct(claim, "claim")
    concern, name, key = _concern(office_id, values)
    label = values.get("label", "")
    if label not in Label.values:
        raise Refused(_("Hãy chọn kết luận."), field="label")
    places = disarmed_lines(values.get("scam_places", ""))
    if places and label != Label.SCAM and concern != Concern.SCAM:
        raise Refused(_("Trang web, số điện thoại chỉ ghi khi kết luận là lừa đảo."), field="scam_places")
    return {
        "claim": claim, "label": label, "concern": concern, "concern_name": name, "concern_key": key,
        "truth": _words(values, "truth", _("Hãy ghi thông tin chính thức.")), "advice": _words(values, "advice"),
        "passages": passages_of(values.get("passages", [])), "scam_places": places,
    }  # fmt: skip


def _words(values: dict[str, Any], name: str, missing: str = "") -> str:
    text = printable(str(values.get(name, "")).replace("\r\n", "\n")).strip()
    if missing:
        required(text, missing, field=name)
    require_impersonal(text, name)
    return text


def _concern(office_id: int, values: dict[str, Any]) -> tuple[str, str, str]:
    """Something that was chosen, else what was typed with its kind."""
    key = str(values.get("concern_key", ""))
    chosen = named(office_id, key) if key else None
    if chosen is not None:
        return chosen[0], chosen[1][:300], key
    concern, name = values.get("concern", ""), _words(values, "concern_name")
    if concern not in Concern.values or not name:
        raise IsFeedback(
            _(
                "Hãy ghi điều này liên quan đến dịch vụ, thủ tục, văn bản hay thủ đoạn lừa đảo nào. "
                "Nếu không liên quan, hãy chuyển thành phản ánh."
            ),
            field="concern_name",
        )
    require_no_conduct(name, "concern_name")
    return concern, name, ""


def passages_of(given: list[dict[str, str]]) -> list[dict[str, str]]:
    """At least one, each with its source and its words."""
    found = [{name: printable(one.get(name, "")).strip() for name in ("source", "quote")} for one in given]
    found = [one for one in found if any(one.values())]
    if not found:
        raise Refused(_("Hãy ghi ít nhất một đoạn văn bản chính thức đã đối chiếu."), field="source_1")
    for number, one in enumerate(found[:MOST_PASSAGES], 1):
        if not one["source"]:
            raise Refused(_("Đoạn này của văn bản nào? Ghi số, ký hiệu, ngày, điều."), field=f"source_{number}")
        if not one["quote"]:
            raise Refused(_("Hãy chép đoạn đã đối chiếu."), field=f"quote_{number}")
        if account_address(" ".join(one.values())):
            raise Refused(_("Chỉ đối chiếu với văn bản chính thức, không với trang cá nhân."), field=f"source_{number}")
    return found[:MOST_PASSAGES]


def document_words(values: dict[str, Any]) -> dict[str, Any]:
    """The fields of a correction of an issued document: what it said and what holds, in the words of the office.

    The rules about persons are not asked: an issued document names who signed it and where one calls.
    """
    claim = printable(str(values.get("claim", "")).replace("\r\n", "\n")).strip()
    truth = printable(str(values.get("truth", "")).replace("\r\n", "\n")).strip()
    required(claim, _("Hãy chép đúng chỗ sai như đã in."), field="claim")
    required(truth, _("Hãy ghi nay đúng là gì."), field="truth")
    if claim == truth:
        raise Refused(_("Chỗ sai và chỗ đúng giống nhau."), field="truth")
    return {"claim": claim, "truth": truth, "names_document": bool(values.get("names_document"))}


def open_for_writing(actor: Actor, correction: Correction, *, seen: int) -> None:
    """:class:`Refused` unless its words may change now, and nobody saved since save ``seen``."""
    abilities = correction_abilities(actor, correction)
    if not abilities.see:
        raise NotAllowed(_("Đính chính này của cơ quan khác."))
    if not abilities.write:
        raise Refused(_("Bản này đang chờ duyệt hoặc đã công bố nên không sửa được."))
    if correction.edits != seen:
        raise Refused(_("Người khác vừa sửa bản này. Lời bạn gõ vẫn còn dưới đây; hãy so rồi lưu lại."))


def saved(actor: Actor, correction: Correction, values: dict[str, Any]) -> Correction:
    """Store ``values`` as its words, with who wrote them."""
    for name, value in values.items():
        setattr(correction, name, value)
    correction.last_editor, correction.edited_at = actor.own_position, timezone.now()
    correction.edits = correction.edits + 1 if correction.pk else 1
    correction.save()
    return correction
