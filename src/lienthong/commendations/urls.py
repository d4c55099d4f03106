from django.urls import path

from lienthong.commendations import views

app_name = "commendations"
urlpatterns = [
    path("", views.nominations, name="nominations"),
    path("moi/", views.new, name="new"),
    path("<int:pk>/", views.nomination, name="nomination"),
    path("<int:pk>/sua/", views.edit, name="edit"),
    path("<int:pk>/minh-chung/", views.cite, name="cite"),
    path("minh-chung/<int:pk>/bo/", views.drop, name="drop_proof"),
    path("<int:pk>/anh/", views.picture_add, name="add_picture"),
    path("anh/<int:pk>/", views.picture, name="picture"),
    path("anh/<int:pk>/bo/", views.picture_remove, name="remove_picture"),
    path("<int:pk>/y-kien/", views.review, name="review"),
    path("<int:pk>/buoc/<slug:act>/", views.step, name="step"),
]
