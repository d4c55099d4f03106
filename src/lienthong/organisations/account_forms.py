"""The one form of the sign-in library whose words cannot be set elsewhere."""

from typing import Any

from allauth.account.forms import ChangePasswordForm
from django.utils.translation import gettext as _


class PasswordForm(ChangePasswordForm):
    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        new, again = cleaned.get("password1"), self.data.get("password2")
        if new and again and new != again:
            self._errors["password2"] = self.error_class([_("Hai lần nhập mật khẩu mới không giống nhau.")])
        return cleaned
