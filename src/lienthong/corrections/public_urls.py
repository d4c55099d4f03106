"""Addresses of the public side, below ``dinh-chinh/``."""

from django.urls import path, re_path

from lienthong.corrections.views import asking, public

urlpatterns = [
    path("", public.everything, name="corrections_all"),
    path("nguon-tin.xml", public.feed, name="corrections_feed"),
    path("hoi/", asking.ask, name="corrections_ask"),
    re_path(r"^ma/(?P<code>[A-Z]{1,4}-[0-9A-Z]{6})/$", asking.asked, name="corrections_asked"),
    path("<int:year>/<int:number>/", public.one, name="corrections_one"),
    path("<int:year>/<int:number>/ban-luu.json", public.frozen, name="corrections_frozen"),
]
