"""The addresses of one's own account. An administrator makes accounts and resets passwords, so these are all."""

from allauth.account import views
from django.urls import path

urlpatterns = [
    path("dang-nhap/", views.login, name="account_login"),
    path("dang-xuat/", views.logout, name="account_logout"),
    path("doi-mat-khau/", views.password_change, name="account_change_password"),
    path("ngung-dung/", views.account_inactive, name="account_inactive"),
]
