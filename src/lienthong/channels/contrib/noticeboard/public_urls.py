from django.urls import path

from lienthong.channels.contrib.noticeboard import views

urlpatterns = [
    path("bang-tin/<int:pk>/", views.screen, name="noticeboard_screen"),
    path("bang-tin/<slug:reference>.pdf", views.poster, name="noticeboard_poster"),
]
