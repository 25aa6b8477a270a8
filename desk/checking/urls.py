"""Addresses of checking a review."""

from django.urls import path

from desk.checking.views.adding import AddView, SplitView
from desk.checking.views.differences import DifferencesView
from desk.checking.views.facts import FactsView
from desk.checking.views.items import ItemView
from desk.checking.views.page import CheckView
from desk.checking.views.rereading import RereadView
from desk.checking.views.themes import ReviewThemesView

urlpatterns = [
    path("", CheckView.as_view(), name="check"),
    path("add/", AddView.as_view(), name="check_add"),
    path("facts/", FactsView.as_view(), name="check_facts"),
    path("themes/", ReviewThemesView.as_view(), name="check_themes"),
    path("again/", RereadView.as_view(), name="check_again"),
    path("differences/", DifferencesView.as_view(), name="check_differences"),
    path("items/<str:anchor>/", ItemView.as_view(), name="check_item"),
    path("items/<str:anchor>/split/", SplitView.as_view(), name="check_split"),
]
