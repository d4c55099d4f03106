from django.urls import path

from lienthong.corrections.views import desk, documents, questions, writing

app_name = "corrections"
urlpatterns = [
    path("", desk.corrections, name="corrections"),
    path("them/", writing.new_claim, name="new_claim"),
    path("van-ban/<int:pk>/", documents.begin, name="correct_document"),
    path("<int:pk>/", desk.correction, name="correction"),
    path("<int:pk>/sua/", writing.edit, name="edit"),
    path("<int:pk>/buoc/<slug:act>/", desk.step, name="step"),
    path("cau-hoi/", questions.questions, name="questions"),
    path("cau-hoi/<int:pk>/", questions.question, name="question"),
    path("cau-hoi/<int:pk>/buoc/<slug:act>/", questions.step, name="question_step"),
]
