"""Hypothesis strategies for the values of the model."""

from __future__ import annotations

from hypothesis import strategies as st

from detente.model.article import Article
from detente.model.claims import Action, Contact, EventType, Mode, Reason, Status
from detente.model.dates import PartialDate, When
from detente.model.evidence import Evidence
from detente.model.issues import Issue, IssueKind
from detente.model.parties import Party, Rank
from detente.model.records import Record, Stamp
from detente.model.statements import Form, Period, Stance, Statement

TEXT = "Lavrov met Wang in Sochi on Monday, Tass said. “We are partners,” he added. Ünïcödé 𝄞."
words = st.text(min_size=1, max_size=12)
maybe_words = st.none() | words


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(st.dates())
    text = f"{day.year:04d}-{day.month:02d}-{day.day:02d}"
    return PartialDate(draw(st.sampled_from([text, text[:7], text[:4], "--" + text[5:]])))


whens = st.builds(
    When,
    start=st.none() | partial_dates(),
    end=st.none() | partial_dates(),
    text=maybe_words,
)
parties = st.builds(
    Party,
    text=words,
    state=st.sampled_from(["RUS", "USA", "UNK", "NATO"]),
    rank=st.sampled_from(Rank),
    name=maybe_words,
    office=maybe_words,
    start=st.none() | st.integers(0, 50),
    end=st.none() | st.integers(0, 50),
    reason=maybe_words,
)
sides = st.lists(parties, min_size=1, max_size=3).map(tuple)
names = st.lists(words, max_size=3).map(tuple)
reasons = st.builds(Reason, rule=words, trigger=words, frame=words, cue=maybe_words)


@st.composite
def evidences(draw: st.DrawFn) -> Evidence:
    start = draw(st.integers(0, len(TEXT) - 1))
    end = draw(st.integers(start + 1, len(TEXT)))
    return Evidence.take("art-1", TEXT, start, end)


contacts = st.builds(
    Contact,
    a=sides,
    b=sides,
    mode=st.sampled_from(Mode),
    status=st.sampled_from(Status),
    evidence=evidences(),
    when=st.none() | whens,
    where=maybe_words,
    topics=names,
    according_to=names,
    reason=st.none() | reasons,
)
actions = st.builds(
    Action,
    actors=sides,
    recipients=sides,
    type=st.sampled_from(EventType),
    status=st.sampled_from(Status),
    evidence=evidences(),
    when=st.none() | whens,
    according_to=names,
    reason=st.none() | reasons,
)
stances = st.builds(
    Stance,
    term=words,
    polarity=st.sampled_from([-1, 0, 1]),
    negated=st.booleans(),
    hedged=st.booleans(),
    period=st.sampled_from(Period),
    evidence=evidences(),
)
statements = st.builds(
    Statement,
    speaker=st.none() | parties,
    content=evidences(),
    form=st.sampled_from(Form),
    cue=st.none() | evidences(),
    source=st.none() | evidences(),
    venue=maybe_words,
    addressee=st.none() | parties,
    about=names,
    stances=st.lists(stances, max_size=2).map(tuple),
    topics=names,
    according_to=names,
)
issues = st.builds(
    Issue, kind=st.sampled_from(IssueKind), message=words, evidence=st.none() | evidences()
)
stamps = st.builds(
    Stamp, detente=words, pipeline=words, pipeline_version=words, pipeline_digest=words
)
records = st.builds(
    Record,
    article=st.builds(
        Article,
        text=st.just(TEXT),
        title=st.none(),
        outlet=maybe_words,
        author=maybe_words,
        published=st.none() | partial_dates(),
        url=maybe_words,
        given_id=st.just("art-1"),
    ),
    contacts=st.lists(contacts, max_size=2).map(tuple),
    actions=st.lists(actions, max_size=2).map(tuple),
    statements=st.lists(statements, max_size=2).map(tuple),
    issues=st.lists(issues, max_size=2).map(tuple),
    stamp=st.none() | stamps,
)
