"""Addresses, room by room. Words in addresses are the official ones, without marks."""

from django.urls import include, path

urlpatterns = [
    path("tai-khoan/", include("lienthong.organisations.account_urls")),
    path("to-chuc/", include("lienthong.organisations.urls")),
    path("van-ban/", include("lienthong.registry.urls")),
    path("ke-hoach/", include("lienthong.plans.urls")),
    path("bao-cao/", include("lienthong.reports.urls")),
    path("viec-cua-toi/", include("lienthong.inbox.urls")),
    path("", include("lienthong.workspace.urls")),
]
