from django.urls import path

from lienthong.inbox import views

app_name = "inbox"
urlpatterns = [
    path("thong-bao/", views.notices, name="notices"),
    path("lich/tao/", views.make_feed, name="make_feed"),
    path("lich/<str:token>.ics", views.feed, name="feed"),
    path("tuan/<int:body_id>/", views.weekly_sheet, name="weekly_sheet"),
]
