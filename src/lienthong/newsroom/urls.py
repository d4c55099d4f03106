from django.urls import path

from lienthong.newsroom.views import files, planning, products, steps, versions, writing

app_name = "newsroom"
urlpatterns = [
    path("", products.products, name="products"),
    path("lam/", products.begin, name="begin"),
    path("lich/", planning.calendar, name="calendar"),
    path("chuyen-muc/", planning.columns, name="columns"),
    path("chuyen-muc/<int:pk>/ket-thuc/", planning.end, name="end_column"),
    path("dot/", planning.releases, name="releases"),
    path("dot/<int:pk>/len-lich/", planning.schedule, name="schedule_release"),
    path("tai-len/", files.begin, name="begin_upload"),
    path("tai-len/<str:key>/", files.part, name="upload"),
    path("tai-len/<str:key>/xong/", files.finish, name="finish_upload"),
    path("tep/<int:pk>/", files.media, name="media"),
    path("<int:pk>/", products.product, name="product"),
    path("<int:pk>/de-bai/", products.brief, name="brief"),
    path("<int:pk>/sua/", writing.write, name="write"),
    path("<int:pk>/so-sanh/", versions.compare, name="compare"),
    path("<int:pk>/ban/<int:number>/", versions.version, name="version"),
    path("<int:pk>/xem-truoc/<int:outlet>/", versions.preview, name="preview"),
    path("<int:pk>/ghi-chu/", steps.note, name="note"),
    path("ghi-chu/<int:pk>/khep/", steps.settle, name="settle_note"),
    path("<int:pk>/lich/", steps.schedule, name="schedule"),
    path("<int:pk>/buoc/<slug:act>/", steps.step, name="step"),
]
