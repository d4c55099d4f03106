from django.urls import path

from lienthong.channels.contrib.by_hand import views

app_name = "by_hand"
urlpatterns = [
    path("<int:pk>/", views.handover, name="handover"),
    path("<int:pk>/tep/<int:number>/", views.file, name="file"),
    path("<int:pk>/anh/", views.picture, name="picture"),
    path("<int:pk>/buoc/<slug:act>/", views.step, name="step"),
]
