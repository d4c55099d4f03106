from django.urls import path

from lienthong.reports import unit_views, views
from lienthong.reports.sheets import views as sheets

app_name = "reports"
urlpatterns = [
    path("", views.reports, name="reports"),
    path("dot-xuat/", views.make, name="make_ad_hoc"),
    path("che-do/them/", views.obligation_add, name="obligation_add"),
    path("che-do/<int:pk>/lap/", views.make, name="make"),
    path("che-do/<int:pk>/ket-thuc/", views.obligation_end, name="obligation_end"),
    path("<int:pk>/", views.report, name="report"),
    path("<int:pk>/loi/", views.write, name="write"),
    path("<int:pk>/chot/", views.freeze, name="freeze"),
    path("<int:pk>/so-lieu/<str:code>/", views.figure, name="figure"),
    path("<int:pk>/yeu-cau-don-vi/", unit_views.ask, name="ask"),
    path("yeu-cau/<int:pk>/", unit_views.unit_request, name="request"),
    path("yeu-cau/<int:pk>/doi/", unit_views.change, name="change_request"),
    path("yeu-cau/<int:pk>/thu-hoi/", unit_views.withdraw, name="withdraw_request"),
    path("don-vi/<int:pk>/dem/<slug:code>/", unit_views.counted, name="counted"),
    path("yeu-cau/<int:pk>/gop/", unit_views.merge, name="merge"),
    path("yeu-cau/<int:pk>/nhac/", unit_views.urge, name="urge"),
    path("don-vi/<int:pk>/", unit_views.unit_report, name="unit_report"),
    path("don-vi/<int:pk>/tra-lai/", unit_views.return_report, name="return_report"),
    path("bieu-mau/them/", sheets.add_form, name="add_form"),
    path("bieu-mau/<int:pk>/", sheets.provided_form, name="form"),
    path("bieu-mau/<int:pk>/nguon/", sheets.point, name="point_form"),
    path("bieu-mau/<int:pk>/ban-moi/", sheets.new_edition, name="new_edition"),
    path("<int:pk>/bieu-mau/<int:form_pk>/", sheets.fill_page, name="fill_form"),
    path("bieu-mau-da-dien/<int:pk>/", sheets.filled_file, name="filled_form"),
    path("che-do/<int:pk>/khong-trung/<int:other_pk>/", sheets.not_duplicate, name="not_duplicate"),
    path("<int:pk>/tep.docx", views.docx, name="docx"),
]
