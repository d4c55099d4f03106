"""Addresses of the review screen, the leader's decision and the slip; included by ``urls.py``."""

from django.urls import path

from lienthong.registry.decision import views as decision
from lienthong.registry.review import new_body
from lienthong.registry.review import views as review

urlpatterns = [
    path("<int:pk>/duyet/", review.review, name="review"),
    path("<int:pk>/duyet/chac-chan/", review.certain, name="confirm_certain"),
    path("<int:pk>/duyet/them/", review.add, name="add_proposal"),
    path("<int:pk>/duyet/xong/", review.finish, name="finish_review"),
    path("<int:pk>/duyet/mo-lai/", review.open_again, name="reopen_review"),
    path("dong/<int:pk>/", review.show_row, name="proposal"),
    path("dong/<int:pk>/xac-nhan/", review.confirm, name="confirm"),
    path("dong/<int:pk>/sua/", review.correct, name="correct"),
    path("dong/<int:pk>/bo/", review.reject, name="reject"),
    path("dong/<int:pk>/xem-lai/", review.reopen, name="reopen"),
    path("dong/<int:pk>/ngoai-pham-vi/", review.scope, name="scope"),
    path("<int:pk>/ten/", review.name_targets, name="name_targets"),
    path("<int:pk>/ten/nhom/", review.new_group, name="new_group"),
    path("<int:pk>/ten/don-vi/", new_body.new_body, name="new_body"),
    path("<int:pk>/chuyen-xu-ly/", decision.decide, name="decide"),
    path("<int:pk>/giai-quyet/", decision.handle, name="handle"),
    path("phan-viec/<int:pk>/phan-cong/", decision.assign, name="assign"),
    path("phan-viec/<int:pk>/de-xuat/", decision.propose, name="propose"),
    path("phan-viec/<int:pk>/xong/", decision.finish, name="finish_part"),
    path("phan-viec/<int:pk>/da-biet/", decision.note, name="note"),
    path("<int:pk>/tra-loi/", decision.answer, name="answer"),
    path("<int:pk>/phieu/", decision.slip, name="slip"),
    path("<int:pk>/phieu.docx", decision.slip_file, name="slip_file"),
    path("mau-y-kien/<int:pk>/bo/", decision.forget_phrase, name="remove_phrase"),
]
