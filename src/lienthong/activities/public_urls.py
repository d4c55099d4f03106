"""Addresses of the public side, below ``su-kien/``."""

from django.urls import path

from lienthong.activities.views import public

urlpatterns = [
    path("", public.everything, name="activities_all"),
    path("<int:pk>/", public.one, name="activities_one"),
    path("<int:pk>/lich.ics", public.calendar, name="activities_calendar"),
    path("<int:pk>/dang-ky/", public.register, name="activities_register"),
    path("dang-ky/<str:code>/", public.registration, name="activities_registration"),
    path("co-mat/<str:code>/", public.arrive, name="activities_arrive"),
]
