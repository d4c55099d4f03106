"""Form fields that every room uses, and how a form says that an act was refused."""

from typing import Any

from django import forms
from django.core.files.base import File

from lienthong.core.amounts import amount_words, read_amount
from lienthong.core.refusals import Refused


class DayInput(forms.DateInput):
    """The browser's calendar, where it has one."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class DayField(forms.DateField):
    """A whole day; browsers offer their calendar, others may type dd/mm/yyyy."""

    widget = DayInput
    input_formats = ["%Y-%m-%d", "%d/%m/%Y"]


class MomentInput(forms.DateTimeInput):
    """Day and time in one field, as the browser's own picker writes them."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class AmountField(forms.CharField):
    """An amount of money in whole đồng, typed as it is printed; empty means that nobody has said it, never zero."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, max_length=60, widget=forms.TextInput(attrs={"autocomplete": "off", "size": 22}))

    def prepare_value(self, value: Any) -> Any:
        return amount_words(value) if isinstance(value, int) else value

    def clean(self, value: Any) -> int | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            return read_amount(text)
        except Refused as refused:
            raise forms.ValidationError(str(refused.sentence), code="amount") from None


def refuse(form: forms.BaseForm, refused: Refused) -> None:
    """Say the refusal beside the field it is about, where the form has that one, else above the form."""
    form.add_error(refused.field if refused.field in form.fields else None, str(refused.sentence))


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files; cleans to a list."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[File]:
        return [super(FilesField, self).clean(file, initial) for file in data or ()]
