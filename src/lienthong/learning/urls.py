from django.urls import path

from lienthong.learning.views import bank, desk, holding

app_name = "learning"
urlpatterns = [
    path("", desk.lessons, name="lessons"),
    path("them/", desk.new_lesson, name="new_lesson"),
    path("<int:pk>/", desk.lesson, name="lesson"),
    path("<int:pk>/sua/", desk.edit_lesson, name="edit_lesson"),
    path("<int:pk>/buoc/<slug:act>/", desk.step, name="step"),
    path("<int:pk>/ban-in.pdf", holding.sheet, name="sheet"),
    path("<int:pk>/buoi-hoc/", holding.enter, name="enter"),
    path("ket-qua/", holding.results, name="results"),
    path("cau-hoi/", bank.questions, name="questions"),
    path("cau-hoi/them/", bank.new_question, name="new_question"),
    path("cau-hoi/<int:pk>/sua/", bank.edit_question, name="edit_question"),
    path("cau-hoi/<int:pk>/bo/", bank.retire, name="retire_question"),
]
