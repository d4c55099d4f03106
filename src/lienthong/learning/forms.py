"""What people fill in about lessons. Forms only read what was typed; the acts decide."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.core.forms import DayField
from lienthong.learning.holding import places_of
from lienthong.learning.models import BankQuestion
from lienthong.organisations.service import Actor, Body


class LessonForm(forms.Form):
    title = forms.CharField(label=_("Tên bài"), max_length=200)
    lead = forms.CharField(label=_("Học xong làm được gì"), max_length=300)
    minutes = forms.IntegerField(label=_("Số phút"), min_value=1, max_value=60, initial=5)
    body = forms.CharField(
        label=_("Nội dung"), widget=forms.Textarea(attrs={"rows": 12}), max_length=12000,
        help_text=_("Mỗi ý một dòng, câu ngắn, như nói với người lần đầu cầm điện thoại."),
    )  # fmt: skip
    questions = forms.ModelMultipleChoiceField(
        BankQuestion.objects.none(), label=_("Câu hỏi trong ngân hàng"), widget=forms.CheckboxSelectMultiple
    )
    to_pass = forms.IntegerField(label=_("Số câu đúng để đạt"), min_value=1, max_value=10)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, actor: Actor, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        questions = self.fields["questions"]
        assert isinstance(questions, forms.ModelMultipleChoiceField)
        questions.queryset = BankQuestion.objects.visible_to(actor).filter(retired_at=None)


class QuestionForm(forms.Form):
    topic = forms.CharField(label=_("Chủ đề"), max_length=120)
    text = forms.CharField(label=_("Câu hỏi"), max_length=300)
    options = forms.CharField(
        label=_("Các câu trả lời"), widget=forms.Textarea(attrs={"rows": 5}), max_length=2000,
        help_text=_("Mỗi câu một dòng, dấu * trước câu đúng."),
    )  # fmt: skip
    explanation = forms.CharField(label=_("Giải thích"), max_length=400)


class GroupForm(forms.Form):
    place = forms.ModelChoiceField(Body.objects.none(), label=_("Nơi học"))
    held_on = DayField(label=_("Ngày học"), initial=timezone.localdate)
    people = forms.IntegerField(label=_("Số người dự"), min_value=1, max_value=9999)
    passed = forms.IntegerField(label=_("Số người đạt"), min_value=0, max_value=9999)

    def __init__(self, actor: Actor, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        place = self.fields["place"]
        assert isinstance(place, forms.ModelChoiceField)
        place.queryset = places_of(actor)
