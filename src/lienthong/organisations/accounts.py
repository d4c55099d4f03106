"""How accounts come to be: an administrator makes them; nobody signs up. One-time passwords are changed at once."""

import secrets

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from lienthong.organisations.models import User

#: Letters and digits that are not mistaken for one another when they are read out or written by hand.
_ALPHABET = "abcdefghkmnpqrstuvwxyz23456789"


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def set_password(self, user: User, password: str) -> None:
        """The person has chosen a password of his own."""
        user.password_is_temporary = False
        super().set_password(user, password)


def give_one_time_password(user: User) -> str:
    """A new password of ``user``, to be shown once; he must change it when he signs in. ``user`` is not saved."""
    password = "-".join("".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(3))
    user.set_password(password)
    user.password_is_temporary = True
    return password
