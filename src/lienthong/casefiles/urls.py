from django.urls import path

from lienthong.casefiles.views import cases, exports, steps

app_name = "casefiles"
urlpatterns = [
    path("", cases.case_files, name="cases"),
    path("cua/<slug:kind>/<int:pk>/", cases.behind_page, name="behind"),
    path("cua/<slug:kind>/<int:pk>/mo/", cases.open_page, name="open"),
    path("cua/<slug:kind>/<int:pk>/xuat/", exports.ask_about, name="export_behind"),
    path("<int:pk>/", cases.case, name="case"),
    path("<int:pk>/sua/", cases.change, name="change"),
    path("<int:pk>/them/", steps.add, name="add"),
    path("<int:pk>/loai/", steps.leave, name="leave_out"),
    path("loai/<int:pk>/dua-lai/", steps.take, name="take_back"),
    path("<int:pk>/ket-thuc/", steps.close, name="close"),
    path("<int:pk>/mo-lai/", steps.reopen, name="reopen"),
    path("<int:pk>/nop-luu/", steps.hand_over, name="hand_over"),
    path("<int:pk>/giay-to/<slug:paper>.docx", exports.paper, name="paper"),
    path("<int:pk>/xuat/", exports.ask_of_case, name="export_case"),
    path("xuat/<int:pk>/", exports.export, name="export"),
    path("xuat/<int:pk>/tep.<slug:ending>", exports.file, name="export_file"),
]
