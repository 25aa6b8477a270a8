"""Addresses of packs."""

from django.urls import path, register_converter

from packs.views import (
    answer,
    arranging,
    collecting,
    entries,
    exports,
    making,
    overview,
    pack,
    presenting,
    questions,
    sharing,
)
from reviews.models.item import ANCHOR_ALPHABET, ANCHOR_LENGTH


class KeyConverter:
    """The key of a pack or an entry: so a pack's address is never taken for another's."""

    regex = f"[{ANCHOR_ALPHABET}]{{{ANCHOR_LENGTH}}}"

    def to_python(self, value: str) -> str:
        """Return the key."""
        return value

    def to_url(self, value: str) -> str:
        """Return the key."""
        return value


register_converter(KeyConverter, "key")

app_name = "packs"
urlpatterns = [
    path("", overview.PacksView.as_view(), name="packs"),
    path("answer/", answer.page, name="answer"),
    path("answer/answer.docx", answer.as_word, name="answer_word"),
    path("answer/answer.pdf", answer.as_pdf, name="answer_pdf"),
    path("new/", making.NewPackView.as_view(), name="new"),
    path("add/", collecting.CollectView.as_view(), name="collect"),
    path("tray/", collecting.TrayView.as_view(), name="tray"),
    path("quote/<key:anchor>/", collecting.QuoteView.as_view(), name="quote"),
    path("files/<int:pk>/", exports.FileView.as_view(), name="file"),
    path("shared/<str:token>/", sharing.SharedView.as_view(), name="shared"),
    path("shared/<str:token>/present/", presenting.PresentSharedView.as_view(), name="present_shared"),
    path("shared/<str:token>/print/", presenting.PrintSharedView.as_view(), name="print_shared"),
    path("<key:key>/", pack.PackView.as_view(), name="pack"),
    path("<key:key>/settings/", making.SettingsView.as_view(), name="settings"),
    path("<key:key>/use/", collecting.UseView.as_view(), name="use"),
    path("<key:key>/copy/", making.CopyView.as_view(), name="copy"),
    path("<key:key>/bin/", making.BinView.as_view(), name="bin"),
    path("<key:key>/take-back/", making.TakeBackView.as_view(), name="take_back"),
    path("<key:key>/add/<slug:kind>/", entries.AddOwnView.as_view(), name="add_own"),
    path("<key:key>/questions/", questions.QuestionsView.as_view(), name="questions"),
    path("<key:key>/entries/<key:entry>/", entries.EditView.as_view(), name="edit"),
    path("<key:key>/entries/<key:entry>/move/", arranging.MoveView.as_view(), name="move"),
    path("<key:key>/entries/<key:entry>/remove/", arranging.RemoveView.as_view(), name="remove"),
    path("<key:key>/entries/<key:entry>/update/", arranging.UpdateView.as_view(), name="update"),
    path("<key:key>/history/", arranging.HistoryView.as_view(), name="history"),
    path("<key:key>/history/<int:number>/undo/", arranging.UndoView.as_view(), name="undo"),
    path("<key:key>/share/", sharing.ShareView.as_view(), name="share"),
    path("<key:key>/share/links/", sharing.MakeLinkView.as_view(), name="make_link"),
    path("<key:key>/share/links/<int:pk>/close/", sharing.CloseLinkView.as_view(), name="close_link"),
    path("<key:key>/sessions/", sharing.SessionsView.as_view(), name="sessions"),
    path("<key:key>/take-away/", exports.TakeAwayView.as_view(), name="take_away"),
    path("<key:key>/take-away/design/", exports.DesignView.as_view(), name="design"),
    path("<key:key>/print/", presenting.PrintView.as_view(), name="print"),
    path("<key:key>/present/", presenting.PresentView.as_view(), name="present"),
]
