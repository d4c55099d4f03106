from django.urls import path

from lienthong.feedback.views import cases, settings, steps

app_name = "feedback"
urlpatterns = [
    path("", cases.cases, name="cases"),
    path("ghi/", cases.enter, name="enter"),
    path("quy-dinh/", settings.settings, name="settings"),
    path("mau/<int:pk>/bo/", settings.remove, name="remove_template"),
    path("hoi-nhieu/<int:pk>/", settings.recurring, name="recurring"),
    path("anh/<int:pk>/", cases.photo, name="photo"),
    path("<int:pk>/", cases.case, name="case"),
    path("<int:pk>/chuyen/", steps.assign, name="assign"),
    path("<int:pk>/chuyen-ngoai/", steps.forward, name="forward"),
    path("<int:pk>/tra-loi/", steps.answer, name="answer"),
    path("<int:pk>/du-lieu.json", steps.export, name="export"),
    path("<int:pk>/buoc/<slug:act>/", steps.step, name="step"),
]
