"""What is found in a scene, in order: findings become claims with time, place and voices."""

from __future__ import annotations

from dataclasses import dataclass

from detente.extract import attribution
from detente.extract.actions import ActionFinder, Deed
from detente.extract.contacts import ContactFinder, Find, refine_mode
from detente.extract.features import Hint
from detente.extract.requests import find_requests
from detente.extract.scene import Scene
from detente.extract.topics import find_topics
from detente.extract.voices import Voice
from detente.extract.when import find_report_time, find_when, is_in_future
from detente.extract.where import find_place
from detente.lexicon import cues
from detente.model.claims import Action, Contact, Mode, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules with their tables loaded; made once, used for every article."""

    contacts: ContactFinder
    actions: ActionFinder


def load_rules() -> Rules:
    """The rules by the packaged tables."""
    statuses = cues.load_status_table()
    return Rules(
        contacts=ContactFinder(cues.load_contact_triggers(), statuses),
        actions=ActionFinder(cues.load_action_triggers(), statuses),
    )


def find_hints(scene: Scene, rules: Rules) -> tuple[Hint, ...]:
    """The claims that the rules make of one article, each with its word, in the order of the text.

    The scene's interviews must be known (`attribution.find_interviews`).
    """
    finds = rules.contacts.find_contacts(scene)
    kept = _drop_contents(_drop_journeys(finds))
    contacts = [
        Hint(
            claim=_make_contact(scene, find),
            trigger=find.trigger,
            is_completed=find.is_completed,
        )
        for find in kept
    ]
    deeds = (*rules.actions.find_actions(scene), *find_requests(scene))
    actions = [
        Hint(claim=_make_action(scene, deed), trigger=deed.trigger)
        for deed in deeds
        if not _is_of_contact(deed, finds)
    ]
    return (*contacts, *actions)


def _make_contact(scene: Scene, find: Find) -> Contact:
    status = find.decision.status
    when = find_when(scene, find.trigger, status)
    if status is Status.HELD and is_in_future(when, scene.published):
        status = Status.PLANNED
    if any(voice.is_denial for voice in scene.voices if _covers(voice, find)):
        status = Status.DENIED if status in (Status.HELD, Status.ONGOING) else status
    evidence = find.evidence
    if status is Status.DENIED and find.decision.status is not Status.DENIED:
        sentence = find.trigger.sent
        evidence = scene.take(sentence.start, sentence.end)
    where = find_place(scene, find.trigger)
    return Contact(
        a=find.a,
        b=find.b,
        mode=refine_mode(find.mode, find.evidence.quote, where),
        status=status,
        evidence=evidence,
        when=when,
        where=where,
        topics=find_topics(evidence.quote),
        according_to=attribution.find_chain(scene, find.trigger),
        reason=find.reason,
    )


def _is_of_contact(deed: Deed, finds: tuple[Find, ...]) -> bool:
    """A contact is never also an action: "ruled out a meeting" is a meeting refused."""
    return any(
        deed.trigger.i == find.decision.cue_at
        and {p.state for p in deed.recipients} <= {p.state for p in (*find.a, *find.b)}
        for find in finds
    )


def _covers(voice: Voice, find: Find) -> bool:
    start = find.trigger.idx
    return voice.holds(start, start + len(find.trigger))


def _make_action(scene: Scene, deed: Deed) -> Action:
    status = deed.status
    when = find_when(scene, deed.trigger, deed.decision.status)
    when = when or find_report_time(scene, deed.trigger)
    if status is Status.HELD and is_in_future(when, scene.published):
        status = Status.PLANNED
    return Action(
        actors=deed.actors,
        recipients=deed.recipients,
        type=deed.type,
        status=status,
        evidence=deed.evidence,
        when=when,
        according_to=attribution.find_chain(scene, deed.trigger),
        reason=deed.reason,
    )


def _drop_contents(finds: list[Find]) -> list[Find]:
    """ "His letters to meet with X" are letters: what they ask for is not a contact of its own."""
    nouns = {find.trigger.i: find for find in finds if find.rule.pos == "noun"}
    return [find for find in finds if not _is_content(find, nouns)]


def _is_content(find: Find, nouns: dict[int, Find]) -> bool:
    for child in find.trigger.children:
        if child.dep_ == "aux" and child.lower_ == "to":
            noun = nouns.get(child.i - 1)
            return noun is not None and {p.state for p in noun.b} == {p.state for p in find.b}
    return False


def _drop_journeys(finds: tuple[Find, ...]) -> list[Find]:
    """ "Travel to X to meet Y" in one clause is one meeting, not a visit as well."""
    kept: list[Find] = []
    for find in finds:
        is_journey = find.mode is Mode.VISIT
        has_meeting = any(
            other.mode in (Mode.MEETING, Mode.TALKS)
            and find.trigger.i in other.decision.path
            and {p.state for p in other.b} & {p.state for p in find.b}
            for other in finds
            if other is not find
        )
        if not (is_journey and has_meeting):
            kept.append(find)
    return kept
