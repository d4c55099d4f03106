from django.urls import path

from lienthong.drafting.views import pages, steps, writing

app_name = "drafting"
urlpatterns = [
    path("", pages.drafts, name="drafts"),
    path("them/", pages.begin, name="begin"),
    path("<int:pk>/", pages.draft, name="draft"),
    path("<int:pk>/soat/", pages.check, name="check"),
    path("<int:pk>/tep.<str:ending>", pages.file, name="file"),
    path("<int:pk>/the-thuc/", writing.head, name="head"),
    path("<int:pk>/phan/them/", writing.new_section, name="new_section"),
    path("phan/<int:pk>/", writing.section, name="section"),
    path("phan/<int:pk>/chuyen/", writing.move, name="move_section"),
    path("phan/<int:pk>/bo/", writing.drop_section, name="drop_section"),
    path("phan/<int:pk>/nhiem-vu/them/", writing.new_task, name="new_task"),
    path("nhiem-vu/<int:pk>/", writing.task, name="task"),
    path("nhiem-vu/<int:pk>/bo/", writing.drop_task, name="drop_task"),
    path("<int:pk>/tep-word/", steps.word_back, name="word_back"),
    path("<int:pk>/sua-doi/", steps.changes, name="changes"),
    path("sua-doi/<int:pk>/", steps.decide, name="decide_change"),
    path("<int:pk>/ban-ky/", steps.attach, name="attach"),
    path("<int:pk>/thuc-hien/", steps.carry_out, name="carry_out"),
    path("<int:pk>/buoc/<slug:act>/", steps.step, name="step"),
]
