from django.urls import path

from lienthong.inspections.views import inspections, lines, questions, visits

app_name = "inspections"
urlpatterns = [
    path("", inspections.inspections, name="inspections"),
    path("lap/", inspections.plan, name="plan"),
    path("<int:pk>/", inspections.inspection, name="inspection"),
    path("<int:pk>/sua/", inspections.change, name="change"),
    path("<int:pk>/don-vi/", inspections.add, name="add_visit"),
    path("<int:pk>/ket-luan/", inspections.conclude, name="conclude"),
    path("<int:pk>/buoc/<slug:act>/", inspections.step, name="step"),
    path("don-vi/<int:pk>/", visits.visit, name="visit"),
    path("don-vi/<int:pk>/doi-ngay/", visits.move, name="move_visit"),
    path("don-vi/<int:pk>/bo/", visits.drop, name="drop_visit"),
    path("don-vi/<int:pk>/nhiem-vu/", visits.draw, name="draw"),
    path("don-vi/<int:pk>/noi-dung/", visits.add, name="add_line"),
    path("don-vi/<int:pk>/gui/", visits.send, name="send"),
    path("noi-dung/<int:pk>/", lines.line, name="line"),
    path("noi-dung/<int:pk>/ket-qua/", lines.answer, name="answer"),
    path("noi-dung/<int:pk>/giai-trinh/", lines.explain, name="explain"),
    path("noi-dung/<int:pk>/khac-phuc/", lines.mend, name="mend"),
    path("noi-dung/<int:pk>/bo/", lines.drop, name="drop_line"),
    path("tep/<int:pk>/", lines.file, name="file"),
    path("cau-hoi/<int:pk>/", questions.question, name="question"),
    path("hoi/<slug:kind>/<int:pk>/", questions.ask, name="ask"),
]
