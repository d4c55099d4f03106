from django.urls import path

from lienthong.workspace import views

app_name = "workspace"
urlpatterns = [
    path("", views.home, name="home"),
    path("tim/", views.search, name="search"),
    path("ngon-ngu/", views.choose_language, name="language"),
]
