"""Addresses of the public side, below ``hoc/``."""

from django.urls import path

from lienthong.learning.views import public

urlpatterns = [
    path("", public.everything, name="learning_all"),
    path("<int:pk>/", public.lesson, name="learning_lesson"),
    path("<int:pk>/cau-hoi/", public.quiz, name="learning_quiz"),
    path("chung-nhan/<slug:token>/", public.certificate, name="learning_certificate"),
    path("kiem-tra/<str:code>/", public.check, name="learning_check"),
]
