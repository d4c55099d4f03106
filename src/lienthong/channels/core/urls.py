from django.urls import path

from lienthong.channels.core.views import deliveries, outlets

app_name = "channels"
urlpatterns = [
    path("", outlets.outlets, name="outlets"),
    path("them/<slug:code>/", outlets.new_outlet, name="new_outlet"),
    path("<int:pk>/", outlets.outlet, name="outlet"),
    path("<int:pk>/sua/", outlets.edit_outlet, name="edit_outlet"),
    path("<int:pk>/buoc/<slug:act>/", outlets.step, name="outlet_step"),
    path("lan/<int:pk>/", deliveries.delivery, name="delivery"),
    path("lan/<int:pk>/buoc/<slug:act>/", deliveries.step, name="delivery_step"),
    path("lan/<int:pk>/ket-qua/", deliveries.settle, name="settle"),
]
