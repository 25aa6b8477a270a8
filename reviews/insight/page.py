"""The page of pictures: what is asked, its filters with their counts, and the pictures of the reviews that answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.http import QueryDict

from reviews.facets import Chip, Facet, Labels, chips, facets, labels_for
from reviews.insight.counts import reviews_counted
from reviews.insight.pictures import PERSONAL, PICTURES, Material, Picture, pictures_of
from reviews.insight.suppression import MOST_KEPT_BACK, is_small
from reviews.search import SearchParameters
from reviews.search.answer import answer

if TYPE_CHECKING:
    from reviews.models.review import Visitor

# Below so many reviews nothing should be said of reviews in general, and no share is given in per cent.
FEW = 50


@dataclass(frozen=True)
class Pictures:
    """What the page shows."""

    parameters: SearchParameters
    labels: Labels
    facets: tuple[Facet, ...]
    count: int
    pictures: tuple[Picture, ...]

    @property
    def is_too_few(self) -> bool:
        """Whether the reviews were chosen by a personal characteristic and are so few that none is counted."""
        return any(self.parameters.used(name) for name in PERSONAL) and is_small(self.count)

    @property
    def counted(self) -> str:
        """How many reviews it is of: "12 reviews"; of few that were chosen by a personal characteristic no number."""
        if self.is_too_few:
            return f"{MOST_KEPT_BACK} reviews or fewer"
        return f"{self.count:,} review{'' if self.count == 1 else 's'}" if self.count else "No reviews"

    @property
    def are_few(self) -> bool:
        """Whether there are too few to say anything in general."""
        return self.count < FEW

    @cached_property
    def chips(self) -> list[Chip]:
        """The values of filters that are in use."""
        return chips(self.parameters, self.labels)

    @property
    def query(self) -> str:
        """The query string of the list of the same reviews."""
        return self.parameters.query(show="findings")

    @property
    def query_without_filters(self) -> str:
        """The query string of the words alone."""
        return SearchParameters(words=self.parameters.words).query()


def pictures(query: QueryDict, user: "Visitor") -> Pictures:
    """Return the pictures of the published reviews that `user` may see and that answer `query`."""
    return _page(query, user, PICTURES)


def one_picture(query: QueryDict, user: "Visitor", name: str) -> tuple[Pictures, Picture | None]:
    """Return the page with one picture, and that picture; None where it has nothing to show."""
    page = _page(query, user, [name])
    return page, next(iter(page.pictures), None)


def _page(query: QueryDict, user: "Visitor", names: Iterable[str]) -> Pictures:
    asked = SearchParameters.from_query(query, show="reviews")
    found = answer(asked, user)
    labels = labels_for(found)
    counted, beside = reviews_counted(found)
    is_personal = any(asked.used(name) for name in PERSONAL)
    made = counted and not (is_personal and is_small(len(counted)))
    return Pictures(
        parameters=asked,
        labels=labels,
        facets=tuple(
            one.without_numbers if is_personal or one.name in PERSONAL else one for one in facets(found, labels)
        ),
        count=len(counted),
        pictures=tuple(pictures_of(Material(asked, counted, labels, beside), names)) if made else (),
    )
