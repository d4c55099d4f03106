from django.urls import include, path

urlpatterns = [path("", include("lienthong.channels.core.urls"))]
