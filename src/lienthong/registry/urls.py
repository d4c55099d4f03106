from django.urls import path, re_path

from lienthong.registry import views, views_intake, views_orders, views_pictures, views_registers
from lienthong.registry.urls_review import urlpatterns as review

app_name = "registry"
urlpatterns = [
    path("", views.documents, name="documents"),
    re_path(r"^(?P<which>di)/$", views.documents, name="outgoing"),
    path("tai-len/", views_intake.upload, name="upload"),
    path("chi-dao/", views_orders.note, name="note_order"),
    path("cho-van-ban/", views_orders.awaiting, name="awaiting"),
    path("vien-dan/", views_registers.unregistered, name="unregistered"),
    path("so/giu/", views_registers.numbers, name="numbers"),
    path("so/giu/<int:pk>/huy/", views_registers.cancel, name="cancel_number"),
    re_path(r"^so/(?P<slug>den|di|theo-doi)/$", views_registers.register_book, name="register_book"),
    re_path(
        r"^so/(?P<slug>den|di|theo-doi)\.(?P<ending>xlsx|docx)$", views_registers.register_file, name="register_file"
    ),
    path("tep/<int:pk>/", views_intake.download, name="file"),
    path("tep/<int:pk>/trang/<int:number>/", views_pictures.page, name="page"),
    path("tep/<int:pk>/len/", views_intake.move_file, name="move_file"),
    path("tep/<int:pk>/doc-lai/", views_intake.read_file_again, name="read_file_again"),
    path("tep/<int:pk>/bo/", views_intake.remove_annex, name="remove_annex"),
    path("<int:pk>/", views.document, name="document"),
    path("<int:pk>/dang-ky/", views.register, name="register"),
    path("<int:pk>/sua/", views.change, name="change"),
    path("<int:pk>/tep/", views_intake.add_annexes, name="add_annexes"),
    path("<int:pk>/doc/", views_intake.reading, name="reading"),
    path("<int:pk>/gan-van-ban/", views_orders.attach, name="attach"),
    path("<int:pk>/bo/", views_intake.discard, name="discard"),
    path("<int:pk>/mat/", views_intake.secret, name="secret"),
    *review,
]
