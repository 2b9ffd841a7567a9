"""What is left out, and when: "leaving aside", "by the end of this decade", "the first six months of 2026".

Every idiom is made as `knowledge.questions.idioms` says.
"""

from knowledge.questions.idioms.parts import Idiom

# How tasks stand, in a word that may be denied.
STANDS = r"(?:overdue|late|delayed|recurring|ongoing|monthly|quarterly|periodic|completed|done|finished|coordinat\w+)"

LEAVING_OUT: tuple[Idiom, ...] = (
    (
        "not",
        rf"(?<!is )(?<!are )(?<!was )(?<!were )(?:but )?not (?:the|those|any of the)(?= {STANDS}\b)",
        "except for the",
        False,
    ),
    (
        "not",
        r"(?<!is )(?<!are )(?<!do )(?<!does )(?:but )?not (?:the )?(?:coordinating|supporting)(?: ones| tasks)?(?! (?:agenc|with|by))",
        "except for coordinating",
        False,
    ),
    ("outside", r"outside(?: of)?(?= (?:the )?(?:notice|resolution|directive|conclusion)\b)", "except for", True),
    (
        "ministries agencies",
        r"(?:of|by|for|from|at) (?:the |all |any |other )*(?:ministries|agencies|bodies) (?:other than|except(?: for)?|apart from|besides|excluding)",
        "except for",
        True,
    ),
    (
        "but",
        rf"(?P<all>tasks|everything|all|duties|ones|anything) but(?= (?:those|the|for|for those|{STANDS})\b)",
        "{all} except for",
        True,
    ),
    (
        "aside leaving leave setting putting apart bar barring minus save exception omitting ignoring disregarding discounting exclusive including outside counting",
        r"(?:leav(?:e|ing)|set(?:ting)?|put(?:ting)?) (?:aside|out)|aside from|apart from|barring|with the exception of|omitting|ignoring|disregarding|discounting|exclusive of|save for|not (?:including|counting)|bar(?= (?:those|the|that)\b)|save(?= (?:those|that)\b)|minus(?= \w)|(?<=, )less(?= those)",
        "except for",
        True,
    ),
    (
        "aside excluded excepted excluding out omitted",
        r"(?<=[,–—-]) ?(?P<who>(?!(?:not|which|what|how)\b)[^,;?!]{2,60}?) (?:aside|excluded|excepted|excluding|left out|left aside|omitted|apart)(?=\W*$|,)",
        " except for {who}",
        True,
    ),
    (
        "shared common joint collective group",
        r"(?:and |but )?(?:not|excluding|except for|without|leaving out|no) (?:the |any )?(?:shared|common|joint|collective|group) (?:ones|tasks|duties)",
        " not counting group tasks",
        True,
    ),
)

TIMES: tuple[Idiom, ...] = (
    (
        "deadline deadlines",
        r"with (?:a |an |their |its |the )?(?:due dates?|deadlines?)(?= (?:is |are |falling |set |that falls? )*(?:in|on|by|before|within|during|this|next|between|from)\b.{0,20}(?:\d|year|quarter|month|week))",
        "due",
        True,
    ),
    (
        "expire expires end ends lapse lapses",
        r"(?:expires?|ends?|lapses?|runs? out)(?= (?:this|next|in (?:20|q|the)|by|on|before|during)\b)",
        "due",
        True,
    ),
    (
        "overdue late behind",
        r"(?P<how>overdue|late|behind)(?: as)? (?:at|on)(?= (?:the )?(?:end|close) of)",
        "{how} as of",
        True,
    ),
    (
        "decade",
        r"(?:(?:the )?(?:end|close|turn) of |the )?(?:the|this|the current|the present) decade(?: is (?:out|over|through)| ends| comes to (?:a close|an end))?",
        "{decade}",
        False,
    ),
    (
        "year end years",
        r"(?P<by>by|before|until|at|for|due) (?:the )?(?:(?:year['’]?s?|calendar year)[- ]end|end[- ](?:of[- ])?year|(?:the )?close of (?:the|this) year|year is (?:out|over|through)|year (?:ends|closes|comes to (?:a close|an end)))(?! 20)",
        "by the end of this year",
        False,
    ),
    (
        "close closing tail",
        r"(?:close|closing|tail end|latter part|last days) of (?P<year>20\d\d|the year|this year|next year|the (?:first|second|third|fourth) quarter)",
        "end of {year}",
        False,
    ),
    (
        "final last closing opening",
        r"(?:the )?(?P<which>final|closing|opening|initial|last) (?P<unit>quarter|half) of (?P<year>20\d\d|this year|next year|last year|the year)",
        "the {which} {unit} of {year}",
        False,
    ),
    (
        "2nd 1st back latter front opening",
        r"(?:the )?(?P<which>2nd|1st|back|latter|front|opening|later|early|earlier) half of",
        "the {which} half of",
        False,
    ),
    (
        "six three nine",
        r"(?:the )?(?P<months>(?:first|last|final|opening) (?:three|six|nine)) months of (?P<year>20\d\d|this year|next year|last year|the year)",
        "{months} of {year}",
        False,
    ),
    ("semester", r"(?P<which>first|second|1st|2nd) semester(?: of)?", "{which} half of", False),
    (
        "within in inside",
        r"(?:within|in|inside)(?: under| less than)? (?:an?|one) (?P<unit>day|week|month|quarter|year)(?= |\W*$)(?! of)",
        "within 1 {unit}",
        False,
    ),
    (
        "under less most",
        r"(?:within|in) (?:under|less than|no more than|at most|the next) (?P<n>\w+) (?P<unit>days|weeks|months|years)",
        "within {n} {unit}",
        False,
    ),
    (
        "now ahead hence",
        r"(?:in |over |within |during )?(?:the )?(?P<n>\w+) (?P<unit>days|weeks|months|years) (?:from now|ahead|hence|to come)",
        "the next {n} {unit}",
        False,
    ),
    ("christmas", r"christmas(?: day)?|xmas", "25 December", False),
    ("new", r"(?P<by>by|before|until) (?:the )?new year(?:'s(?: day| eve)?)?", "{by} the end of this year", False),
    ("fortnight fortnights", r"(?:a|the next|one|next|coming) fortnight", "the next two weeks", False),
    ("year", r"in (?:the )?(?:calendar |fiscal )?year (?P<year>20\d\d)", "in {year}", False),
    (
        "rest remainder",
        r"(?:(?:in|for|during|over) )?(?:the )?(?:rest|remainder) of (?P<year>20\d\d|the year|this year)",
        "from today until the end of {year}",
        False,
    ),
)
