from django.urls import path

from lienthong.training.views import classes, listing, naming, sitting

app_name = "training"
urlpatterns = [
    path("", classes.classes, name="classes"),
    path("cua-toi/", classes.mine, name="mine"),
    path("them/", classes.begin, name="begin"),
    path("<int:pk>/", classes.one, name="one"),
    path("<int:pk>/sua/", classes.edit, name="edit"),
    path("<int:pk>/buoc/<slug:act>/", classes.step, name="step"),
    path("<int:pk>/lich.ics", listing.calendar, name="calendar"),
    path("<int:pk>/danh-sach.pdf", listing.pdf, name="list_pdf"),
    path("<int:pk>/danh-sach.xlsx", listing.workbook, name="list_xlsx"),
    path("<int:pk>/ket-qua/", sitting.results, name="results"),
    path("<int:pk>/ket-thuc/", sitting.close, name="close"),
    path("<int:pk>/anh/<int:number>/", sitting.photo, name="photo"),
    path("cu-nguoi/<int:pk>/", naming.nominate, name="nominate"),
    path("cu-nguoi/<int:pk>/don-doc/", naming.urge, name="urge"),
    path("nguoi/<int:pk>/<slug:act>/", naming.step, name="nominee_step"),
    path("buoi/<int:pk>/", sitting.session, name="session"),
    path("buoi/<int:pk>/diem-danh.pdf", listing.sheet, name="sheet"),
]
