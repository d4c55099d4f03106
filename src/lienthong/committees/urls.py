from django.urls import path

from lienthong.committees import views, views_meeting

app_name = "committees"
urlpatterns = [
    path("", views.committees, name="committees"),
    path("<int:pk>/", views.committee, name="committee"),
    path("<int:pk>/can-cu/", views.charter, name="charter"),
    path("<int:pk>/du-thay/", views.deputy, name="deputy"),
    path("<int:pk>/chuong-trinh/", views.line, name="line"),
    path("chuong-trinh/<int:pk>/giao/", views.assign_line, name="assign_line"),
    path("<int:pk>/hop/", views.plan, name="plan_meeting"),
    path("hop/<int:pk>/", views_meeting.meeting, name="meeting"),
    path("hop/<int:pk>/lich.ics", views_meeting.calendar, name="calendar"),
    path("hop/<int:pk>/bien-ban.docx", views_meeting.minutes_file, name="minutes_file"),
    path("hop/<int:pk>/bien-ban/", views_meeting.minutes, name="minutes"),
    path("hop/<int:pk>/tai-lieu/", views_meeting.add, name="add_paper"),
    path("tai-lieu/<int:pk>/", views_meeting.paper, name="paper"),
    path("hop/<int:pk>/ket-luan/", views_meeting.conclude, name="conclude"),
    path("ket-luan/<int:pk>/bo/", views_meeting.drop, name="drop_conclusion"),
    path("ket-luan/<int:pk>/giao/", views_meeting.assign, name="assign_conclusion"),
    path("hop/<int:pk>/buoc/<slug:act>/", views_meeting.step, name="step"),
]
