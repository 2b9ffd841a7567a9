"""How tasks stand: "past their deadline", "yet to begin", "have not been reported on".

Every idiom is made as `knowledge.questions.idioms` says.
"""

from knowledge.questions.idioms.parts import BE, DATE, FINISHED, HAVE, HOW, LONG, TASK, WHOSE, Idiom

STANDING: tuple[Idiom, ...] = (
    (
        "neither",
        rf"neither {FINISHED} nor (?:overdue|late)|neither (?:overdue|late) nor {FINISHED}",
        "unfinished and not overdue",
        True,
    ),
    (
        "tied bound linked pegged",
        r"not (?:tied|bound|linked|pegged|fixed) to (?:an?|any|the) (?:specific |particular |fixed )?(?:dates?|deadlines?)",
        "without deadlines",
        True,
    ),
    # None stands there.
    (
        "deadline deadlines date dates cut limit frame limits timeframe",
        rf"(?:(?:that|which|do|does|did|{HAVE}|{BE}|carry|carries|come with|comes with|set|given|there)\s+)*"
        rf"(?:(?:(?:with )?no|without|lacking|lack|lacks|free of)|not (?:yet )?(?:have|carry|set|state|specify|bear|come with|given|got|mention)|not (?:been )?given|having no)\s+"
        rf"(?:a\s+|an\s+|any\s+|the\s+)?{HOW}(?:kind of\s+)?(?:{DATE}|dates?)(?:\s+(?:at all|set|attached|given|specified|stated|whatsoever|whatever|of any kind))?(?! of| for)",
        "without deadlines",
        True,
    ),
    ("open undated", r"open[- ]ended|undated|deadline[- ]free", "without deadlines", True),
    # Still in time.
    (
        "deadline deadlines date dates due cut reached",
        rf"(?:{HAVE} )?not (?:yet )?(?:reached|hit|passed|missed|gone past|come to|arrived at|overrun|exceeded)\s+{WHOSE}{HOW}(?:{DATE}|dates?)(?: yet)?"
        rf"|(?:whose|the|their|its|where the) {DATE} (?:{HAVE}|is|are) (?:not (?:yet )?(?:passed|come|arrived|expired|been reached|been missed|up)|(?:still )?(?:ahead|to come|in the future))(?: yet)?"
        r"|(?:are |is )?yet to (?:fall|come|become) due|(?:are |is )?not (?:yet )?(?:due|past due) yet|not past (?:their|its|the) deadlines?",
        "not yet due",
        True,
    ),
    (
        "track schedule time deadline target",
        r"(?:still |firmly |well )?(?:on (?:track|schedule|course|target)|in good time|with time (?:left|to spare|remaining|to run)|(?:have|has) time (?:left|to run)|within (?:their|its) deadlines?)",
        "within deadline",
        True,
    ),
    # Soon.
    (
        "deadline deadlines date dates",
        rf"(?:approaching|nearing|close to|near|coming up to|up against)\s+{WHOSE}{HOW}{DATE}|(?:with )?(?:looming|imminent|upcoming|approaching|impending) {DATE}"
        rf"|whose {DATE} (?:is|are) (?:approaching|near|nearing|looming|close|imminent|coming up|around the corner)",
        "due soon",
        True,
    ),
    (
        "due",
        r"(?:about to (?:fall|come|be|become) due|(?:falling|coming|come|fall|falls) due (?:soon|shortly)|due (?:shortly|any day now|imminently|in the near future)|almost due|nearly due)",
        "due soon",
        True,
    ),
    # Late.
    (
        "miss missed fail failed slip",
        rf"(?:what|which tasks|which ones|which) (?:did|has|have|had) (?P<who>[^,.;?!]{{2,60}}?) (?:already )?(?:miss(?:ed)?|let slip|fail(?:ed)? to (?:finish|complete|deliver|do|get done))(?! {WHOSE}{HOW}{DATE})(?=\W*$| (?:in|by|for|under|from|last|this|so)\b)",
        "{who} overdue tasks",
        True,
    ),
    (
        "deadline deadlines date dates due cut limit limits",
        rf"(?:{HAVE} )?{LONG}(?:let slip |gone |went |going |slipped |slip |slipping |run |ran |running |got |{BE} |that (?:is|are) )*{LONG}"
        rf"(?:(?:past|beyond|over|passed|missed|missing|misses|miss|overshot|overrun|overran|exceeded|exceeding|blown|blew|blown through|busted|outlived|behind|failed to meet|failing to meet|did not meet|not met|failed to make)\s+{WHOSE}{HOW}{DATE}"
        rf"|(?:passed|missed|overshot)\s+{WHOSE}{HOW}(?:completion )?dates?|past\s+(?:its|their|the)\s+dates?|past[- ]due)(?! of\b)",
        "overdue",
        True,
    ),
    (
        "deadline deadlines",
        rf"(?:whose|where the|the|with|and the) {DATE} (?:that )?(?:{HAVE}|is|are|was|were)? ?{LONG}(?:passed|expired|lapsed|gone by|gone|been missed|missed|come and gone|elapsed|run out|over|behind (?:us|them)|in the past)"
        rf"|(?:with |by )?(?:expired|lapsed|missed|blown|elapsed) {DATE}|{DATE} missed|late on (?:a |their |its )?{DATE}",
        "overdue",
        True,
    ),
    (
        "time deadline schedule",
        rf"(?:(?:{HAVE} )?(?:failed|failing|fails) to (?:be )?(?:deliver|finish|complete|meet|do|get done|submit)\w*|(?:did|was|were|has been|have been|has|have) not (?:been )?(?:deliver|finish|complete|meet|do|get done|done|submit)\w*)(?: (?!on\b|in\b|by\b)\w+){{0,3}} (?:on time|in time|on schedule|by (?:the|their|its) deadlines?)",
        "overdue",
        True,
    ),
    (
        "should supposed meant ought",
        rf"(?:should|ought to|(?:was|were|is|are) (?:supposed|meant) to) {LONG}have {LONG}(?:been {LONG})?{FINISHED}(?: (?:by now|already|long ago|before now|by today))?",
        "overdue",
        True,
    ),
    (
        "should ought",
        rf"(?:should|ought)(?: to)? (?P<who>(?!have\b|be\b)[^,.;?!]{{2,60}}?) (?:already )?have (?:already )?(?:been )?{FINISHED}(?: by now| already| long ago)?",
        "must {who} overdue",
        True,
    ),
    ("arrears", r"(?:is |are )?in arrears", "overdue", True),
    (
        "risk likely danger",
        r"(?:at|in|with a) (?:serious |high )?(?:risk|danger) of (?:being |becoming |running |going |falling |slipping )?(?:late|overdue|behind|delay|past due|missed)|likely to (?:be|become|run|slip|fall) ?(?:late|overdue|behind)?",
        "about to be overdue",
        True,
    ),
    (
        "date top caught clear",
        r"are (?:all |fully |completely )?(?:up[- ]to[- ]date|on top of (?:\w+ ){1,2}\w+|caught up|in the clear)",
        "are not overdue",
        True,
    ),
    (
        "deadlines deadline dates",
        r"deadlines? (?:did|has|have|had) (?P<who>[^,.;?!]{2,60}?) (?:already )?(?:missed|miss|blown|blow|overrun|overshot|overshoot|failed to meet|fail to meet|let slip)",
        "{who} overdue tasks",
        True,
    ),
    (
        "ball",
        r"(?:drop|dropped|dropping|drops) the ball(?: on| with)?(?: (?:any|its|their|the) deadlines?)?",
        "overdue",
        True,
    ),
    ("far", r"how far behind (?:is|are|has|have)", "overdue", True),
    (
        "seriously badly hugely very severely grossly chronically massively hopelessly",
        r"(?:seriously|badly|hugely|very|severely|grossly|chronically|massively|hopelessly)(?= (?:late|overdue|behind|delayed))",
        "",
        True,
    ),
    (
        "next nearest soonest",
        r"(?:next|nearest|soonest|closest)(?: (?:task|duty|item)s?)?(?: to (?:its|their|the))? (?:deadlines?|due dates?|due)",
        "not overdue tasks",
        True,
    ),
    (
        "late behind",
        rf"(?:{HAVE} )?(?:running|run|runs|ran|fallen|falling|fell|fall|falls|slipped|slipping|getting|got|lagging|lag|lags) (?:\w+ly )?(?:late|behind)(?: schedule| plan)?(?: (?:on|with|in|at) (?!\w+ (?:quarter|half)))?"
        r"|behind (?:plan|time|on|with)(?! the\b(?! \w+ tasks))|late (?:on|with)(?= (?:its|their|the) )|running late",
        " overdue ",
        True,
    ),
    ("behind", r"(?<=\bis )behind(?= in\b|$|\W*\?)|(?<=\bare )behind(?= in\b|$|\W*\?)", "overdue", True),
    (
        "gone",
        r"(?:the |its |their |whose )?(?:due )?(?:date|deadline)s? (?:has|have|had) (?:already )?(?:gone by|been and gone)",
        "overdue",
        True,
    ),
    ("done", r"\bwant(?:s|ed)? (?:it |them |this )?done", "want", False),
    (
        "slip",
        r"(?:has|have|had|did) (?:it|they|that|he|she) (?:ever |already )?let (?:any |a |one |some )?(?:of )?(?P<what>[^,.;?!]{2,50}?) slip",
        "which {what} tasks are overdue",
        True,
    ),
    (
        "slipped slipping slip lagging lags lag dragging over delinquent tardy",
        rf"(?:{HAVE} )?(?:slipped|slipping|lagging|lags|dragging on|let slip|over[- ]due|delinquent|tardy)(?= (?:at|in|on|for|under|with)\b|\W*$|{{0}} tasks?)".replace(
            "{0}", ""
        ),
        "overdue",
        True,
    ),
    # Nothing reported.
    (
        "report reports reported reporting update updates news",
        rf"(?:(?:{HAVE}|{BE}|with|that) )*(?:had )?(?:no|without(?: a| any)?|zero|not a single|lack(?:s|ing)? (?:a|any)?) (?:\w+ )?(?:progress |status |implementation |official |single )?(?:reports?|updates?|news|reporting)(?: on progress)?(?: (?:yet|so far|at all|whatsoever|submitted|filed|received|(?:{HAVE}) been \w+))?"
        rf"|(?:{HAVE}|{BE}) (?:not|never) (?:yet )?(?:been )?(?:reported|reporting|filed (?:a|any) reports?|submitted (?:a|any) reports?|sent in (?:a|any) reports?)(?: (?:on|back|in|anything|any progress|progress|on progress|yet|at all))*"
        rf"|(?:nothing|nobody|no one|no-one) (?:{HAVE} )?(?:been )?reported(?: (?:on|yet|anything|back))*|yet to (?:be )?report(?:ed)?(?: (?:on|back|in|anything|progress))*|not (?:yet )?reported (?:on|upon|anything)|awaiting (?:a |any |their )?(?:first )?reports?",
        "no report",
        True,
    ),
    # Not begun.
    (
        "started begun start begin touched untouched unstarted ground kicked underway under commenced commence launched",
        rf"(?:on which |where )?(?:(?:any )?work )?(?:{HAVE}|{BE}) (?:not|never) (?:yet )?(?:been |got |even )*(?:started|begun|touched|under way|underway|kicked off|commenced|launched|off the ground|going)(?: (?:on|yet))*"
        rf"|(?:{BE} |{HAVE} )?(?:yet|still) to (?:be )?(?:start|started|begin|begun|commence|kick off|get under way|get underway|get going|get off the ground|get started)(?: on| yet)?"
        rf"|(?:nobody|no one|no-one|nothing) {HAVE} (?:been )?(?:yet )?(?:started|begun|touched|commenced)(?: on)?|(?:not|never) (?:yet )?(?:begun|touched|under way|underway|commenced)|untouched|unstarted|(?:waiting|awaiting) to (?:start|begin)",
        "not started",
        True,
    ),
    # Not finished.
    (
        "finished completed done delivered concluded fulfilled complete finish closed wrapped",
        rf"(?:{HAVE}|{BE}) (?:not|never) (?:yet )?(?:been )?(?:fully )?{FINISHED}(?: yet)?|yet to be {FINISHED}|(?:{HAVE}|is|are) (?:still |yet )+to (?:finish|complete|conclude|fulfil|wrap up|be {FINISHED})|(?:left|remain|remains|remaining|still|waiting) to (?:be |get )?{FINISHED}|half[- ](?:done|finished)",
        "unfinished",
        True,
    ),
    (
        "pending open outstanding unresolved",
        rf"(?:{BE} |that are )?still (?:pending|open|outstanding|to come|on the table)|(?<=\bwhat's )(?:pending|open|outstanding)\b|(?<=\banything )(?:pending|open|outstanding|unfinished)\b|(?:pending|open|outstanding)(?=\W*$)|(?:pending|outstanding|unresolved)(?= (?:\S+ ){{1,4}}(?:tasks|duties|work)\b)|(?:unresolved|pending|open) (?=items?\b)|(?<=, )pending\b|unresolved|(?:pending|open|outstanding|unfulfilled|undelivered|uncompleted|unresolved|live)(?= {TASK}\b)|{BE} (?:pending|outstanding)\b",
        "unfinished",
        True,
    ),
    ("owe owes owed", r"(?:still )?(?:owe|owes|owed)", "unfinished", True),
    # Under way.
    (
        "being under works pipeline train hand progress underway started begun",
        rf"{BE} being (?:worked on|carried out|implemented|done|handled|executed|pursued|rolled out|delivered)|(?:{BE} )?under[- ]?way|in the (?:works|pipeline|process of being done)|{BE} in (?:train|hand|motion|process)"
        r"|(?:started|begun) but not (?:yet )?(?:finished|completed|done)|partly done|partially (?:done|completed)",
        "in progress",
        True,
    ),
)
