from django.urls import path

from lienthong.plans.budget import views as budget
from lienthong.plans.views import assignments, comparison, plans, shares, times, works

app_name = "plans"
urlpatterns = [
    path("", plans.plan_list, name="plans"),
    path("moi/", plans.plan_create, name="plan_create"),
    path("tu-van-ban/<int:document_id>/", plans.plan_from_document, name="plan_from_document"),
    path("<int:pk>/", plans.plan, name="plan"),
    path("<int:pk>/so-sanh/", comparison.plan_compare, name="plan_compare"),
    path("<int:pk>/cap-tren/", comparison.plan_superior, name="plan_superior"),
    path("<int:pk>/ket-thuc/", plans.plan_close, name="plan_close"),
    path("<int:pk>/mo-lai/", plans.plan_reopen, name="plan_reopen"),
    path("<int:pk>/kinh-phi/", budget.sheet, name="budget"),
    path("<int:pk>/kinh-phi.xlsx", budget.sheet_file, name="budget_file"),
    path("<int:pk>/kinh-phi/them/", budget.add, name="budget_add"),
    path("kinh-phi/<int:pk>/", budget.line, name="budget_line"),
    path("kinh-phi/<int:pk>/sua/", budget.change, name="budget_change"),
    path("kinh-phi/<int:pk>/bo/", budget.remove, name="budget_remove"),
    path("kinh-phi/<int:pk>/chi/", budget.spend, name="spend"),
    path("khoan-chi/<int:pk>/bo/", budget.withdraw, name="withdraw_spending"),
    path("khoan-chi/<int:pk>/tep/", budget.paper, name="spending_paper"),
    path("<int:pk>/nhiem-vu/moi/", assignments.assignment_add, name="assignment_add"),
    path("nhiem-vu/<int:pk>/", assignments.assignment, name="assignment"),
    path("nhiem-vu/<int:pk>/sua/", assignments.assignment_edit, name="assignment_edit"),
    path("nhiem-vu/<int:pk>/ket-thuc/", assignments.assignment_close, name="assignment_close"),
    path("phan-viec/<int:pk>/", shares.share, name="share"),
    path("phan-viec/<int:pk>/<slug:step>/", shares.share_act, name="share_act"),
    path("gia-han/<int:pk>/", shares.extension_decide, name="extension_decide"),
    path("ky/<int:pk>/", works.occurrence, name="occurrence"),
    path("viec-da-lam/", works.work_add, name="work_add"),
    path("minh-chung/<int:pk>/", works.evidence, name="evidence"),
    path("bang-viec/", times.board, name="board"),
    path("lich/", times.calendar, name="calendar"),
]
