"""Addresses of the desk."""

from django.urls import include, path, re_path

from desk.codebook.views import AgreementView, CodebookView, NewThemeView, ThemeEditView
from desk.views.abstract import AbstractView
from desk.views.answers import AnswerView, EditionView, PutInPlaceView
from desk.views.bulk import BulkView, UndoView
from desk.views.history import HistoryFileView, HistoryView
from desk.views.overview import DeskView
from desk.views.parts import BeginBatchView, BeginFileView, PartView
from desk.views.people import AccountView, InviteView, PeopleView, PersonView
from desk.views.privacy import HideView, LookAgainView, PrivacyView
from desk.views.problems import ProblemsView, ProblemView, RequestView
from desk.views.publishing import DeskReviewView, ProposeView, PublishView, UnpublishView, WithdrawView
from desk.views.standing import RulesView, StandingView
from desk.views.synonyms import AddSynonymsView, RemoveSynonymsView, SynonymGroupView, SynonymsView
from desk.views.unsaved import UnsavedView
from desk.views.uploads import BatchView, IntakesView, TryAgainView, UploadView

app_name = "desk"
urlpatterns = [
    path("", DeskView.as_view(), name="desk"),
    path("unsaved/", UnsavedView.as_view(), name="unsaved"),
    path("upload/", UploadView.as_view(), name="upload"),
    path("upload/begin/", BeginBatchView.as_view(), name="begin_batch"),
    path("upload/parts/<str:token>/", PartView.as_view(), name="part"),
    path("batches/<int:pk>/", BatchView.as_view(), name="batch"),
    path("batches/<int:pk>/files/", BeginFileView.as_view(), name="begin_file"),
    path("files/", IntakesView.as_view(), name="intakes"),
    path("files/<int:pk>/try-again/", TryAgainView.as_view(), name="try_again"),
    path("files/<int:pk>/answer/", AnswerView.as_view(), name="answer"),
    path("files/<int:pk>/put-in-place/", PutInPlaceView.as_view(), name="put_in_place"),
    path("editions/<int:pk>/", EditionView.as_view(), name="edition"),
    path("reviews/<slug:slug>/", DeskReviewView.as_view(), name="review"),
    path("reviews/<slug:slug>/privacy/", PrivacyView.as_view(), name="privacy"),
    path("reviews/<slug:slug>/privacy/hide/", HideView.as_view(), name="hide"),
    path("reviews/<slug:slug>/privacy/look-again/", LookAgainView.as_view(), name="look_again"),
    path("reviews/<slug:slug>/standing/", StandingView.as_view(), name="standing"),
    path("reviews/<slug:slug>/request/", RequestView.as_view(), name="request"),
    path("reports/", ProblemsView.as_view(), name="problems"),
    path("reports/<int:pk>/", ProblemView.as_view(), name="problem"),
    path("bulk/", BulkView.as_view(), name="bulk"),
    path("bulk/<int:pk>/undo/", UndoView.as_view(), name="undo_bulk"),
    path("rules/", RulesView.as_view(), name="rules"),
    path("reviews/<slug:slug>/propose/", ProposeView.as_view(), name="propose"),
    path("reviews/<slug:slug>/abstract/", AbstractView.as_view(), name="abstract"),
    path("reviews/<slug:slug>/publish/", PublishView.as_view(), name="publish"),
    path("reviews/<slug:slug>/unpublish/", UnpublishView.as_view(), name="unpublish"),
    path("reviews/<slug:slug>/withdraw/", WithdrawView.as_view(), name="withdraw"),
    path("reviews/<slug:slug>/check/", include("desk.checking.urls")),
    path("themes/", CodebookView.as_view(), name="codebook"),
    path("themes/new/", NewThemeView.as_view(), name="new_theme"),
    path("themes/<slug:key>/", ThemeEditView.as_view(), name="theme"),
    path("themes/<slug:key>/agreement/", AgreementView.as_view(), name="agreement"),
    path("history/", HistoryView.as_view(), name="history"),
    path("history/history.csv", HistoryFileView.as_view(), name="history_file"),
    path("other-names/", SynonymsView.as_view(), name="synonyms"),
    path("other-names/add/", AddSynonymsView.as_view(), name="add_synonyms"),
    path("other-names/<int:pk>/", SynonymGroupView.as_view(), name="synonym_group"),
    path("other-names/<int:pk>/remove/", RemoveSynonymsView.as_view(), name="remove_synonyms"),
    path("people/", PeopleView.as_view(), name="people"),
    path("people/invite/", InviteView.as_view(), name="invite"),
    path("people/<int:pk>/", PersonView.as_view(), name="person"),
    re_path(r"^people/(?P<pk>\d+)/(?P<act>invite|close|open|reset)/$", AccountView.as_view(), name="account"),
]
