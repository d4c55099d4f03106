from django.urls import path

from lienthong.workspace import views

app_name = "workspace"
urlpatterns = [
    path("", views.home, name="home"),
    path("tim/", views.search, name="search"),
    path("cai-dat/", views.settings, name="settings"),
    path("mau/<int:body_id>.css", views.accent, name="accent"),
]
