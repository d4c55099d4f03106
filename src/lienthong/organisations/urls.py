from django.urls import path

from lienthong.organisations.views import groups, imports, people, record, tree

app_name = "organisations"
urlpatterns = [
    path("", tree.bodies, name="bodies"),
    path("<int:pk>/", tree.body, name="body"),
    path("<int:pk>/sua/", tree.edit, name="edit_body"),
    path("<int:pk>/them-don-vi/", tree.add_below, name="add_body"),
    path("<int:pk>/ket-thuc/", tree.close, name="close_body"),
    path("<int:pk>/them-thanh-vien/", tree.add_member, name="add_committee_member"),
    path("<int:pk>/them-nguoi/", people.add, name="add_user"),
    path("thanh-vien/<int:pk>/ket-thuc/", people.end_member, name="end_committee_member"),
    path("nguoi/<int:pk>/", people.user, name="user"),
    path("nguoi/<int:pk>/mat-khau/", people.new_password, name="reset_password"),
    path("nguoi/<int:pk>/giao-chuc-vu/", people.give_position, name="add_position"),
    path("chuc-vu/<int:pk>/ket-thuc/", people.end, name="end_position"),
    path("chuc-vu/<int:pk>/tham-quyen-ky/", people.grant, name="grant_signing"),
    path("chuc-vu/<int:pk>/giam-sat/", people.supervise, name="give_supervision"),
    path("giam-sat/<int:pk>/ket-thuc/", people.stop_supervising, name="end_supervision"),
    path("tham-quyen-ky/", people.signing, name="signing"),
    path("tham-quyen-ky/<int:pk>/ket-thuc/", people.end_authority, name="end_signing"),
    path("lam-viec-voi-tu-cach/", people.choose_position, name="choose_position"),
    path("nhom/", groups.groups, name="groups"),
    path("nhom/them/", groups.add, name="add_group"),
    path("nhom/<int:pk>/", groups.group, name="group"),
    path("nhom/<int:pk>/thanh-vien/", groups.members, name="choose_members"),
    path("nhap/", imports.import_page, name="import"),
    path("nhap/mau/", imports.import_template, name="import_template"),
    path("ghi-duoi-ten-toi/", record.my_record, name="my_record"),
    path("ghi-duoi-ten-toi/<int:pk>/de-nghi-sua/", record.ask, name="ask_correction"),
    path("ghi-duoi-ten-toi/dieu/<str:key>/de-nghi-sua/", record.ask_line, name="ask_line_correction"),
    path("de-nghi-sua/", record.corrections, name="corrections"),
    path("de-nghi-sua/<int:pk>/", record.answer, name="answer_correction"),
]
