"""The words of time in English news, and the patterns built from them.

Apart from `times`, which runs the patterns, and `time_values`, which resolves what they find.
"""

from __future__ import annotations

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thurs",
            "friday fri",
            "saturday",
            "sunday",
        )
    )
    for name in names.split()
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"a": 1, "an": 1, "a couple of": 2, "half a": 0, "thirty": 30, "forty": 40, "fifty": 50}
HOLIDAYS = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "may day": (5, 1),
    "valentine's day": (2, 14),
    "independence day": (7, 4),
    "bastille day": (7, 14),
    "armistice day": (11, 11),
    "halloween": (10, 31),
}
UNITS = ("day", "week", "month", "year", "decade", "hour", "minute", "quarter")

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon\.|Tues?\.|Wed\.|Thurs?\.|Fri\.)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_NUMBER = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|"
    r"twenty|thirty|forty|fifty|a couple of|several|a few|some|many)"
)
_UNIT = r"(?:day|week|month|year|decade|hour|minute|quarter)s?"
_PART = r"(?:morning|afternoon|evening|night)"
_MOD = r"(?:early|late|mid|earlier|later)"
_DASH = r"\s?(?:-|–|—|to|through|until|till|and)\s?"
_EVENT_NOUN = (
    r"(?:accords?|agreements?|summit|elections?|treaty|war|deal|invasion|constitution|coup|attacks?|"
    r"revolution|ceasefire|truce|armistice|uprising|crisis|pact|conference|visit|meeting|talks|"
    r"annexation|referendum|campaign|budget|famine|drought|earthquake|olympics|games)"
)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


# The first pattern that matches at a place, longest kinds first, wins.
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("iso", _compile(r"\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b")),
    (
        "range_two_months",
        _compile(
            rf"\b(?P<m1>{_MONTH}) (?P<d1>{_DAY}){_DASH}(?P<m2>{_MONTH}) (?P<d2>{_DAY})"
            rf"(?:,? (?P<y>{_YEAR}))?\b"
        ),
    ),
    (
        "range_month_first",
        _compile(rf"\b(?P<m>{_MONTH}) (?P<d1>{_DAY}){_DASH}(?P<d2>{_DAY})(?:,? (?P<y>{_YEAR}))?\b"),
    ),
    (
        "range_day_first",
        _compile(
            rf"\b(?P<d1>{_DAY}){_DASH}(?P<d2>{_DAY}) (?:of )?(?P<m>{_MONTH})(?:,? (?P<y>{_YEAR}))?\b"
        ),
    ),
    (
        "month_day",
        _compile(
            rf"\b(?:(?:{_WEEKDAY}),? )?(?:the )?(?P<m>{_MONTH}) (?P<d>{_DAY})"
            rf"(?:,? (?P<y>{_YEAR}))?\b(?!\.\d|,\d| (?:million|billion|percent))"
        ),
    ),
    (
        "day_month",
        _compile(
            rf"\b(?:(?:{_WEEKDAY}),? )?(?:the )?(?P<d>{_DAY}) (?:of )?(?P<m>{_MONTH})"
            rf"(?:,? (?P<y>{_YEAR}))?\b"
        ),
    ),
    (
        "month_year",
        _compile(rf"\b(?:(?P<mod>{_MOD})[ -])?(?P<m>{_MONTH}),? (?:of )?(?P<y>{_YEAR})\b"),
    ),
    (
        "season_year",
        _compile(
            rf"\b(?P<s>spring|summer|autumn|fall|winter)(?: of)? (?P<y>{_YEAR})\b",
        ),
    ),
    (
        "quarter_year",
        _compile(
            rf"\b(?P<q>first|second|third|fourth) quarter(?: of (?P<y>{_YEAR}|this year|last year|next year))?\b"
        ),
    ),
    ("decade", _compile(r"\b(?P<mod>early |late |mid-?)?(?P<y>1[5-9]\d0|20\d0)s\b")),
    (
        "relative_unit",
        _compile(
            r"\b(?:(?P<mod>early|earlier|late|later|mid)[ -])?(?P<shift>last|next|this|past|coming|the past|"
            r"the coming|the previous|the following) "
            rf"(?P<u>week|month|year|decade|quarter|spring|summer|autumn|fall|winter|weekend|{_MONTH})\b"
            r"(?! (?:old|ago))"
        ),
    ),
    (
        "weekday",
        _compile(
            rf"\b(?:(?P<mod>early|late) )?(?:(?P<shift>last|next|this|the past|coming) )?(?P<w>{_WEEKDAY})"
            rf"(?: (?P<part>{_PART}))?(?!s\b)(?![’']s)\b"
        ),
    ),
    (
        "weekend",
        _compile(r"\b(?:over |at |during |on |through )?(?:the|this) (?P<past>past )?weekend\b"),
    ),
    (
        "ago",
        _compile(
            rf"\b(?:(?:about|nearly|almost|some|more than|over|around) )?(?P<n>{_NUMBER}) (?P<u>{_UNIT}) "
            r"(?P<way>ago|earlier|before|later|after|from now)\b"
        ),
    ),
    (
        "recent",
        _compile(
            rf"\b(?:in|over|during|within|for) (?:the )?(?P<way>recent|past|last|coming|next) "
            rf"(?:(?P<n>{_NUMBER}) )?(?P<u>{_UNIT})\b"
        ),
    ),
    ("hence", _compile(rf"\b(?:in|within) (?P<n>{_NUMBER}) (?P<u>{_UNIT})(?:[’'] time)?\b")),
    (
        "duration",
        _compile(
            rf"\bfor (?:(?:about|nearly|almost|more than|over) )?(?P<n>{_NUMBER}) (?P<u>{_UNIT})\b"
        ),
    ),
    (
        "day_word",
        _compile(
            r"\b(?P<day>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight)(?: (?:morning|afternoon|evening|night))?\b"
            r"|\b(?P<lastnight>[Ll]ast night)\b|\b(?P<thispart>[Tt]his (?:morning|afternoon|evening))\b"
            r"|\b(?P<earlier>[Ee]arlier in the day|[Ll]ater in the day)\b"
        ),
    ),
    (
        "anchored",
        _compile(
            r"\b(?:(?:the|a) (?:next|following|previous|same) (?:day|week|month|year)|that (?:same )?(?:day|week|"
            r"month|year)|[Tt]he day (?:after|before))\b"
        ),
    ),
    (
        "holiday",
        _compile("(?i:\\b(?P<h>" + "|".join(sorted(HOLIDAYS, key=len, reverse=True)) + ")\\b)"),
    ),
    ("year_noun", _compile(rf"\b(?P<y>{_YEAR}) (?={_EVENT_NOUN}\b)")),
    (
        "month",
        _compile(
            rf"\b(?:in |since |by |until |from |during |of |through |before |after |last |for )"
            rf"(?:(?P<mod>{_MOD})[ -])?(?P<m>{_MONTH})\b(?! \d)(?![A-Za-z])"
        ),
    ),
    ("month_mod", _compile(rf"\b(?P<mod>early|late|mid)[ -](?P<m>{_MONTH})\b")),
    (
        "year",
        _compile(
            r"\b(?:in|since|by|until|till|during|of|from|before|after|through|early|late|mid-?|end of|to|and|for) "
            rf"(?P<y>{_YEAR})\b(?![,.]\d|%|\s(?:people|troops|soldiers|tons|tonnes|km|miles|dollars|euros|others))"
        ),
    ),
    (
        "soon",
        _compile(
            r"\b(?P<now>[Nn]ow|[Cc]urrently|[Aa]t the moment|[Rr]ecently|[Ss]oon|[Ss]hortly)\b"
        ),
    ),
)
LEADS = re.compile(
    r"(?:\b(?P<lead>since|until|till|by|before|after|from|between|ever since|starting|beginning|on|in|over|"
    r"during|at|through)(?: at least)?(?: on)?(?: the)? (?:(?:late|early) )?)$",
    re.IGNORECASE,
)
