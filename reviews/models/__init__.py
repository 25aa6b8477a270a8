from reviews.models.action import Action
from reviews.models.agency import Agency
from reviews.models.bulk_change import BulkChange
from reviews.models.claim import Claim
from reviews.models.corpus_change import CorpusChange
from reviews.models.desk_rules import DeskRules
from reviews.models.document import Document, DocumentRole
from reviews.models.edition import Edition
from reviews.models.finding import Finding, FindingKind
from reviews.models.history import Act, HistoryEntry
from reviews.models.item import Item
from reviews.models.item_choices import ItemKind, ItemState
from reviews.models.likeness import Likeness, LikenessRun, Repeated
from reviews.models.partnership import Partnership, PartnershipKind, PartnershipName
from reviews.models.passage import Passage
from reviews.models.person import Person
from reviews.models.places import Nation, Region
from reviews.models.private_words import Decision, PrivateKind, PrivateWords
from reviews.models.problem import Problem, ProblemKind
from reviews.models.recommendation import Recommendation
from reviews.models.review import Review
from reviews.models.review_choices import ReviewKind, ReviewState, Visibility
from reviews.models.saved_search import SavedSearch
from reviews.models.search_index import FactChange, Posting, SearchBlock, SearchChange
from reviews.models.synonym import SynonymGroup, SynonymTerm
from reviews.models.tagging import Tagging, TaggingState, Valence
from reviews.models.theme import Theme
from reviews.models.timeline_event import TimelineEvent
from reviews.models.vocabulary import VocabularyWord

__all__ = [
    "Act",
    "Action",
    "Agency",
    "BulkChange",
    "Claim",
    "CorpusChange",
    "Decision",
    "DeskRules",
    "Document",
    "DocumentRole",
    "Edition",
    "FactChange",
    "Finding",
    "FindingKind",
    "HistoryEntry",
    "Item",
    "ItemKind",
    "ItemState",
    "Likeness",
    "LikenessRun",
    "Nation",
    "Partnership",
    "PartnershipKind",
    "PartnershipName",
    "Passage",
    "Person",
    "Posting",
    "PrivateKind",
    "PrivateWords",
    "Problem",
    "ProblemKind",
    "Recommendation",
    "Region",
    "Repeated",
    "Review",
    "ReviewKind",
    "ReviewState",
    "SavedSearch",
    "SearchBlock",
    "SearchChange",
    "SynonymGroup",
    "SynonymTerm",
    "Tagging",
    "TaggingState",
    "Theme",
    "TimelineEvent",
    "Valence",
    "Visibility",
    "VocabularyWord",
]
