from django.urls import path

from lienthong.channels.contrib.loudspeaker.views import bulletins, desk, devices, emergencies, programme

app_name = "loudspeaker"
STAFF_PATH = "phat-thanh/"
urlpatterns = [
    path("", desk.desk, name="desk"),
    path("ban/", desk.live, name="live"),
    path("mo/", desk.open_desk, name="open"),
    path("lich/", programme.month, name="month"),
    path("goi/<slug:day>.zip", desk.package, name="package"),
    path("nhat-ky/<int:pk>/", desk.airing, name="airing"),
    path("chuong-trinh/", programme.programme, name="programme"),
    path("khung/them/", programme.new_slot, name="new_slot"),
    path("khung/<int:pk>/bo/", programme.drop_slot, name="end_slot"),
    path("chuyen-muc/them/", programme.new_column, name="new_column"),
    path("chuyen-muc/<int:pk>/", programme.column, name="column"),
    path("chuyen-muc/<int:pk>/dung/", programme.stop_column, name="end_column"),
    path("so/<int:pk>/", programme.issue, name="issue"),
    path("ban-tin/", bulletins.bulletins, name="bulletins"),
    path("ban-tin/them/", bulletins.new_bulletin, name="new_bulletin"),
    path("ban-tin/nhan/", bulletins.from_above, name="from_above"),
    path("ban-tin/<int:pk>/", bulletins.bulletin, name="bulletin"),
    path("ban-tin/<int:pk>/tieng.mp3", bulletins.sound, name="bulletin_sound"),
    path("ban-tin/<int:pk>/buoc/<slug:act>/", bulletins.step, name="bulletin_step"),
    path("loa/", devices.devices, name="devices"),
    path("loa/them/", devices.new_device, name="new_device"),
    path("loa/nhom/", devices.new_group, name="new_group"),
    path("loa/<int:pk>/", devices.device, name="device"),
    path("loa/<int:pk>/buoc/<slug:act>/", devices.step, name="device_step"),
    path("truc/", emergencies.duty, name="duty"),
    path("truc/<int:pk>/bo/", emergencies.drop_duty, name="end_duty"),
    path("khan-cap/", emergencies.call, name="call"),
    path("khan-cap/<int:pk>/", emergencies.emergency, name="emergency"),
    path("khan-cap/<int:pk>/tieng.mp3", emergencies.sound, name="emergency_sound"),
    path("khan-cap/<int:pk>/buoc/<slug:act>/", emergencies.step, name="emergency_step"),
]
