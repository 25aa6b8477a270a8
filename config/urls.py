"""Which addresses belong to which part."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("accounts/", include("allauth.urls")),
    path("desk/", include("desk.urls")),
    path("", include("reviews.urls")),
]
