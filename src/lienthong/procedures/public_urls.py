"""Addresses of the public side, below ``thu-tuc/``."""

from django.urls import path

from lienthong.procedures.views import public

urlpatterns = [
    path("", public.everything, name="procedures_all"),
    path("<int:pk>/", public.one, name="procedures_one"),
    path("<int:pk>/giay-to/", public.papers, name="procedures_papers"),
    path("<int:pk>/lich-su/", public.history, name="procedures_history"),
    path("<int:pk>/to-niem-yet.pdf", public.sheet, name="procedures_sheet"),
    path("mau-don/<int:pk>/", public.blank_form, name="procedures_form"),
    path("huong-dan/<int:pk>/", public.guide, name="procedures_guide"),
]
