"""Editing an entry: each kind has its own fields."""

from typing import Any

from django import forms

from packs.models import EntryKind, PackEntry
from packs.quoting import NotTheWords, shorten, stands_in
from packs.sources import events_of
from reviews.models import Item

COMMON = ("note", "minutes", "content_note", "is_graphic", "is_reveal")
FIELDS = {
    EntryKind.SECTION: ("title", "minutes", "text", "note"),
    EntryKind.AIM: ("text",),
    EntryKind.QUOTATION: ("words", "title", *COMMON),
    EntryKind.REVIEW: ("title", *COMMON),
    EntryKind.TIMELINE: ("title", "hidden_from", "text", "events", *COMMON),
    EntryKind.PICTURE: ("title", *COMMON),
    EntryKind.TEXT: ("title", "text", *COMMON),
    EntryKind.QUESTION: ("text", "note", "minutes", "is_reveal"),
    EntryKind.HELP: ("title", "text", "note"),
    EntryKind.EVALUATION: ("title", "text", "note"),
}
LABELS = {
    (EntryKind.SECTION, "text"): "Words under the heading",
    (EntryKind.AIM, "text"): "Afterwards, people will be able to",
    (EntryKind.TIMELINE, "text"): "Question before the ending",
    (EntryKind.QUESTION, "text"): "Question",
    (EntryKind.EVALUATION, "text"): "Sentences to agree with, one to a line; then an empty line and open questions",
    (EntryKind.HELP, "text"): "Words before the helplines",
}
# What must not be empty, with what to do about it.
REQUIRED = {
    (EntryKind.SECTION, "title"): "Enter a heading for the section",
    (EntryKind.AIM, "text"): "Enter the aim",
    (EntryKind.TEXT, "text"): "Enter the text",
    (EntryKind.QUESTION, "text"): "Enter the question",
}


def _area(rows: int, label: str, **attributes: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=False, widget=widget, max_length=20_000, **attributes)


class EntryForm(forms.Form):
    """The fields of one kind of entry. `revision` is the one that the person saw."""

    title = forms.CharField(label="Heading", required=False, max_length=200)
    words = _area(6, "Words that are quoted",
                  help_text="Delete what you do not need: […] is put in wherever words are left out. "
                            "What you add to make a sentence whole goes in square brackets.")  # fmt: skip
    hidden_from = forms.ChoiceField(label="Hide the ending, from", required=False)
    text = _area(4, "Text")
    events = forms.MultipleChoiceField(
        label="Events that are told", required=False, widget=forms.CheckboxSelectMultiple
    )
    note = _area(3, "Note for whoever leads the session", help_text="Not on slides and handouts.")
    minutes = forms.IntegerField(label="Minutes", required=False, min_value=0, max_value=480)
    content_note = forms.CharField(
        label="What it describes", required=False, max_length=200, help_text="Said before it is read out."
    )
    is_graphic = forms.BooleanField(label="A hard passage: announce it, and let people skip it", required=False)
    is_reveal = forms.BooleanField(label="Keep it back: show it after people have talked", required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, kind: str, item: Item | None = None, events: tuple[Item, ...] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.item = kind, item
        wanted = FIELDS[EntryKind(kind)]
        for name in list(self.fields):
            if name not in wanted and name != "revision":
                del self.fields[name]
        self.order_fields([*wanted, "revision"])
        for (of_kind, name), label in LABELS.items():
            if of_kind == kind:
                self.fields[name].label = label
        for (of_kind, name), message in REQUIRED.items():
            if of_kind == kind:
                self.fields[name].required, self.fields[name].error_messages = True, {"required": message}
        if kind == EntryKind.TIMELINE:
            self._offer(events)

    def _offer(self, events: tuple[Item, ...]) -> None:
        """Offer the events of the review, to be told and to begin the ending."""
        told = [(item.anchor, f"{item.event.printed_or_phrased}: {item.text[:120]}") for item in events]
        choose, ending = self.fields["events"], self.fields["hidden_from"]
        assert isinstance(choose, forms.MultipleChoiceField)  # as they are declared above
        assert isinstance(ending, forms.ChoiceField)
        choose.choices, self.events_offered = told, len(told)
        ending.choices = [("", "Nothing is hidden"), *told[1:]]

    def clean_words(self) -> str:
        """Return the words as a true quotation; empty for the whole item."""
        wanted = self.cleaned_data["words"]
        if not wanted.strip() or self.item is None:
            return ""
        try:
            return shorten(self.item.text, wanted)
        except NotTheWords as failure:
            raise forms.ValidationError(not_the_words(failure)) from failure

    def clean_text(self) -> str:
        """Return the text with its lines as they are stored everywhere."""
        return _plain_lines(self.cleaned_data["text"])

    def clean_note(self) -> str:
        """Return the note likewise."""
        return _plain_lines(self.cleaned_data["note"])

    @property
    def values(self) -> dict[str, Any]:
        """The entry's fields as they are to be set."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "revision"}
        if self.kind == EntryKind.TIMELINE:
            chosen = said.pop("events")
            told = [] if len(chosen) in {0, self.events_offered} else chosen
            said["options"] = {"events": told, "hidden_from": said.pop("hidden_from")}
        return said


def _plain_lines(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def not_the_words(failure: NotTheWords) -> str:
    """Return what to say where a quotation has words that its review has not."""
    if not failure.words:
        return "Enter the words that you want to quote"
    return f"The review does not say “{failure.words}” there. Quote its own words; put yours in [square brackets]."


def initial_of(entry: PackEntry, events: tuple[Item, ...]) -> dict[str, Any]:
    """Return what the form of an entry shows at first."""
    initial = {name: getattr(entry, name) for name in FIELDS[EntryKind(entry.kind)] if hasattr(entry, name)}
    if entry.kind == EntryKind.QUOTATION and entry.item:
        # Words that the review no longer has are shown to nobody, not even to who chose them.
        stands = bool(entry.words) and stands_in(entry.words, entry.item.text)
        initial["words"] = entry.words if stands else entry.item.text
    if entry.kind == EntryKind.TIMELINE:
        chosen = entry.options.get("events") or [item.anchor for item in events]
        initial |= {"events": chosen, "hidden_from": entry.options.get("hidden_from", "")}
    return {**initial, "revision": entry.revision}


def events_for(entry: PackEntry, visible: Any) -> tuple[Item, ...]:
    """Return the events that a timeline can tell, among the items that are `visible`."""
    if entry.kind != EntryKind.TIMELINE or entry.review_id is None:
        return ()
    return events_of(visible.filter(review=entry.review_id)).get(entry.review_id, ())
