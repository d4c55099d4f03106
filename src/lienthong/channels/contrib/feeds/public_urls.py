from django.urls import path

from lienthong.channels.contrib.feeds import views

urlpatterns = [path("nguon-tin/<int:pk>/<slug:kind>.xml", views.feed, name="feeds_feed")]
