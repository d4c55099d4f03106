from django.urls import path

from lienthong.channels.core.views import files

urlpatterns = [
    path("tep-kenh/<slug:reference>/<int:number>/", files.as_approved, name="channel_file"),
    path("tep-kenh/<slug:reference>/<int:number>.jpg", files.as_jpeg, name="channel_jpeg"),
]
