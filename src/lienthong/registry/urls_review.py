"""Addresses of the review screen, the leader's decision and the slip; included by ``urls.py``."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
