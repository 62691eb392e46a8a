"""The one place that knows all stages: from an article to its record, in numbered steps.

The broad catch stands here, around one article, and turns what broke into an `Issue`, so that one
bad article never stops a run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from detente.errors import UsageError
from detente.evaluate.marked import find_root, make_window
from detente.extract.assembly import assemble
from detente.extract.attribution import find_interviews
from detente.extract.features import Hint, Told
from detente.extract.judged import Judged
from detente.extract.layout import lay_out
from detente.extract.matcher import TermMatcher
from detente.extract.mentions import find_mentions
from detente.extract.rules import Rules, find_hints, load_rules
from detente.extract.scene import Scene, make_scene
from detente.extract.speakers import find_speakers
from detente.extract.statements import find_statements
from detente.extract.timing import Tense, TimedSpan
from detente.extract.voices import Voice
from detente.extract.windows import find_windows
from detente.judge.model import Judge, load_judge
from detente.lexicon import holders, tables
from detente.lexicon.successions import find_code_on
from detente.model.article import Article
from detente.model.claims import Action, Contact
from detente.model.dates import When
from detente.model.issues import Issue, IssueKind
from detente.model.mentions import Resolution
from detente.model.records import Record, Stamp
from detente.model.statements import Form
from detente.read.models import Pipeline, load_pipeline
from detente.read.quotations import Attribution, find_attributions
from detente.read.reader import read_article
from detente.read.times import LENGTHS, TimeExpression, find_times, resolve_time
from detente.read.times import Tense as ReadTense
from detente.resolve.entity import Facts
from detente.resolve.parties import resolve_mentions
from detente.resolve.repeats import merge_actions, merge_contacts
from detente.settings import Settings

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A loaded pipeline with its tables: made once, reads any number of articles."""

    pipeline: Pipeline
    matcher: TermMatcher
    rules: Rules
    stamp: Stamp
    judge: Judge | None = None
    """Judges what the rules found and missed; None reads by rules alone."""

    def read(self, article: Article) -> Record:
        """The article's record; where reading breaks, an empty one with the issue that says so."""
        try:
            return read_record(article, self)
        except Exception as error:  # noqa: BLE001 - one bad article must not stop a run
            issue = Issue(
                kind=IssueKind.READING_FAILED,
                message=f"could not be read ({type(error).__name__}: {error}); please report it",
            )
            return Record(article=article, issues=(issue,), stamp=self.stamp)

    def parse(self, article: Article) -> Doc:
        """The article's text with its syntax, sentences and names."""
        return read_article(article, self.pipeline)

    def resolve(
        self, article: Article, given: tuple[tuple[int, int], ...] = ()
    ) -> tuple[Resolution, ...]:
        """How each mention of the article was resolved, and why; the ``given`` spans as well."""
        return make_article_scene(article, self, given).resolutions


def load_reader(settings: Settings) -> Reader:
    """A reader by the settings; takes a second or two, since the language pipeline is loaded.

    Raises: ``ModelError`` where the pipeline cannot be used, ``LexiconError`` for a wrong table.
    """
    pipeline = load_pipeline(settings.pipeline)
    judge = load_judge() if settings.judge else None
    stamp = Stamp(
        detente=version("detente"),
        pipeline=pipeline.name,
        pipeline_version=pipeline.version,
        pipeline_digest=pipeline.digest,
        judge=judge.digest if judge is not None else "",
    )
    return Reader(
        pipeline=pipeline,
        matcher=TermMatcher(pipeline.nlp, _known_names()),
        rules=load_rules(),
        stamp=stamp,
        judge=judge,
    )


@lru_cache(maxsize=2)
def get_reader(settings: Settings) -> Reader:
    """The reader for these settings; loaded once a process.

    Raises: ``ModelError`` where the language pipeline cannot be used.
    """
    return load_reader(settings)


def read_record(article: Article, reader: Reader) -> Record:
    """Read one article: 1 parse, 2 find mentions, times and voices, 3 resolve, 4 claim, 5 merge.

    Raises: whatever a stage raises; `Reader.read` turns it into an issue.
    """
    scene = make_article_scene(article, reader)
    hints = find_hints(scene, reader.rules)
    claims = judge_claims(scene, hints, reader)
    title_end = len(article.title) if article.title else 0
    return Record(
        article=article,
        contacts=merge_contacts(
            [claim for claim in claims if isinstance(claim, Contact)], title_end=title_end
        ),
        actions=merge_actions([claim for claim in claims if isinstance(claim, Action)]),
        statements=find_statements(scene),
        issues=_find_issues(article),
        stamp=reader.stamp,
    )


def find_roots(marked: Sequence[str], reader: Reader) -> tuple[str, ...]:
    """The PLOVER root of each marked sentence (``<s>`` towards ``<t>``), "" where it has no marks.

    Raises: ``UsageError`` where the reader has no judge.
    """
    if reader.judge is None:
        raise UsageError(
            "marked sentences",
            "are judged by the trained judge, which is switched off",
            "set `judge = true`",
        )
    windows = [make_window(item, features=reader.judge.card.features) for item in marked]
    known = [window for window in windows if window is not None]
    answers = iter(reader.judge.judge_windows(known))
    roots = []
    for window in windows:
        judgement = next(answers)[0] if window is not None else None
        roots.append(find_root(judgement, window) if window and judgement else "")
    return tuple(roots)


def judge_claims(
    scene: Scene, hints: tuple[Hint, ...], reader: Reader
) -> tuple[Contact | Action, ...]:
    """The rules' claims as the judge sees them, with those that only the judge sees."""
    if reader.judge is None:
        return tuple(hint.claim for hint in hints)
    home = find_home(scene.article.outlet)
    windows = find_windows(scene, Told(hints=hints, home=home))
    answers = reader.judge.judge_windows(windows)
    judged = [
        Judged(window=window, pair=pair, judgement=judgement)
        for window, answer in zip(windows, answers, strict=True)
        for pair, judgement in zip(window.pairs, answer, strict=True)
        if judgement is not None
    ]
    return assemble(scene, reader.rules, hints, judged, reader.judge.card.bar)


def make_article_scene(
    article: Article, reader: Reader, given: tuple[tuple[int, int], ...] = ()
) -> Scene:
    """An article parsed, its mentions resolved, its times and voices found: what rules look at.

    ``given`` spans are resolved even where they would not be mentions by themselves.
    """
    doc = read_article(article, reader.pipeline)
    layout = lay_out(doc, reader.matcher)
    mentions = find_mentions(layout, given)
    voices = _find_voices(doc)
    speakers = find_speakers(mentions, voices)
    resolutions = resolve_mentions(
        mentions,
        published=article.published,
        home=find_home(article.outlet),
        speaker_of=speakers,
        facts=_load_facts(),
    )
    scene = make_scene(article, layout, resolutions, times=_find_times(article), voices=voices)
    return replace(scene, interviews=find_interviews(scene))


@cache
def find_home(outlet: str | None) -> str | None:
    """The state in whose voice an outlet speaks: "White House" → USA; a newspaper → None."""
    if outlet is None:
        return None
    for institution in tables.load_institutions():
        if any(name in outlet for name in institution.names if len(name) > 3):
            return institution.state
    return None


@cache
def _load_facts() -> Facts:
    return Facts(
        find_holders=holders.find_holders,
        offices_of=holders.find_offices,
        telling_offices=holders.find_telling_offices(),
        organisations=frozenset(item.code for item in tables.load_organisations()),
        code_on=find_code_on,
    )


def _known_names() -> tuple[str, ...]:
    return tuple(name for holder in holders.load_holders() for name in holder.names)


def _find_times(article: Article) -> tuple[TimedSpan, ...]:
    return tuple(
        _time(expression, article) for expression in find_times(article.text, article.published)
    )


def _time(expression: TimeExpression, article: Article) -> TimedSpan:
    def resolve(tense: Tense) -> When | None:
        found = resolve_time(expression, article.published, ReadTense(tense.value))
        when = found.when if found is not None else None
        if when is None and article.published is None and expression.kind not in LENGTHS:
            return When(start=None, end=None, text=expression.text)  # the words are still known
        return when

    return TimedSpan(
        start=expression.start,
        end=expression.end,
        resolve=resolve,
        core=expression.core,
        kind=expression.kind,
        lead=expression.lead,
        is_modifier=expression.is_modifier,
    )


def _find_voices(doc: Doc) -> tuple[Voice, ...]:
    return tuple(_voice(item) for item in find_attributions(doc) if item.is_speech)


def _voice(item: Attribution) -> Voice:
    return Voice(
        contents=item.contents,
        source=item.source,
        cue=item.cue,
        venue=item.venue,
        form=Form(item.form),
        is_asserted=item.is_asserted,
        is_denial=item.effect == "deny",
        whole=item.whole,
        is_question=item.is_question,
    )


def _find_issues(article: Article) -> tuple[Issue, ...]:
    if article.published is not None:
        return ()
    message = "no publication date is known, so relative dates stay open; give --published"
    return (Issue(kind=IssueKind.NO_DATE, message=message),)
