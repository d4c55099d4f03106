"""What people fill in about procedures. Forms only read what was typed; the acts decide."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.core.forms import DayField
from lienthong.procedures.lines import papers_text, questions_text
from lienthong.procedures.models import Audience, GuideVersion, Level, Online, ProcedureVersion
from lienthong.procedures.posting import CHECKLIST


def _lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class _Written(forms.Form):
    """``seen`` tells whether another one saved meanwhile."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)


class ProcedureForm(_Written):
    code = forms.CharField(
        label=_("Mã thủ tục"), max_length=40, help_text=_("như trong Cơ sở dữ liệu quốc gia về TTHC")
    )
    title = forms.CharField(label=_("Tên thủ tục"), max_length=300)
    field = forms.CharField(label=_("Lĩnh vực"), max_length=120)
    audience = forms.ChoiceField(label=_("Đối tượng"), choices=Audience)
    level = forms.ChoiceField(label=_("Cấp thực hiện"), choices=Level)
    executor = forms.CharField(label=_("Cơ quan thực hiện"), max_length=200)
    place = forms.CharField(label=_("Nơi nộp hồ sơ"), widget=_lines(3), max_length=2000)
    questions = forms.CharField(
        label=_("Câu hỏi để biết giấy tờ nào cần"), widget=_lines(3), max_length=4000, required=False,
        help_text=_("Mỗi dòng: câu hỏi | trả lời 1 | trả lời 2. Để trống khi ai cũng cần giấy tờ như nhau."),
    )  # fmt: skip
    papers = forms.CharField(
        label=_("Thành phần hồ sơ"), widget=_lines(6), max_length=8000, required=False,
        help_text=_("Mỗi dòng: tên giấy tờ | bản gì | số bản | câu trả lời làm giấy này cần (để trống: luôn cần)."),
    )  # fmt: skip
    steps = forms.CharField(
        label=_("Trình tự thực hiện"), widget=_lines(5), max_length=8000, help_text=_("Mỗi bước một dòng.")
    )
    time_limit = forms.CharField(label=_("Thời hạn giải quyết"), max_length=300)
    fee = forms.CharField(label=_("Phí, lệ phí"), max_length=300)
    result = forms.CharField(label=_("Kết quả"), max_length=300)
    legal_basis = forms.CharField(
        label=_("Căn cứ pháp lý"), widget=_lines(4), max_length=4000,
        help_text=_("Mỗi dòng một văn bản, kèm số, ký hiệu: khi văn bản được thay, thủ tục tự báo cần rà soát."),
    )  # fmt: skip
    online = forms.ChoiceField(label=_("Mức độ trực tuyến"), choices=Online)
    link = forms.URLField(
        label=_("Đường dẫn Cổng Dịch vụ công quốc gia"), max_length=500, required=False, assume_scheme="https"
    )
    decision = forms.CharField(label=_("Quyết định công bố"), max_length=120, help_text=_("ví dụ 812/QĐ-UBND"))
    decided_on = DayField(label=_("Ngày quyết định"))
    valid_from = DayField(label=_("Áp dụng từ ngày"))

    @staticmethod
    def initial_of(version: ProcedureVersion | None) -> dict[str, Any]:
        if version is None:
            return {"valid_from": timezone.localdate(), "level": Level.COMMUNE}
        values = {name: getattr(version, name, "") for name in ProcedureForm.base_fields}
        texts = {"papers": papers_text(version.papers), "questions": questions_text(version.questions)}
        return values | texts | {"code": version.procedure.code}


class GuideForm(_Written):
    title = forms.CharField(label=_("Tên hướng dẫn"), max_length=300)
    audience = forms.ChoiceField(label=_("Đối tượng"), choices=Audience)
    lead = forms.CharField(label=_("Tóm tắt"), widget=_lines(3), max_length=600, required=False)
    steps = forms.CharField(
        label=_("Các bước"), widget=_lines(8), max_length=8000,
        help_text=_("Mỗi bước một dòng. Ghi mã thủ tục trong ngoặc vuông để dẫn tới thủ tục, ví dụ [1.001193]."),
    )  # fmt: skip
    valid_from = DayField(label=_("Áp dụng từ ngày"))

    @staticmethod
    def initial_of(version: GuideVersion | None) -> dict[str, Any]:
        if version is None:
            return {"valid_from": timezone.localdate()}
        return {name: getattr(version, name, "") for name in GuideForm.base_fields}


class BlankFormForm(forms.Form):
    name = forms.CharField(label=_("Tên mẫu đơn"), max_length=200)
    file = forms.FileField(label=_("Tệp Word, Excel hoặc PDF"))


class PostingForm(forms.Form):
    place = forms.CharField(label=_("Nơi niêm yết"), max_length=200)
    posted_on = DayField(label=_("Ngày niêm yết"))
    picture = forms.FileField(
        label=_("Ảnh chụp tờ niêm yết (JPG, PNG)"),
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png"}),
    )
    seen = forms.MultipleChoiceField(
        label=_("Đã kiểm tra tại chỗ"), choices=list(CHECKLIST.items()), widget=forms.CheckboxSelectMultiple,
        required=False,
    )  # fmt: skip
    explanation = forms.CharField(
        label=_("Vì sao ngày chụp không khớp"), max_length=300, required=False,
        help_text=_("Chỉ cần khi ảnh không ghi ngày chụp, hoặc chụp khác ngày niêm yết."),
    )  # fmt: skip


class ImportForm(forms.Form):
    decision = forms.CharField(label=_("Số quyết định công bố"), max_length=120)
    dated = DayField(label=_("Ngày quyết định"))
    file = forms.FileField(label=_("Bảng tính (.xlsx)"), widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}))


class LawForm(forms.Form):
    number = forms.CharField(label=_("Số, ký hiệu văn bản cũ"), max_length=80)
    replaced_by = forms.CharField(label=_("Văn bản thay thế"), max_length=200)
    since = DayField(label=_("Từ ngày"))
