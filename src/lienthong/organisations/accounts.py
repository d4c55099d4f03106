"""How accounts come to be: an administrator makes them; nobody signs up. One-time passwords are changed at once."""

import secrets
from dataclasses import dataclass

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lienthong.core.http import client_address
from lienthong.organisations.models import User

#: Letters and digits that are not mistaken for one another when they are read out or written by hand.
_ALPHABET = "abcdefghkmnpqrstuvwxyz23456789"


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("Tài khoản này đã ngừng dùng. Hãy báo người quản trị của cơ quan."),
        "enter_current_password": _("Mật khẩu hiện tại không đúng."),
        "incorrect_password": _("Mật khẩu không đúng."),
        "same_as_current": _("Mật khẩu mới phải khác mật khẩu hiện tại."),
        "too_many_login_attempts": _("Quá nhiều lần đăng nhập sai. Hãy đợi năm phút rồi thử lại."),
        "rate_limited": _("Quá nhiều lần thử. Hãy đợi vài phút rồi thử lại."),
        "username_password_mismatch": _("Tên đăng nhập hoặc mật khẩu không đúng."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("workspace:home")

    def get_client_ip(self, request: HttpRequest) -> str:
        """Behind a proxy everyone would come from the proxy's address, and twenty slips would lock everyone out."""
        return client_address(request)

    def set_password(self, user: User, password: str) -> None:
        """The person has chosen a password of his own."""
        user.password_is_temporary = False
        super().set_password(user, password)


@dataclass(frozen=True, slots=True)
class OneTimePassword:
    """``plain`` is shown once and stored nowhere; ``hashed`` is what is stored."""

    plain: str
    hashed: str

    @classmethod
    def make(cls) -> "OneTimePassword":
        plain = "-".join("".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(3))
        return cls(plain, make_password(plain))

    @classmethod
    def unusable(cls) -> "OneTimePassword":
        """For a trial that is taken back."""
        return cls("", make_password(None))

    def give(self, user: User) -> None:
        """``user`` must change it when he signs in. He is not saved here."""
        user.password, user.password_is_temporary = self.hashed, True
