"""What the left side holds: only what a role uses, in the order in which a day goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.apps import apps
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lienthong.organisations.service import Actor, Role

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class NavItem:
    label: StrOrPromise
    view: str
    icon: str
    roles: tuple[Role, ...]

    @property
    def url(self) -> str:
        return reverse(self.view)


_EVERYONE = tuple(Role)
_DOING = (
    Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.UNIT_HEAD, Role.MEMBER, Role.HAMLET_HEAD, Role.COMMUNICATOR,
)  # fmt: skip
_WORKING = tuple(role for role in Role if role != Role.ADMINISTRATOR)
_OFFICE = (Role.CLERK, Role.COORDINATOR, Role.LEADER, Role.READER, Role.UNIT_HEAD, Role.MEMBER)

ITEMS = (
    NavItem(_("Việc của tôi"), "workspace:home", "inbox", _EVERYONE),
    NavItem(_("Văn bản"), "registry:documents", "document-text", (*_OFFICE, Role.SUPERVISOR)),
    NavItem(
        _("Dự thảo"),
        "drafting:drafts",
        "pencil-square",
        (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.UNIT_HEAD, Role.MEMBER),
    ),
    NavItem(_("Kế hoạch"), "plans:plans", "clipboard-document-list", _WORKING),
    NavItem(_("Bảng việc"), "plans:board", "view-columns", (*_OFFICE, Role.HAMLET_HEAD, Role.COMMUNICATOR)),
    NavItem(_("Lịch"), "plans:calendar", "calendar-days", _WORKING),
    NavItem(
        _("Báo cáo"),
        "reports:reports",
        "chart-bar",
        (*_OFFICE, Role.HAMLET_HEAD, Role.SUPERVISOR),
    ),
    NavItem(
        _("Phản ánh"),
        "feedback:cases",
        "chat-bubble-left-right",
        (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.UNIT_HEAD, Role.MEMBER, Role.HAMLET_HEAD),
    ),
    NavItem(_("Ban Chỉ đạo"), "committees:committees", "users", (*_OFFICE, Role.HAMLET_HEAD, Role.COMMUNICATOR)),
    NavItem(
        _("Kiểm tra"),
        "inspections:inspections",
        "clipboard-document-check",
        (*_OFFICE, Role.HAMLET_HEAD, Role.COMMUNICATOR, Role.SUPERVISOR),
    ),
    NavItem(_("Biểu dương"), "commendations:nominations", "check-badge", (*_OFFICE, Role.HAMLET_HEAD, Role.SUPERVISOR)),
    NavItem(_("Hồ sơ"), "casefiles:cases", "folder", (*_OFFICE, Role.SUPERVISOR)),
    NavItem(
        _("Tòa soạn"),
        "newsroom:products",
        "newspaper",
        (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.UNIT_HEAD, Role.MEMBER, Role.HAMLET_HEAD, Role.COMMUNICATOR),
    ),
    NavItem(
        _("Lời đọc"),
        "speech:scripts",
        "speaker-wave",
        (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.UNIT_HEAD, Role.MEMBER),
    ),
    NavItem(
        _("Kênh"),
        "channels:outlets",
        "signal",
        (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.UNIT_HEAD, Role.MEMBER, Role.ADMINISTRATOR),
    ),
    NavItem(
        _("Thủ tục"),
        "procedures:procedures",
        "clipboard-document-check",
        (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.UNIT_HEAD, Role.MEMBER),
    ),
    NavItem(
        _("Đính chính"),
        "corrections:corrections",
        "shield-check",
        (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.UNIT_HEAD, Role.MEMBER),
    ),
    NavItem(
        _("Bài học"),
        "learning:lessons",
        "academic-cap",
        _DOING,
    ),
    NavItem(
        _("Hoạt động"),
        "activities:events",
        "megaphone",
        _DOING,
    ),
    NavItem(
        _("Đào tạo"),
        "training:classes",
        "book-open",
        _DOING,
    ),
    NavItem(
        _("Cổng thông tin"),
        "portal:pages",
        "globe-alt",
        (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.UNIT_HEAD, Role.MEMBER, Role.ADMINISTRATOR),
    ),
    NavItem(_("Tổ chức"), "organisations:bodies", "user-group", (*_OFFICE, Role.ADMINISTRATOR)),
)


def items_for(actor: Actor) -> list[NavItem]:
    """What the left side holds for ``actor``; a channel with pages of its own names its entry in its ``apps.py``."""
    offered = [NavItem(*entry) for config in apps.get_app_configs() if (entry := getattr(config, "menu", None))]
    place = next(number for number, item in enumerate(ITEMS) if item.view == "channels:outlets")
    return [item for item in (*ITEMS[:place], *offered, *ITEMS[place:]) if actor.role in item.roles]
