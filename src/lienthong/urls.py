"""Addresses, room by room. Words in addresses are the official ones, without marks.

The staff's pages stand below ``noi-bo/``; everything else belongs to the public side.
"""

from django.urls import include, path

from lienthong.settings.channels import channel_packages, staff_path

staff = [
    path("tai-khoan/", include("lienthong.organisations.account_urls")),
    path("to-chuc/", include("lienthong.organisations.urls")),
    path("van-ban/", include("lienthong.registry.urls")),
    path("ke-hoach/", include("lienthong.plans.urls")),
    path("du-thao/", include("lienthong.drafting.urls")),
    path("toa-soan/", include("lienthong.newsroom.urls")),
    path("loi-doc/", include("lienthong.speech.urls")),
    path("bao-cao/", include("lienthong.reports.urls")),
    path("ban-chi-dao/", include("lienthong.committees.urls")),
    path("bieu-duong/", include("lienthong.commendations.urls")),
    path("kiem-tra/", include("lienthong.inspections.urls")),
    path("ho-so/", include("lienthong.casefiles.urls")),
    *(path(staff_path(name), include(f"{name}.urls")) for name in channel_packages("urls.py")),
    path("kenh/", include("lienthong.channels.core.urls")),
    path("phan-anh/", include("lienthong.feedback.urls")),
    path("dinh-chinh/", include("lienthong.corrections.urls")),
    path("viec-cua-toi/", include("lienthong.inbox.urls")),
    path("thu-tuc/", include("lienthong.procedures.urls")),
    path("hoc/", include("lienthong.learning.urls")),
    path("hoat-dong/", include("lienthong.activities.urls")),
    path("dao-tao/", include("lienthong.training.urls")),
    path("cong-thong-tin/", include("lienthong.portal.urls")),
    path("", include("lienthong.workspace.urls")),
]

urlpatterns = [
    path("noi-bo/", include(staff)),
    *(path("", include(f"{name}.public_urls")) for name in channel_packages("public_urls.py")),
    path("thu-tuc/", include("lienthong.procedures.public_urls")),
    path("phan-anh/", include("lienthong.feedback.public_urls")),
    path("dinh-chinh/", include("lienthong.corrections.public_urls")),
    path("", include("lienthong.channels.core.public_urls")),
    path("hoc/", include("lienthong.learning.public_urls")),
    path("su-kien/", include("lienthong.activities.public_urls")),
    path("", include("lienthong.portal.public_urls")),
]
