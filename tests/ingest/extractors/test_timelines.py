"""Dates of events in fictional accounts: one rule each, in the wordings and layouts that reviews have."""

import tomllib
from pathlib import Path

import pytest

from ingest.extractors import timeline
from tests.ingest.extractors.outlines import outline

ACCOUNTS = tomllib.loads(Path(__file__).with_name("timelines.toml").read_text(encoding="utf-8"))["account"]


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda account: account["rule"])
def test_events_are_dated_by_the_rule(account):
    events = timeline.extract(outline(account["text"]))

    assert [event.date for event in events] == account["dates"]
