from django.urls import path

from lienthong.channels.contrib.zalo import views

app_name = "zalo"
urlpatterns = [path("", views.broadcast, name="broadcast")]
