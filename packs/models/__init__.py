from packs.models.change import PackChange
from packs.models.entry import EntryKind, PackEntry
from packs.models.export import ExportFormat, ExportState, PackExport
from packs.models.in_use import PackInUse
from packs.models.link import PackLink
from packs.models.pack import Audience, Pack, Shape, Sharing
from packs.models.question import OwnQuestion
from packs.models.training_session import TrainingSession

__all__ = [
    "Audience",
    "EntryKind",
    "ExportFormat",
    "ExportState",
    "OwnQuestion",
    "Pack",
    "PackChange",
    "PackEntry",
    "PackExport",
    "PackInUse",
    "PackLink",
    "Shape",
    "Sharing",
    "TrainingSession",
]
