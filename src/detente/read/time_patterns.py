"""The patterns that find time expressions, by kind; the first that matches at a place wins.

Words that open a sentence may be capital; names of months and weekdays must be, so that "may" and
"march" stay verbs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from detente.lexicon.holidays import load_holidays
from detente.read.time_words import NOW_VALUES, SETS

_MONTH = (
    r"(?-i:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"JANUARY|FEBRUARY|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|"
    r"Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_CLEAR_MONTH = (  # cannot be a verb or a name, so that it counts without any word before it
    r"(?-i:January|February|April|June|July|August|September|October|November|December|"
    r"Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
_WEEKDAY = (
    r"(?-i:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|MONDAY|TUESDAY|WEDNESDAY|"
    r"THURSDAY|FRIDAY|SATURDAY|SUNDAY|Mon\.|Tues?\.|Wed\.|Thurs?\.|Fri\.|Sat\.|Sun\.)"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_SPOKEN = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|"
    r"eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|a hundred|a dozen)"
)
_COUNT = rf"(?:\d{{1,3}}(?:,\d{{3}})*|{_SPOKEN})"
_NUMBER = rf"(?:{_COUNT}|a couple of|a pair of|another|an?)"
_VAGUE = r"(?:several|a few|some|many|a number of|a handful of)"
_UNIT = (
    r"(?:day|week|fortnight|weekend|month|quarter|year|decade|hour|minute|second|centur(?:y|ie))s?"
)
_LONG_UNIT = r"(?:day|week|month|year|decade)s?"
_PART = r"(?:morning|afternoon|evening|night)"
_MOD = (
    r"(?P<mod>early|earlier|late|later|mid|the beginning of|the start of|the middle of|the end of|"
    r"beginning of|end of|middle of)"
)
_ABOUT = (
    r"(?:(?P<about>about|nearly|almost|around|roughly|some|more than|over|at least|less than|under|up to|"
    r"at most|just over|just under|barely|only|exactly) )?"
)
_DASH = r"(?:\s?[-–—]\s?|,? (?:to|through|until|till|and|or)\s)"
_ON_WEEKDAY = rf"(?:(?:{_WEEKDAY}),? (?:the )?)?"
_IN_YEAR = rf"(?:,? (?:of )?(?P<y>{_YEAR}))?"
_AHEAD = r"(?:last|next|this|that|past|coming|the past|the coming|the previous|the following|the next|the last|this past|this coming)"

# A year that stands before a noun: "the 1993 accord", "the 2016 presidential election".
_EVENT_NOUN = (
    r"(?:accords?|agreements?|summits?|elections?|treat(?:y|ies)|wars?|deals?|invasion|constitution|coup|attacks?|"
    r"revolution|ceasefire|cease-fire|truce|armistice|uprising|crisis|pact|conference|visits?|meetings?|talks|"
    r"annexation|referendum|campaign|budget|famine|drought|earthquake|olympics|games|embargo|borders?|lines?|"
    r"speech|session|declaration|memorandum|protocol|convention|resolution|formation|intervention|conflict|"
    r"massacre|bombing|hostage|race|vote|primar(?:y|ies)|report|law|act|tour|trip|statement|communiqué)"
)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _holidays() -> str:
    """The names of days, with either apostrophe."""
    return _any(load_holidays()).replace("'", "[’']")


_DATES: tuple[tuple[str, str], ...] = (
    ("iso", r"\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b"),
    (
        "range_two_months",
        rf"\b{_ON_WEEKDAY}(?P<m1>{_MONTH}) (?P<d1>{_DAY})(?:,? (?P<y1>{_YEAR}))?{_DASH}{_ON_WEEKDAY}"
        rf"(?P<m2>{_MONTH}) (?P<d2>{_DAY}){_IN_YEAR}\b",
    ),
    (
        "range_two_months",
        rf"\b{_ON_WEEKDAY}(?P<d1>{_DAY})\s(?:of )?(?P<m1>{_MONTH}){_DASH}{_ON_WEEKDAY}(?P<d2>{_DAY})\s"
        rf"(?:of )?(?P<m2>{_MONTH}){_IN_YEAR}\b",
    ),
    (
        "range_month_first",
        rf"\b{_ON_WEEKDAY}(?P<m>{_MONTH}) (?P<d1>{_DAY}){_DASH}{_ON_WEEKDAY}(?P<d2>{_DAY}){_IN_YEAR}\b",
    ),
    (
        "range_day_first",
        rf"\b{_ON_WEEKDAY}(?:the )?(?P<d1>{_DAY}){_DASH}{_ON_WEEKDAY}(?:the )?(?P<d2>{_DAY})\s(?:of )?(?P<m>{_MONTH}){_IN_YEAR}\b",
    ),
    (
        "month_day",
        rf"\b{_ON_WEEKDAY}(?:the )?(?P<m>{_MONTH})\s?(?P<d>{_DAY}){_IN_YEAR}\b"
        r"(?![.,]\d| (?:million|billion|percent|troops|people)|-(?:year|month|day))",
    ),
    ("day_month", rf"\b{_ON_WEEKDAY}(?:the )?(?P<d>{_DAY})\s(?:of )?(?P<m>{_MONTH}){_IN_YEAR}\b"),
    (
        "range_months",
        rf"\b(?P<m1>{_MONTH}){_DASH}(?:{_MOD}[ -])?(?P<m2>{_MONTH}){_IN_YEAR}\b(?! \d)",
    ),
    (
        "month_year",
        rf"\b(?:{_MOD}[ -])?(?P<m>{_MONTH}),? (?:of )?(?P<y>{_YEAR}|this year|last year|next year)\b",
    ),
    (
        "season_year",
        rf"\b(?:{_MOD} )?(?:the )?(?P<s>spring|summer|autumn|fall|winter)(?: of)? (?P<y>{_YEAR})\b",
    ),
    (
        "quarter_year",
        rf"\b(?:the )?(?P<q>first|second|third|fourth|last|final) (?P<q_unit>quarter|half)"
        rf"(?: of (?P<y>{_YEAR}|this year|last year|next year|the year))?\b(?! of)",
    ),
    ("decade", r"\b(?:the )?(?:(?P<mod>early|late|mid) ?-?)?(?P<y>1[5-9]\d0|20\d0)[’']?s\b"),
    ("decade", r"\bthe (?:(?P<mod>early|late|mid) ?-?)?[’'](?P<y2>[3-9]0)s\b"),
    ("century", r"\b(?:the )?(?:(?P<mod>early|late|mid) )?(?P<c>1[5-9]|20|21)(?:st|th) century\b"),
    ("years", rf"\b(?:between |from )?(?P<y1>{_YEAR}){_DASH}(?P<y2>{_YEAR}|\d\d)\b(?![-–\d])"),
)
_RELATIVE: tuple[tuple[str, str], ...] = (
    (
        "ago_range",
        rf"\b{_ABOUT}(?P<n1>{_NUMBER}) (?:or|to) (?P<n>{_NUMBER}) (?P<u>{_UNIT}) (?P<way>ago|earlier|later|from now)\b",
    ),
    (
        "ago",
        rf"\b{_ABOUT}(?P<n>{_NUMBER}|{_VAGUE}) (?:and (?:an? |one )?half )?(?P<u>{_UNIT}) (?P<half>and a half )?"
        r"(?P<way>ago|earlier|prior|before|previously|later|after|from now|hence)\b",
    ),
    (
        "ago",
        r"\bhalf a (?P<u>century|decade|year) (?P<half_of>)(?P<way>ago|earlier|later|from now)\b",
    ),
    (
        "recent",
        r"\b(?:over|within|during|throughout) the (?P<way>past|last|coming|next) (?P<one>)"
        r"(?P<u>week|month|year|decade|quarter|century)\b",
    ),
    (
        "recent",
        rf"\b(?:the )?(?P<way>recent|past|last|previous|preceding|coming|next|upcoming|following) "
        rf"(?:(?P<n>{_COUNT}|couple of|{_VAGUE}|few) )(?P<u>{_UNIT})\b(?! (?:ago|old))",
    ),
    (
        "recent",
        r"\b(?:the )?(?P<way>recent|past|last|coming|upcoming|following|next) (?P<u>days|weeks|months|years|decades|hours)\b",
    ),
    (
        "recent",
        r"\b(?:the )?(?P<u>days|weeks|months|years)(?: and (?:days|weeks|months|years))? (?P<way>ahead|to come)\b",
    ),
    (
        "weekday_week",
        rf"\b(?P<w>{_WEEKDAY})(?: (?P<part>{_PART}))? (?:of )?(?P<shift>last|next|this) week\b",
    ),
    (
        "relative_unit",
        rf"\b(?:{_MOD}[ -])?(?:the )?(?P<shift>last|next|this|that|past|coming|previous|following|current|same|this past|this coming|this same|that same|present) "
        rf"(?P<u>week|month|year|decade|quarter|century|spring|summer|autumn|fall|winter|weekend|{_MONTH})\b(?![’']?-)"
        r"(?! (?:old|ago|of (?:the|his|her|their|its)))",
    ),
    (
        "unit_edge",
        r"\b(?P<mod>the beginning of|the start of|the middle of|the end of|early in|late in|beginning of|end of) the (?P<u>week|month|year|decade)\b(?! of)",
    ),
    ("weekdays", rf"\b(?P<w1>{_WEEKDAY}){_DASH}(?P<w2>{_WEEKDAY})\b(?![’']s)"),
    (
        "weekday",
        rf"\b(?:(?:early|late|later|earlier) (?:on )?)?(?:(?P<shift>last|next|this|this past|the past|this coming|coming|the following|the previous) )?(?P<w>{_WEEKDAY})"
        rf"(?: (?P<part>{_PART}))?(?!s\b)\b",
    ),
    ("weekend", r"\b(?:the|this) (?P<past>past )?weekends?\b"),
    (
        "day_word",
        rf"\b(?:(?:earlier|later) )?(?P<day>yesterday|today|tomorrow|tonight)(?: (?P<part>{_PART}))?\b"
        r"|\b(?P<lastnight>last night)\b|\b(?P<overnight>overnight)\b"
        rf"|\b(?P<thispart>(?:earlier |later )?this (?P<part2>morning|afternoon|evening))\b"
        r"|\b(?P<sameday>(?:earlier|later|early|late) in the day)\b"
        r"|\b(?P<beforeyesterday>the day before yesterday)\b|\b(?P<aftertomorrow>the day after tomorrow)\b",
    ),
    (
        "anchored",
        r"\b(?:on |in )?(?P<which>the next|the following|the previous|the same|the very next|that same|that very|that|the) "
        r"(?P<u>day|week|month|year|evening|morning|afternoon|night)(?P<side> (?:after|before|earlier|later))?\b(?! (?:of|when|that|in which|he|she|they|it|on which|to come|ahead)\b)",
    ),
    (
        "anchored",
        r"\b(?P<then>since then|until then|by then|back then|at the time|at that time|afterwards?)\b",
    ),
    (
        "hence",
        rf"\b(?:in|within) {_ABOUT}(?P<n>{_NUMBER}|{_VAGUE}) (?P<u>{_UNIT})(?:[’'] time)?\b(?! (?:of|ago))",
    ),
)
_OTHERS: tuple[tuple[str, str], ...] = (
    ("holiday", rf"\b(?P<h>{_holidays()})(?:,? (?P<y>{_YEAR}))?\b"),
    (
        "set",
        rf"\b(?:every|each) (?:(?P<n>other|two|three|four|five|six|ten|\d+|few) )?(?P<u>{_UNIT}|{_WEEKDAY}|morning|evening|night|spring|summer|fall|autumn|winter)\b(?! of)",
    ),
    (
        "set",
        rf"\b(?:once|twice|(?:{_COUNT}|several) times) (?:a|an|per|each|every) (?P<u>day|week|month|year|quarter|decade)\b",
    ),
    ("set_word", rf"\b(?P<set>{_any(SETS)})\b"),
    ("weekday_set", r"\b(?-i:(?P<w>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s)\b"),
    ("year_noun", rf"\b(?P<y>{_YEAR})(?= (?:[\w.’'-]+ ){{0,4}}?{_EVENT_NOUN}\b)(?<!-)"),
    ("month_mod", rf"\b{_MOD}[ -](?P<m>{_MONTH})\b(?! \d)"),
    (
        "month",
        rf"\b(?:in|since|by|until|till|from|during|of|through|before|after|for|and|or|as of|back in|between) (?P<m>{_MONTH})\b(?![ \n]\d|[’'-]| (?:(?-i:[A-Z])|said|has|was))(?![A-Za-z])",
    ),
    ("month_noun", rf"\b(?P<m>{_CLEAR_MONTH})(?![A-Za-z])(?! \d)"),
    (
        "month_noun",
        r"(?<=[a-z’'] )(?-i:(?P<m>March|May))(?=[’']s [a-z]| [a-z]+ (?:summit|meeting|visit|talks|speech|deadline|election|trip|call))",
    ),
    (
        "month_noun",
        r"(?:\b(?:a|the|this|last|its|his|her|their|[’']s) )(?-i:(?P<m>March|May))(?= (?:summit|meeting|visit|talks|speech|deadline|election|trip|call|accord|agreement|letter|resolution))",
    ),
    (
        "year",
        rf"\b(?:in|since|by|until|till|during|of|from|before|after|through|early|late|mid-?|end of|to|and|for|late in|early in|between|back in|throughout|as of|around|summer|winter|spring|fall|autumn) (?P<y>{_YEAR})\b(?![,.]\d|%|[-–]\d|\s(?:people|troops|soldiers|tons|tonnes|km|miles|dollars|euros|others|feet))",
    ),
    (
        "year",
        r"\b(?P<y>(?-i:19[3-9]\d|20[0-4]\d))(?=[,;)]| (?:and|when|after|before|but|because|by|over|under|for|to|with|on|as)\b|\.(?:\s|$))(?<![-–.]\d{4})",
    ),
    (
        "season",
        r"\b(?:in|since|until|by|during|over|through) (?:(?P<mod>early|late) )?(?:the )?(?P<s>spring|summer|autumn|fall|winter)\b(?! (?:of|games|olympics|camp|house|resort))",
    ),
    ("soon", rf"\b(?P<now>{_any(word for words in NOW_VALUES.values() for word in words)})\b"),
    (
        "clock",
        r"\b(?P<hour>1[0-2]|0?[1-9])(?::(?P<minute>[0-5]\d))? ?(?P<half_day>[ap])\.?m\b\.?(?: (?:local time|EST|EDT|ET|GMT|UTC|Eastern))?",
    ),
    ("clock", r"\b(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?: (?:GMT|UTC|local time))?\b"),
    ("age", rf"\b(?P<n>{_COUNT}|a)[- ](?P<u>{_UNIT})[- ](?:old|long|olds)\b"),
    ("length", rf"\b{_ABOUT}(?P<n>{_COUNT})-(?P<u>minute|hour|day|week|month|year|decade)\b"),
    ("length", r"\b(?P<u>week|month|year|decade|day)-?long\b"),
    (
        "length",
        rf"\b{_ABOUT}(?P<n>{_NUMBER}|{_VAGUE}|half a|the entire|the whole) (?:full |whole |consecutive |straight |more |long |additional )?(?P<u>{_UNIT})\b(?! (?:of age))",
    ),
    ("length", r"\bfor (?:so )?(?P<u>days|weeks|months|years|decades|hours|centuries)\b"),
)
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, _compile(pattern)) for kind, pattern in (*_DATES, *_RELATIVE, *_OTHERS)
)

# What stands before an expression and opens or closes it, or only leads to it.
LEADS = re.compile(
    r"(?:\b(?P<lead>ever since|since|until|till|by|before|prior to|ahead of|after|from|between|starting|beginning|"
    r"as of|effective|on|in|over|during|at|through|throughout|within|for|around|about|back in|dated)"
    r"(?: at least)?(?: on)?(?: the)? )$",
    re.IGNORECASE,
)
INNER_LEAD = re.compile(
    r"(?P<lead>since|until|till|by|before|after|from|between|as of|back in|in|during|of|through|throughout|for|and|or|to|around|on|over|within)\b\s*",
    re.IGNORECASE,
)
