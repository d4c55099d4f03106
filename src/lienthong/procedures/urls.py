from django.urls import path

from lienthong.procedures.views import checking, desk, imports, writing

app_name = "procedures"
urlpatterns = [
    path("", desk.procedures, name="procedures"),
    path("them/", writing.new_procedure, name="new_procedure"),
    path("<int:pk>/", desk.procedure, name="procedure"),
    path("<int:pk>/sua/", writing.edit_procedure, name="edit_procedure"),
    path("<int:pk>/to-niem-yet.pdf", desk.sheet, name="sheet"),
    path("<int:pk>/ra-soat/", checking.check, name="check"),
    path("<int:pk>/niem-yet/", checking.post, name="post"),
    path("niem-yet/<int:pk>/anh/", checking.photo, name="photo"),
    path("ban/<int:pk>/buoc/<slug:act>/", desk.step, name="step"),
    path("ban/<int:pk>/mau-don/", writing.add_form, name="add_form"),
    path("mau-don/<int:pk>/", writing.form_file, name="form_file"),
    path("mau-don/<int:pk>/bo/", writing.remove_form, name="remove_form"),
    path("huong-dan/", desk.guides, name="guides"),
    path("huong-dan/them/", writing.new_guide, name="new_guide"),
    path("huong-dan/<int:pk>/", desk.guide, name="guide"),
    path("huong-dan/<int:pk>/sua/", writing.edit_guide, name="edit_guide"),
    path("huong-dan/ban/<int:pk>/buoc/<slug:act>/", desk.guide_step, name="guide_step"),
    path("can-cu/", checking.laws, name="laws"),
    path("can-cu/<int:pk>/bo/", checking.forget_law, name="forget_law"),
    path("nhap/", imports.import_page, name="import"),
    path("nhap/mau/", imports.template, name="import_template"),
    path("dot/<int:pk>/", imports.batch, name="batch"),
    path("dot/<int:pk>/duyet/", imports.approve, name="approve_batch"),
]
