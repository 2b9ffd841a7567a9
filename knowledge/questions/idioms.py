"""What people say in English for how tasks stand, whose they are and by when, with the plain words that are read.

Each entry: words without one of which the pattern is not tried; the pattern over the folded question; what it comes to
(`{name}` is what a group of the pattern held); and whether it is said of tasks only, so that elsewhere ("is Vietnam
lagging behind") it stays. They are tried in this order, each on what those before it left.
"""

_DATE = (
    r"(?:deadline|due[- ]date|target date|end date|completion date|cut-?off(?: date| point)?|time ?limit|time ?frame)s?"
)
_WHOSE = r"(?:(?:its|their|the|his|her|your|our|a|an|any|his own|their own|its own)\s+)?"
_HOW = r"(?:(?:set|agreed|original|official|stated|fixed|specific|specified|firm|clear|definite|particular|explicit|hard|formal|final|given|real|actual|due|completion|exact|binding)\s+)*"
_LONG = r"(?:(?:already|long|since|now|clearly|badly|well|far|still|just|recently|even|currently|yet)\s+)*"
_FINISHED = r"(?:done|finished|completed?|delivered|concluded|accomplished|fulfilled|wrapped up|closed(?: out)?|over|ready|in place|carried out|discharged)"
_HAVE = r"(?:have|has|had)"
_BE = r"(?:is|are|was|were|be|been|being)"
_TASK = r"(?:tasks?|duties|duty|assignments?|work|items?|jobs?|obligations?|responsibilities|deliverables?|commitments?)"
_UNIT = r"(?:month|quarter|year|week)"

Idiom = tuple[str, str, str, bool]

CONTRACTIONS: tuple[Idiom, ...] = (
    ("can't cannot cant", r"can(?:no|'|)t", "can not", False),
    ("won't", r"won't", "will not", False),
    (
        "n't dont doesnt didnt havent hasnt isnt arent",
        r"(?P<verb>have|has|had|do|does|did|is|are|was|were|should|would|could|must|need)(?:n't|(?<=have)nt|(?<=has)nt|(?<=do)nt|(?<=does)nt|(?<=did)nt|(?<=is)nt|(?<=are)nt)",
        "{verb} not",
        False,
    ),
)

STANDING: tuple[Idiom, ...] = (
    # None stands there.
    (
        "deadline deadlines date dates cut limit frame limits timeframe",
        rf"(?:(?:that|which|do|does|did|{_HAVE}|{_BE}|carry|carries|come with|comes with|set|given|there)\s+)*"
        rf"(?:(?:(?:with )?no|without|lacking|lack|lacks|free of)|not (?:yet )?(?:have|carry|set|state|specify|bear|come with|given|got|mention)|not (?:been )?given|having no)\s+"
        rf"(?:a\s+|an\s+|any\s+|the\s+)?{_HOW}(?:kind of\s+)?(?:{_DATE}|dates?)(?:\s+(?:at all|set|attached|given|specified|stated|whatsoever|whatever|of any kind))?(?! of| for)",
        "without deadlines",
        True,
    ),
    ("open undated", r"open[- ]ended|undated|deadline[- ]free", "without deadlines", True),
    # Still in time.
    (
        "deadline deadlines date dates due cut reached",
        rf"(?:{_HAVE} )?not (?:yet )?(?:reached|hit|passed|missed|gone past|come to|arrived at|overrun|exceeded)\s+{_WHOSE}{_HOW}(?:{_DATE}|dates?)(?: yet)?"
        rf"|(?:whose|the|their|its|where the) {_DATE} (?:{_HAVE}|is|are) (?:not (?:yet )?(?:passed|come|arrived|expired|been reached|been missed|up)|(?:still )?(?:ahead|to come|in the future))(?: yet)?"
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
        rf"(?:approaching|nearing|close to|near|coming up to|up against)\s+{_WHOSE}{_HOW}{_DATE}|(?:with )?(?:looming|imminent|upcoming|approaching|impending) {_DATE}"
        rf"|whose {_DATE} (?:is|are) (?:approaching|near|nearing|looming|close|imminent|coming up|around the corner)",
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
        "deadline deadlines date dates due cut limit limits",
        rf"(?:{_HAVE} )?{_LONG}(?:let slip |gone |went |going |slipped |slip |slipping |run |ran |running |got |{_BE} |that (?:is|are) )*{_LONG}"
        rf"(?:(?:past|beyond|over|passed|missed|missing|misses|miss|overshot|overrun|overran|exceeded|exceeding|blown|blew|blown through|busted|outlived|behind|failed to meet|failing to meet|did not meet|not met|failed to make)\s+{_WHOSE}{_HOW}{_DATE}"
        rf"|(?:passed|missed|overshot)\s+{_WHOSE}{_HOW}(?:completion )?dates?|past\s+(?:its|their|the)\s+dates?|past[- ]due)(?! of\b)",
        "overdue",
        True,
    ),
    (
        "deadline deadlines",
        rf"(?:whose|where the|the|with|and the) {_DATE} (?:that )?(?:{_HAVE}|is|are|was|were)? ?{_LONG}(?:passed|expired|lapsed|gone by|gone|been missed|missed|come and gone|elapsed|run out|over|behind (?:us|them)|in the past)"
        rf"|(?:with |by )?(?:expired|lapsed|missed|blown|elapsed) {_DATE}|{_DATE} missed|late on (?:a |their |its )?{_DATE}",
        "overdue",
        True,
    ),
    (
        "time deadline schedule",
        rf"(?:(?:{_HAVE} )?(?:failed|failing|fails) to (?:be )?(?:deliver|finish|complete|meet|do|get done|submit)\w*|(?:did|was|were|has been|have been|has|have) not (?:been )?(?:deliver|finish|complete|meet|do|get done|done|submit)\w*)(?: (?!on\b|in\b|by\b)\w+){{0,3}} (?:on time|in time|on schedule|by (?:the|their|its) deadlines?)",
        "overdue",
        True,
    ),
    (
        "should supposed meant ought",
        rf"(?:should|ought to|(?:was|were|is|are) (?:supposed|meant) to) {_LONG}have {_LONG}(?:been {_LONG})?{_FINISHED}(?: (?:by now|already|long ago|before now|by today))?",
        "overdue",
        True,
    ),
    (
        "late behind",
        rf"(?:{_HAVE} )?(?:running|run|runs|ran|fallen|falling|fell|fall|falls|slipped|slipping|getting|got|lagging|lag|lags) (?:\w+ly )?(?:late|behind)(?: schedule| plan)?(?: (?:on|with|in|at) (?!\w+ (?:quarter|half)))?"
        r"|behind (?:plan|time|on|with)(?! the\b(?! \w+ tasks))|late (?:on|with)(?= (?:its|their|the) )|running late",
        " overdue ",
        True,
    ),
    ("behind", r"(?<=\bis )behind(?= in\b|$|\W*\?)|(?<=\bare )behind(?= in\b|$|\W*\?)", "overdue", True),
    (
        "slipped slipping slip lagging lags lag dragging over delinquent tardy",
        rf"(?:{_HAVE} )?(?:slipped|slipping|lagging|lags|dragging on|let slip|over[- ]due|delinquent|tardy)(?= (?:at|in|on|for|under|with)\b|\W*$|{{0}} tasks?)".replace(
            "{0}", ""
        ),
        "overdue",
        True,
    ),
    # Nothing reported.
    (
        "report reports reported reporting update updates news",
        rf"(?:(?:{_HAVE}|{_BE}|with|that) )*(?:had )?(?:no|without(?: a| any)?|zero|not a single|lack(?:s|ing)? (?:a|any)?) (?:\w+ )?(?:progress |status |implementation |official |single )?(?:reports?|updates?|news|reporting)(?: on progress)?(?: (?:yet|so far|at all|whatsoever|submitted|filed|received|(?:{_HAVE}) been \w+))?"
        rf"|(?:{_HAVE}|{_BE}) (?:not|never) (?:yet )?(?:been )?(?:reported|reporting|filed (?:a|any) reports?|submitted (?:a|any) reports?|sent in (?:a|any) reports?)(?: (?:on|back|in|anything|any progress|progress|on progress|yet|at all))*"
        rf"|(?:nothing|nobody|no one|no-one) (?:{_HAVE} )?(?:been )?reported(?: (?:on|yet|anything|back))*|yet to (?:be )?report(?:ed)?(?: (?:on|back|in|anything|progress))*|not (?:yet )?reported (?:on|upon|anything)|awaiting (?:a |any |their )?(?:first )?reports?",
        "no report",
        True,
    ),
    # Not begun.
    (
        "started begun start begin touched untouched unstarted ground kicked underway under commenced commence launched",
        rf"(?:{_HAVE}|{_BE}) (?:not|never) (?:yet )?(?:been |got |even )*(?:started|begun|touched|under way|underway|kicked off|commenced|launched|off the ground|going)(?: (?:on|yet))*"
        rf"|(?:{_BE} |{_HAVE} )?(?:yet|still) to (?:be )?(?:start|started|begin|begun|commence|kick off|get under way|get underway|get going|get off the ground|get started)(?: on| yet)?"
        rf"|(?:nobody|no one|no-one|nothing) {_HAVE} (?:been )?(?:yet )?(?:started|begun|touched|commenced)(?: on)?|(?:not|never) (?:yet )?(?:begun|touched|under way|underway|commenced)|untouched|unstarted|(?:waiting|awaiting) to (?:start|begin)",
        "not started",
        True,
    ),
    # Not finished.
    (
        "finished completed done delivered concluded fulfilled complete finish closed wrapped",
        rf"(?:{_HAVE}|{_BE}) (?:not|never) (?:yet )?(?:been )?(?:fully )?{_FINISHED}(?: yet)?|yet to be {_FINISHED}|(?:{_HAVE}|is|are) (?:still |yet )+to (?:finish|complete|conclude|fulfil|wrap up|be {_FINISHED})|(?:left|remain|remains|remaining|still|waiting) to (?:be |get )?{_FINISHED}|half[- ](?:done|finished)",
        "unfinished",
        True,
    ),
    (
        "pending open outstanding",
        rf"(?:{_BE} |that are )?still (?:pending|open|outstanding|to come|on the table)|(?:pending|open|outstanding|unfulfilled|undelivered|uncompleted|unresolved|live)(?= {_TASK}\b)|{_BE} (?:pending|outstanding)\b",
        "unfinished",
        True,
    ),
    ("owe owes owed", r"(?:still )?(?:owe|owes|owed)", "unfinished", True),
    # Under way.
    (
        "being under works pipeline train hand progress underway started begun",
        rf"{_BE} being (?:worked on|carried out|implemented|done|handled|executed|pursued|rolled out|delivered)|(?:{_BE} )?under[- ]?way|in the (?:works|pipeline|process of being done)|{_BE} in (?:train|hand|motion|process)"
        r"|(?:started|begun) but not (?:yet )?(?:finished|completed|done)|partly done|partially (?:done|completed)",
        "in progress",
        True,
    ),
)

DOING: tuple[Idiom, ...] = (
    # What must come about is not yet done.
    (
        "done completed finished delivered carried accomplished",
        rf"(?P<must>must|should|shall|needs? to|has to|have to|had to|ought to|will|would|to|(?:is|are|was|were) (?:supposed|meant|due|expected|required|scheduled|set) to) be {_FINISHED}(?= |\W*$)",
        "{must} deliver ",
        False,
    ),
    ("done finished", r"(?P<get>get|gets|getting) (?P<what>(?:\w+ ){0,3}?)(?:done|finished|completed)", "deliver {what}", False),
    (
        "finished delivered accomplished wrapped closed concluded fulfilled completed discharged achieved ticked crossed",
        rf"(?P<has>{_HAVE}\b(?:(?! (?:not|never|no|yet|to)\b)[^,.;?!]){{0,70}}?) (?:been )?(?:already )?(?:finished|delivered|completed|accomplished|wrapped up|closed(?: out)?|concluded|fulfilled|discharged|achieved|ticked off|crossed off|put to bed)(?: (?:so far|already|to date|by now|up to now|until now))*(?=\W*$|(?: (?:in|by|for|under|from|since|this|before|during|with)\b)|,)",
        "{has} completed",
        True,
    ),
    (
        "finished delivered accomplished wrapped",
        rf"already (?:finished|delivered|accomplished|wrapped up|concluded|fulfilled)|(?:finished|delivered|accomplished|wrapped[- ]up)(?= {_TASK}\b)|ticked off|crossed off",
        "completed",
        True,
    ),
)

REPEATED: tuple[Idiom, ...] = (
    (
        "ongoing continuous continuing regular permanent rolling standing constant routine continual daily",
        r"(?:on (?:an?|the) )(?:ongoing|continuous|continuing|continual|regular|permanent|rolling|standing|constant|routine|daily|day-to-day|open-ended) basis",
        "ongoing",
        True,
    ),
    (
        "continuously continually constantly regularly permanently routinely indefinitely perpetually round year day clock times time nonstop stop standing end",
        r"continuously|continually|constantly|regularly|permanently|routinely|indefinitely|perpetually|(?:all )?(?:the )?year[- ](?:a)?round|all (?:the )?year long|throughout the year|day[- ]in,? (?:and )?day[- ]out|non-?stop|at all times|all the time|as a matter of routine|as (?:a )?standing (?:task|duty)|without end",
        "ongoing",
        True,
    ),
    (
        "standing permanent regular routine continuing continual constant everyday perpetual day daily",
        rf"(?:standing|permanent|regular|routine|continuing|continual|constant|everyday|perpetual|never[- ]ending|day-to-day|day[- ]in[- ]day[- ]out|round-the-year)(?= {_TASK}\b)|(?<=\bare )(?:standing|permanent|routine|continuing|continual)(?= (?:ones?|in|for|under)\b|\W*$)",
        "ongoing",
        True,
    ),
    (
        "basis intervals",
        r"(?:on an? )(?:recurring|monthly|quarterly|yearly|annual|weekly|periodic(?:al)?|recurrent|bi-?annual|half-yearly|cyclical) basis|at regular intervals|at fixed intervals|from time to time",
        "recurring",
        True,
    ),
    (
        "round repeat repeats repeated repeating recur recurs return returns again cyclical recurrent",
        rf"(?:come|comes|coming|go|goes) (?:round|around|back)(?: again)?(?: (?:every|each) {_UNIT}| (?:annually|monthly|quarterly|yearly))?|(?:repeat|repeats|repeated|repeating|recur|recurs)(?: (?:themselves|itself))?(?: (?:every|each|once an?) {_UNIT}| (?:annually|monthly|quarterly|yearly))?|again and again|over and over|recurrent|cyclical|repetitive",
        "recurring",
        True,
    ),
    (
        "every each",
        rf"^(?!.*\b(?:how many|number of|count|most|fewest|least|rank|who|which (?:ministry|agency))\b)(?P<all>(?=.*\b(?:tasks?|duties|must|deliver|do|come)\b).*?) (?:every|each)(?: single)? {_UNIT}",
        "{all} recurring",
        True,
    ),
    (
        "annual annually yearly weekly once half biannual",
        rf"(?:annual|yearly|weekly|half-yearly|biannual|semi-annual)(?= (?:{_TASK}|ones)\b)|(?:once|twice) (?:an?|every|each) {_UNIT}|annually|yearly|weekly",
        "recurring",
        True,
    ),
)

ROLES: tuple[Idiom, ...] = (
    (
        "either any both whatever whichever hand involved part",
        r"(?:in |as )?(?:either|any|whatever|whichever|both) (?:role|roles|capacity|capacities)|(?:has|have|had|having) a (?:hand|part|role|say|stake) in|(?:takes?|taking|plays?|playing|play) (?:a |any |some )?part in|(?:is|are) (?:in any way )?(?:involved|engaged|implicated) in",
        "involved ",
        True,
    ),
    (
        "leading lead led leads",
        r"(?:whether |either )?(?:as )?(?:an? |the )?(?P<one>leading|lead|leads|led)(?: agency| body)? or (?:as )?(?:an? |the )?(?:supporting|support|supports|supported|helping|co-?ordinat\w+|assisting|partner\w*)(?: agency| body| role)?",
        "lead or coordinate",
        True,
    ),
    (
        "co",
        r"co-?ordinat(?P<end>e|es|ing|ion|or|ors|ed)",
        "coordinat{end}",
        False,
    ),
    ("supported assisted helped backed aided seconded", r"(?:supported|assisted|helped|backed(?: up)?|aided|seconded) by", "coordinating", True),
    (
        "fiddle partner partners supporting helper supporter contributor participant secondary assisting back auxiliary helping",
        r"(?:plays? |playing )?second fiddle(?: to)?|(?:takes? )?a back ?seat(?: to)?|(?:(?:only |just |merely |simply )?(?:as )?an? (?:mere |junior |minor )?(?:partner|helper|supporter|contributor|participant|collaborator|secondary|assisting|supporting|support)(?: (?:agency|body|ministry|role|part|capacity|partner))?|(?:only |just |merely )?(?:in|has|have|plays?) (?:an? )?(?:supporting|secondary|assisting|helping|auxiliary) (?:role|part|capacity|hand)|as partners?)(?: (?:in|on|for|to)\b(?! 20))?",
        "coordinating",
        True,
    ),
    (
        "help helps support supports assist assists contribute contributes hand cooperate cooperates collaborate collaborates",
        r"(?:helps?|assists?|supports?|cooperates?|co-operates?|collaborates?|contributes?|pitch(?:es)? in)(?: out)?(?= (?:with|on|in|to|under|due|by|this|next|for) ?(?:20\d\d|q\d|the (?:first|second)|notice|resolution|this|next|\W*$)|\W*$|,)(?: (?:with|on|to|in)\b(?=\W*$))?|lends? a (?:helping )?hand(?: (?:with|on|in))?",
        "coordinates",
        True,
    ),
    ("involve involves involving", r"involv(?:es?|ing) (?P<who>[^,.;?!]{2,80}?) as (?:an? )?(?:\w+ )?partners?", "{who} coordinating", True),
    (
        "lead hook helm charge accountable answerable answers heads spearheads spearhead seat responsibility owner",
        r"(?:in the lead|takes? the lead|taking the lead|has the lead|at the helm|in the driving seat|on the hook|accountable|answerable|the owner|(?:main|prime|primarily|mainly|principally|directly) (?:responsible|accountable))(?: (?:on|for|of|in)\b(?! 20))?|heads up|spearheads?|bears? (?:the )?(?:main )?responsibility for|carries? the can for|calls? the shots (?:on|in)|answers for|has ownership of",
        "leads ",
        True,
    ),
    ("led", r"led (?P<joint>jointly )?by", "lead {joint}by", False),
    (
        "jointly together tandem shared hand shoulder side alongside",
        r"(?:(?:work|works|share|shares|do|does|lead|leads|run|runs|own|owns|has|have|carry out|handle|handles|undertakes?) )?(?:jointly|in tandem|hand in hand|side by side|shoulder to shoulder|in common|in partnership) with",
        "jointly with",
        True,
    ),
)

ASKING: tuple[Idiom, ...] = (
    (
        "asked expected required demanded wanted",
        r"what (?:is|are|has been|was|else is) (?:being )?(?:asked|expected|required|demanded|wanted) (?:of|from)",
        "what must",
        True,
    ),
    (
        "entrusted tasked charged handed assigned saddled lumbered earmarked allotted allocated delegated falls fallen fall rests lies landed down",
        r"(?:has been |have been |was |were |is |are |been )?(?:entrusted|tasked|charged|handed(?: down| out| over)?|saddled|lumbered|earmarked|allotted|allocated|delegated|landed)(?: (?:to|with|for|on))|(?:falls?|fallen|fell|rests?|lies|sits?) (?:to|on|with|upon)(?: the shoulders of)?|(?:is|are) down to",
        "assigned to",
        True,
    ),
    ("plate desk list shoulders lap inbox agenda", r"(?:is |are )?on (?P<whose>\S+(?: \S+){0,7}?)['’]s? (?:plate|desk|to-?do list|shoulders|lap|list|agenda|books)", "must {whose} do", True),
    ("plate desk list", r"(?:is |are )?on the (?:plate|desk|to-?do list|list|agenda|books) of", "must", True),
    ("carry carried carrying undertake undertakes undertaken perform performs performed see attend execute", r"(?:carry|carries|carried|carrying) (?:out|through)|undertakes?|undertaken|undertaking|performs?|performed|executes?|see to|get on with|attend to", "do", True),
    (
        "things jobs items actions commitments obligations deliverables assignments undertakings mandates chores responsibilities action",
        r"(?P<many>how many|number of|count of|which|what|any|all|the) (?:different |separate |individual )?(?:things|jobs|action (?:items|points)|items|actions|commitments|obligations|deliverables|assignments|undertakings|mandates|chores|responsibilities|work items)(?= (?:do|does|did|has|have|had|is|are|was|were|for|must|should|due|overdue|late|led|lead|owned|that|with|on its|on their|under|from|in notice|in resolution|fall|falls|assigned|given|coming|handed)\b|\W*$)",
        "{many} tasks",
        True,
    ),
    (
        "items jobs actions commitments obligations deliverables assignments undertakings",
        r"(?P<how>overdue|late|delayed|unfinished|outstanding|ongoing|recurring|remaining|upcoming|open|completed|quarterly|monthly) (?:items|jobs|actions|commitments|obligations|deliverables|assignments|undertakings|matters|work)",
        "{how} tasks",
        True,
    ),
    ("tally count total headcount", r"(?:give me |do |give us |what is |can i have )?(?:a |the )?(?:tally|headcount|running total|total number|total count|grand total|total|count|full count)(?: up)?(?: of| up)?(?= (?:the|all|my|our|overdue|late|tasks|unfinished|ongoing|recurring|duties)\b)", "number of", True),
    ("workload load busiest burden", r"(?:the )?(?:heaviest|biggest|largest|greatest|highest) (?:work ?load|load|burden|pile(?: of work)?|stack)|(?:the )?most (?:work|on (?:its|their) plate)", "the most tasks", True),
    ("busiest", r"is (?:the )?busiest|busiest", "has the most tasks", True),
    ("who", r"^who (?P<has>has|have|leads|is) (?P<what>the most tasks)", "which ministry has {what}", True),
    ("break broken split breakdown sorted grouped", r"(?:break(?:down)?|broken|split|sort(?:ed)?|group(?:ed)?)(?: \w+){0,3}? (?:down )?by", "number of tasks by", True),
)

LEAVING_OUT: tuple[Idiom, ...] = (
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
    ("shared common joint collective group", r"(?:and |but )?(?:not|excluding|except for|without|leaving out|no) (?:the |any )?(?:shared|common|joint|collective|group) (?:ones|tasks|duties)", " not counting group tasks", True),
)

TIMES: tuple[Idiom, ...] = (
    ("decade", r"(?:(?:the )?(?:end|close|turn) of |the )?(?:the|this|the current|the present) decade(?: is (?:out|over|through)| ends| comes to (?:a close|an end))?", "{decade}", False),
    (
        "year end years",
        r"(?P<by>by|before|until|at|for|due) (?:the )?(?:(?:year['’]?s?|calendar year)[- ]end|end[- ](?:of[- ])?year|(?:the )?close of (?:the|this) year|year is (?:out|over|through)|year (?:ends|closes|comes to (?:a close|an end)))(?! 20)",
        "by the end of this year",
        False,
    ),
    ("close closing tail", r"(?:close|closing|tail end|latter part|last days) of (?P<year>20\d\d|the year|this year|next year|the (?:first|second|third|fourth) quarter)", "end of {year}", False),
    ("final last closing opening", r"(?:the )?(?P<which>final|closing|opening|initial|last) (?P<unit>quarter|half) of (?P<year>20\d\d|this year|next year|last year|the year)", "the {which} {unit} of {year}", False),
    ("2nd 1st back latter front opening", r"(?:the )?(?P<which>2nd|1st|back|latter|front|opening|later|early|earlier) half of", "the {which} half of", False),
    ("fortnight fortnights", r"(?:a|the next|one|next|coming) fortnight", "the next two weeks", False),
    ("year", r"in (?:the )?(?:calendar |fiscal )?year (?P<year>20\d\d)", "in {year}", False),
    ("rest remainder", r"(?:(?:in|for|during|over) )?(?:the )?(?:rest|remainder) of (?P<year>20\d\d|the year|this year)", "from today to the end of {year}", False),
)
