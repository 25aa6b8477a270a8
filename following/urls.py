"""Addresses of follow-up."""

from django.urls import path, re_path

from following.views import BoardFileView, BoardView, FollowUpView

app_name = "following"
urlpatterns = [
    path("", BoardView.as_view(), name="board"),
    re_path(r"^recommendations\.(?P<kind>csv|xlsx)$", BoardFileView.as_view(), name="file"),
    path("items/<slug:anchor>/", FollowUpView.as_view(), name="item"),
]
