"""What residents and the desk fill in. Forms only read what was typed; the acts decide."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from lienthong.corrections.models import ClaimQuestion, Concern, Correction, Label
from lienthong.corrections.writing import MOST_PASSAGES


def _text(label: Any, rows: int, most: int, help_text: Any = "") -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, required=False, widget=area, help_text=help_text)


class AskForm(forms.Form):
    """The public question. There is no field for who said it, and none for who asks."""

    text = _text(_("Bạn nghe được điều gì?"), 4, 1000, _("Chỉ ghi điều được nói. Không ghi ai nói, nói ở đâu."))
    about = forms.CharField(
        label=_("Điều đó về dịch vụ, thủ tục, văn bản hay kiểu lừa đảo nào?"), max_length=300, required=False,
        help_text=_("Ví dụ: căn cước, đất đai, bảo hiểm y tế, cuộc gọi tự xưng ngân hàng."),
    )  # fmt: skip
    scam_places = _text(
        _("Trang web hoặc số điện thoại bạn nghi là lừa đảo, nếu có"), 2, 1000, _("Mỗi dòng một địa chỉ hoặc một số.")
    )


class ClaimForm(forms.Form):
    claim = _text(
        _("Điều được nói, ghi bằng lời của cơ quan"), 3, 500,
        _("Không chép lại bài, không ghi ai nói, không địa chỉ, không tên tài khoản."),
    )  # fmt: skip
    label = forms.ChoiceField(label=_("Kết luận"), choices=Label.choices, widget=forms.RadioSelect, required=False)
    concern_key = forms.ChoiceField(label=_("Thủ tục của cơ quan, nếu có"), required=False)
    concern = forms.ChoiceField(
        label=_("Hoặc liên quan đến"), choices=[("", _("Chọn loại")), *Concern.choices], required=False
    )
    concern_name = forms.CharField(
        label=_("Tên dịch vụ, thủ tục, văn bản hoặc thủ đoạn lừa đảo"), max_length=300, required=False
    )
    truth = _text(_("Thông tin chính thức"), 5, 4000)
    advice = _text(_("Người dân nên làm gì"), 3, 1000)
    scam_places = _text(
        _("Trang web, số điện thoại lừa đảo"), 2, 2000,
        _("Chỉ khi kết luận là lừa đảo. Mỗi dòng một địa chỉ hoặc một số; được lưu và đăng ở dạng không bấm được."),
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, things: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [("", _now("Không phải thủ tục đã đăng")), *things]
        self.fields["concern_key"].choices = choices  # type: ignore[attr-defined]
        for number in range(1, MOST_PASSAGES + 1):
            source = forms.CharField(label=_("Văn bản: số, ký hiệu, ngày, điều"), max_length=300, required=False)
            self.fields[f"source_{number}"] = source
            self.fields[f"quote_{number}"] = _text(_("Đoạn đã đối chiếu, chép đúng"), 2, 2000)

    @property
    def passages(self) -> list[dict[str, Any]]:
        """The pairs of fields; those after the first that are empty are folded away."""
        numbers = range(1, MOST_PASSAGES + 1)
        pairs = [(self[f"source_{number}"], self[f"quote_{number}"]) for number in numbers]
        return [
            {"number": number, "fields": pair, "open": number == 1 or any(field.value() for field in pair)}
            for number, pair in zip(numbers, pairs, strict=True)
        ]

    @property
    def said(self) -> list[forms.BoundField]:
        """The fields before the passages."""
        return [self[name] for name in ("claim", "label", "concern_key", "concern", "concern_name", "truth", "advice")]

    @staticmethod
    def values_of(cleaned: dict[str, Any]) -> dict[str, Any]:
        """As the act takes them."""
        values = {name: value for name, value in cleaned.items() if not name.startswith(("source_", "quote_"))}
        numbers = range(1, MOST_PASSAGES + 1)
        values["passages"] = [{name: cleaned[f"{name}_{number}"] for name in ("source", "quote")} for number in numbers]
        return values

    @staticmethod
    def initial_of(correction: Correction) -> dict[str, Any]:
        names = ("claim", "label", "concern", "concern_name", "concern_key", "truth", "advice")
        said = {name: getattr(correction, name) for name in names}
        if correction.concern_key:
            said["concern"] = said["concern_name"] = ""
        for number, one in enumerate(correction.passages, 1):
            said |= {f"{name}_{number}": one[name] for name in ("source", "quote")}
        return said | {"scam_places": "\n".join(correction.scam_places), "seen": correction.edits}


class DocumentForm(forms.Form):
    """What is wrong in an issued document, and what holds. ``begins``: which of the two ways it goes is asked once."""

    fault = forms.ChoiceField(
        label=_("Sai ở đâu"), choices=Correction.Fault.choices, widget=forms.RadioSelect, required=False,
        help_text=_(
            "Sai nội dung: ban hành văn bản cùng loại thay thế. Sai thể thức, kỹ thuật trình bày, thủ tục: đính chính "
            "bằng công văn (Nghị định 30/2020/NĐ-CP, Điều 18.3)."
        ),
    )  # fmt: skip
    claim = _text(_("Đã in là"), 3, 500, _("Chép đúng chỗ sai, kèm điều, khoản, trang."))
    truth = _text(_("Nay đúng là"), 4, 4000)
    names_document = forms.BooleanField(
        label=_("Nêu số, ngày của văn bản chưa công khai trên cổng"), required=False,
        help_text=_(
            "Không chọn: người dân chỉ đọc chỗ sai, chỗ đúng; số, ngày, trích yếu của văn bản chưa công khai không "
            "hiện. Văn bản đã công khai trên cổng luôn được nêu."
        ),
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, begins: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not begins:
            del self.fields["fault"]


class AnswerForm(forms.Form):
    correction = forms.ModelChoiceField(
        Correction.objects.none(), label=_("Đính chính đang công bố"), empty_label=_("Chọn đính chính")
    )

    def __init__(self, *args: Any, office_id: int, **options: Any) -> None:
        super().__init__(*args, **options)
        published = Correction.objects.published(office_id).filter(kind=Correction.Kind.CLAIM)
        self.fields["correction"].queryset = published  # type: ignore[attr-defined]
        self.fields["correction"].label_from_instance = _in_list  # type: ignore[attr-defined]


def _in_list(correction: Correction) -> str:
    return f"{correction.printed} · {correction.get_label_display()} · {correction}"


WHYS = ClaimQuestion.Why.choices
