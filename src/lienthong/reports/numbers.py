"""Numbers as offices write and read them: a comma before the decimals, full stops between thousands."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

_WRITTEN = re.compile(r"(?:\d{1,13}|\d{1,3}(?:\.\d{3}){1,4})(?:,\d{1,4})?")


def shown(value: Decimal | None) -> str:
    """ "1.234,5": without needless zeros; nothing for no value."""
    if value is None:
        return ""
    whole, _point, decimals = f"{value:,.4f}".partition(".")
    decimals = decimals.rstrip("0")
    return whole.replace(",", ".") + (f",{decimals}" if decimals else "")


def words_of(value: Decimal, out_of: Decimal | None) -> str:
    """ "45/50 (90%)" for a ratio, else the number alone."""
    if out_of is None:
        return shown(value)
    percent = f" ({shown(round(100 * value / out_of, 1))}%)" if out_of else ""
    return f"{shown(value)}/{shown(out_of)}{percent}"


class NumberField(forms.CharField):
    """A number of zero or more, typed as it is printed. "12.5" is refused, because it might mean 12,5 or 125."""

    default_error_messages = {"number": _("Ghi số dạng 1250 hoặc 1.250 hoặc 12,5.")}

    def __init__(self, **options: Any) -> None:
        super().__init__(
            **options, max_length=24,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "size": 10}),
        )  # fmt: skip

    def prepare_value(self, value: Any) -> Any:
        return shown(value) if isinstance(value, Decimal) else value

    def clean(self, value: Any) -> Decimal | None:
        text = super().clean(value)
        if not text:
            return None
        if not _WRITTEN.fullmatch(text):
            raise forms.ValidationError(self.error_messages["number"], code="number")
        return Decimal(text.replace(".", "").replace(",", "."))
