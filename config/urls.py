"""Which addresses belong to which part."""

from django.urls import URLPattern, URLResolver, include, path

from people.views import second_step

handler400 = "reviews.views.failures.not_understood"
handler500 = "reviews.views.failures.failed"

urlpatterns: list[URLPattern | URLResolver] = [
    path("accounts/second-step/", second_step, name="second_step"),
    path("accounts/", include("allauth.urls")),
    path("desk/", include("desk.urls")),
    path("packs/", include("packs.urls")),
    path("following/", include("following.urls")),
    path("", include("reviews.urls")),
]
