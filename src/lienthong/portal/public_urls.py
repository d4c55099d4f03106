"""Addresses of the public side; the tree of pages answers whatever is left, so it comes last."""

from django.urls import path, re_path

from lienthong.portal.views import given, public

urlpatterns = [
    path("van-ban-cong-khai/", public.documents, name="portal_documents"),
    path("van-ban-cong-khai/<int:pk>/", public.document, name="portal_document"),
    path("tai-ve/<int:pk>/<str:name>", given.document_file, name="portal_document_file"),
    path("anh/<int:pk>/", given.picture, name="portal_picture"),
    path("anh/<int:pk>/<slug:size>/", given.picture, name="portal_picture_sized"),
    path("nghe/<int:pk>.mp3", given.recording, name="portal_recording"),
    path("tep-bai/<int:pk>/<str:name>", given.released_file, name="portal_released_file"),
    path("lich/<int:pk>.ics", given.event, name="portal_event"),
    path("mau.css", given.accent, name="portal_accent"),
    path("ngon-ngu/<slug:code>/", public.language, name="portal_language"),
    path("lien-he/", public.contact, name="portal_contact"),
    path("tim/", public.search, name="portal_search"),
    path("sitemap.xml", public.sitemap, name="portal_sitemap"),
    path("robots.txt", public.robots, name="portal_robots"),
    # The name is the one that Wagtail makes the addresses of its pages from. What is not there on the staff's side
    # is no page of the public's either.
    re_path(r"^(?!noi-bo/)((?:[\w\-]+/)*)$", public.serve, name="wagtail_serve"),
]
