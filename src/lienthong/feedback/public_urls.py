"""Addresses of the public side of residents' cases."""

from django.urls import path, re_path

from lienthong.feedback.views import public, tell

urlpatterns = [
    path("", public.home, name="feedback_home"),
    path("gui/", tell.tell, name="feedback_tell"),
    path("theo-doi/", public.follow, name="feedback_follow"),
    re_path(r"^ma/(?P<code>[A-Z]{1,4}-[0-9A-Z]{6})/$", public.code, name="feedback_code"),
    re_path(r"^ma/(?P<code>[A-Z]{1,4}-[0-9A-Z]{6})/du-lieu/$", public.ask_data, name="feedback_ask_data"),
    path("danh-gia/<str:token>/", public.rate, name="feedback_rate"),
    path("tra-loi/", public.answers, name="feedback_answers"),
    path("tra-loi/<int:pk>/", public.answer, name="feedback_answer"),
    path("so-lieu/", public.figures, name="feedback_figures"),
    path("du-lieu-ca-nhan/", public.data, name="feedback_data"),
    path("khieu-nai-to-cao/", public.complaints, name="feedback_complaints"),
]
