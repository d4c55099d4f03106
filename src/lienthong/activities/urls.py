from django.urls import path

from lienthong.activities.views import desk, door, registrations, visits

app_name = "activities"
urlpatterns = [
    path("", desk.events, name="events"),
    path("su-kien/them/", desk.begin, name="begin"),
    path("su-kien/<int:pk>/", desk.event, name="event"),
    path("su-kien/<int:pk>/sua/", desk.edit, name="edit"),
    path("su-kien/<int:pk>/buoc/<slug:act>/", desk.step, name="step"),
    path("su-kien/<int:pk>/dang-ky/them/", registrations.enroll, name="enroll"),
    path("su-kien/<int:pk>/dang-ky/<int:registration_pk>/bo/", registrations.remove, name="remove_registration"),
    path("su-kien/<int:pk>/lich.ics", desk.calendar, name="calendar"),
    path("su-kien/<int:pk>/anh/<int:number>/", desk.photo, name="photo"),
    path("su-kien/<int:pk>/cua/", door.screen, name="door"),
    path("su-kien/<int:pk>/ap-phich.pdf", door.poster, name="poster"),
    path("su-kien/<int:pk>/dem/", door.count, name="count"),
    path("su-kien/<int:pk>/ket-thuc/", door.hold, name="hold"),
    path("di-thon/", visits.visits, name="visits"),
    path("di-thon/them/", visits.enter, name="enter_visit"),
    path("di-thon/minh-chung/", visits.prove, name="prove_visits"),
]
