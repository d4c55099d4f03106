"""What a channel is told of its outlet, with secrets opened, and how turning secrets are kept."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.channels.core import items
from lienthong.channels.core.contract import Account, Channel, PassingError, PermanentError
from lienthong.channels.core.models import Outlet
from lienthong.channels.core.registry import channel_class
from lienthong.channels.core.sealing import Unreadable, opened, seal

#: How long one worker may take to exchange the secrets of an outlet before another may try.
RENEWAL = timedelta(minutes=1)


def channel_of(outlet: Outlet) -> Channel:
    """The channel, ready to work for ``outlet``; :class:`PermanentError` when it is not installed."""
    return channel_class(outlet.channel)(account_of(outlet))


def account_of(outlet: Outlet) -> Account:
    try:
        secrets = opened(outlet.sealed)
    except Unreadable:
        raise PermanentError(_("Không mở được khóa truy cập đã lưu. Quản trị cần nhập lại.")) from None
    account = Account(outlet.pk, outlet.office_id, outlet.name, dict(outlet.options), secrets, lambda exchange: None)
    account.renew = lambda exchange: _renew(outlet, account, exchange)
    return account


def keep_secrets(outlet: Outlet, secrets: dict[str, str], expire_at: datetime | None) -> None:
    outlet.sealed, outlet.secrets_expire_at = seal(secrets), expire_at
    outlet.save(update_fields=["sealed", "secrets_expire_at"])
    items.renewed(outlet)


def _renew(
    outlet: Outlet,
    account: Account,
    exchange: Callable[[dict[str, str]], tuple[dict[str, str], datetime | None]],
) -> None:
    """Exchange secrets in one worker at a time; when another has just done it, its new secrets are taken over."""
    now, sealed = timezone.now(), outlet.sealed
    free = Q(renewing_until=None) | Q(renewing_until__lt=now)
    if not Outlet.objects.filter(free, pk=outlet.pk, sealed=sealed).update(renewing_until=now + RENEWAL):
        outlet.refresh_from_db(fields=["sealed", "secrets_expire_at"])
        if outlet.sealed == sealed:
            raise PassingError(_("Đang đổi khóa truy cập."), retry_after=RENEWAL)
        account.secrets = opened(outlet.sealed)
        return
    try:
        account.secrets, expire_at = exchange(dict(account.secrets))
        keep_secrets(outlet, account.secrets, expire_at)
    finally:
        Outlet.objects.filter(pk=outlet.pk).update(renewing_until=None)
