from django.urls import path

from lienthong.portal.views import addresses, pages, steps

app_name = "portal"
urlpatterns = [
    path("", pages.pages, name="pages"),
    path("lien-he/", pages.site, name="site"),
    path("van-ban/", steps.documents, name="documents"),
    path("van-ban/<int:pk>/cong-khai/", steps.publish, name="publish_document"),
    path("van-ban/<int:pk>/thoi-cong-khai/", steps.withdraw, name="withdraw_document"),
    path("dia-chi/", addresses.addresses, name="addresses"),
    path("dia-chi/<int:pk>/bo/", addresses.drop, name="drop_address"),
    path("viet/<slug:kind>/", pages.new_page, name="new_page"),
    path("<int:pk>/", pages.page, name="page"),
    path("<int:pk>/sua/", pages.edit_page, name="edit_page"),
    path("<int:pk>/xem-truoc/", pages.preview, name="preview"),
    path("<int:pk>/buoc/<slug:act>/", steps.step, name="step"),
]
