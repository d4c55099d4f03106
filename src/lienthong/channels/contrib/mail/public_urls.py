from django.urls import path

from lienthong.channels.contrib.mail import views

urlpatterns = [
    path("nhan-tin/", views.subscribe, name="mail_subscribe"),
    path("nhan-tin/xac-nhan/<str:token>/", views.confirm, name="mail_confirm"),
    path("nhan-tin/thoi/<str:token>/", views.unsubscribe, name="mail_unsubscribe"),
]
