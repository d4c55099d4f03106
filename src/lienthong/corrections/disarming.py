"""Addresses and numbers of a scam, written so that nobody gets there by a click: ``hxxps://ten-mien[.]com``,
``0 9 1 2 …``. Only this form is stored.
"""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from lienthong.core.refusals import Refused
from lienthong.corrections.refusing import account_address

#: Lines that one correction may hold, and signs that one may have.
_MOST, _LONG = 20, 300
_NUMBER = re.compile(r"\+?[\d\s().-]{3,30}")
_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]{1,9}://)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]\S*)?", re.I)


def disarmed(line: str) -> str:
    """One address or number in its disarmed form, also when it has it already; :class:`Refused` for anything else."""
    armed = _armed(" ".join(line.split()))
    if len(armed) > _LONG:
        raise Refused(_("Địa chỉ quá dài. Chỉ cần ghi phần tên miền."), field="scam_places")
    if account_address(armed):
        raise Refused(
            _("Ở đây chỉ ghi trang web hoặc số điện thoại lừa đảo, không ghi địa chỉ trang cá nhân hay tài khoản."),
            field="scam_places",
        )
    if _NUMBER.fullmatch(armed):
        return " ".join(re.sub(r"[^\d+]", "", armed))
    if _HOST.fullmatch(armed):
        return armed.replace("http", "hxxp", 1).replace(".", "[.]") if "://" in armed else armed.replace(".", "[.]")
    raise Refused(
        _("“%(line)s” không phải địa chỉ trang web hay số điện thoại. Mỗi dòng ghi một địa chỉ hoặc một số.")
        % {"line": line[:60]},
        field="scam_places",
    )


def disarmed_lines(text: str) -> list[str]:
    """One place a line."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > _MOST:
        raise Refused(_("Ghi nhiều nhất %(n)d địa chỉ và số.") % {"n": _MOST}, field="scam_places")
    return list(dict.fromkeys(disarmed(line) for line in lines))


def _armed(text: str) -> str:
    """As somebody may have typed it, with what others do to disarm it undone."""
    text = re.sub(r"^h(?:xx|\*\*)p", "http", text, flags=re.I)
    return re.sub(r"\s*[\[({]\s*(?:\.|dot|chấm)\s*[\])}]\s*", ".", text, flags=re.I)
