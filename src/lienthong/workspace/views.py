from django.http import HttpRequest, HttpResponse


def home(request: HttpRequest) -> HttpResponse:
    return HttpResponse("")


def search(request: HttpRequest) -> HttpResponse:
    return HttpResponse("")


def choose_language(request: HttpRequest) -> HttpResponse:
    return HttpResponse("")
