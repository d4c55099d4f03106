from django.urls import path

from lienthong.reports import views

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
    path("<int:pk>/tep.docx", views.docx, name="docx"),
]
