"""Addresses of the reading side."""

from django.urls import path
from django.views.generic import TemplateView

from reviews.views import (
    feeds,
    health,
    home,
    insight,
    items,
    pages,
    review_parts,
    reviews,
    saved,
    search,
    sources,
    take_away,
    texts,
    themes,
)

PAGE = "reviews/<slug:slug>/<int:document_id>/source/<int:page>/"

urlpatterns = [
    path("", home.home, name="home"),
    path("reviews/", search.reviews, name="reviews"),
    path("reviews/<slug:slug>/", reviews.review, name="review"),
    path("reviews/<slug:slug>/timeline/", review_parts.timeline, name="review_timeline"),
    path("reviews/<slug:slug>/timeline.svg", review_parts.picture, name="review_timeline_picture"),
    path("reviews/<slug:slug>/actions/", review_parts.actions, name="review_actions"),
    path("reviews/<slug:slug>/text/", texts.text, name="review_text"),
    path(PAGE, sources.source, name="source"),
    path(f"{PAGE}picture.webp", sources.picture, name="picture"),
    path("reviews/<slug:slug>/<int:document_id>/original/", sources.original, name="original"),
    path("items/<slug:anchor>/", items.item, name="item"),
    path("search/", search.search, name="search"),
    path("search/filters/<slug:name>/", search.values, name="values"),
    path("search/take-away/", take_away.take_away, name="take_away"),
    path("search/take-away/list.csv", take_away.as_csv, name="take_away_csv"),
    path("search/take-away/list.xlsx", take_away.as_xlsx, name="take_away_xlsx"),
    path("search/take-away/print/", take_away.on_paper, name="on_paper"),
    path("search/feed.atom", feeds.search_feed, name="search_feed"),
    path("saved/", saved.saved_searches, name="saved_searches"),
    path("saved/new/", saved.save, name="save_search"),
    path("saved/<int:pk>/", saved.saved_search, name="saved_search"),
    path("saved/<int:pk>/seen/", saved.seen, name="seen"),
    path("saved/<int:pk>/change/", saved.change, name="change_saved_search"),
    path("saved/<int:pk>/remove/", saved.remove, name="remove_saved_search"),
    path("saved/feeds/<str:key>.atom", feeds.saved_feed, name="saved_feed"),
    path("themes/", themes.themes, name="themes"),
    path("themes/<slug:key>/", themes.theme, name="theme"),
    path("insight/", insight.insight, name="insight"),
    path("coverage/", pages.coverage, name="coverage"),
    path("help/", TemplateView.as_view(template_name="reviews/help.html"), name="help"),
    path("about/", TemplateView.as_view(template_name="reviews/about.html"), name="about"),
    path("accessibility/", TemplateView.as_view(template_name="reviews/accessibility.html"), name="accessibility"),
    path("settings/", pages.settings_of_reader, name="settings"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("robots.txt", TemplateView.as_view(template_name="robots.txt", content_type="text/plain"), name="robots"),
]
