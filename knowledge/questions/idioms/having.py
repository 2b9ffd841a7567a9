"""Whose tasks are and what is asked of them: "on the hook for", "as a partner", "on its plate", "the heaviest workload".

Every idiom is made as `knowledge.questions.idioms` says.
"""

from knowledge.questions.idioms.parts import GROUPED, MANY_WORDS, Idiom

ROLES: tuple[Idiom, ...] = (
    (
        "either any both whatever whichever hand involved part",
        r"(?:in |as )?(?:either|any|whatever|whichever|both) (?:role|roles|capacity|capacities)|(?:has|have|had|having) a (?:hand|part|role|say|stake) in|(?:takes?|taking|plays?|playing|play) (?:a |any |some )?part(?: in)?|(?:is|are) (?:in any way )?(?:involved|engaged|implicated) in",
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
        "lead plus coordinating",
        r"(?:as )?lead(?:ing)? (?:plus|and|as well as|\+|&) (?:as )?(?:co-?ordinat\w+|support\w*|helping|assisting|partner\w*)(?: (?:agency|roles?))?",
        "lead or coordinate",
        True,
    ),
    (
        "co",
        r"co-?ordinat(?P<end>e|es|ing|ion|or|ors|ed)",
        "coordinat{end}",
        False,
    ),
    (
        "supported assisted helped backed aided seconded",
        r"(?:supported|assisted|helped|backed(?: up)?|aided|seconded) by",
        "coordinating",
        True,
    ),
    (
        "involve involves involving",
        r"involv(?:es?|ing) (?P<who>[^,.;?!]{2,80}?) as (?:an? )?(?:\w+ )?partners?",
        "{who} coordinating",
        True,
    ),
    (
        "fiddle partner partners supporting helper supporter contributor participant secondary assisting back auxiliary helping",
        r"(?:plays? |playing )?second fiddle(?: to)?|(?:takes? )?a back ?seat(?: to)?|(?:(?:only |just |merely |simply )?(?:as )?an? (?:mere |junior |minor )?(?:partner|helper|supporter|contributor|participant|collaborator|secondary|assisting|supporting|support)(?: (?:agency|body|ministry|role|part|capacity|partner))?|(?:only |just |merely )?(?:in|has|have|plays?) (?:an? )?(?:supporting|secondary|assisting|helping|auxiliary) (?:role|part|capacity|hand)|as partners?)(?: (?:in|on|for|to)\b(?! 20))?",
        "coordinating",
        True,
    ),
    (
        "merely only just simply",
        r"(?:merely|only|just|simply) (?:assist|help|support|contribut|cooperat|collaborat)\w*(?: (?:with|on|in|to)\b)?",
        "coordinating",
        True,
    ),
    (
        "coordination cooperation collaboration conjunction consultation partnership operation",
        r"in (?:close )?(?:coordination|cooperation|co-operation|collaboration|conjunction|consultation) with",
        "coordinating with",
        True,
    ),
    ("co", r"co-?(?:leading|leads|leads|lead|led|owns|owning) with", "jointly leads with", True),
    ("partnering partners", r"(?:partnering|partners) (?:on|in)", "coordinating", True),
    (
        "supports support backs back",
        r"(?:supports?|backs?(?: up)?) (?:the )?others?(?: agencies| ministries| bodies)?(?: on| with)?",
        "coordinates",
        True,
    ),
    (
        "supports support assists helps",
        r"(?:supports?|assists?|helps?)(?= (?:on |with |in )?(?:the )?(?:most|fewest|more|many)\b)",
        "coordinates",
        True,
    ),
    ("share shares shared", r"shared? with|shares with", "jointly with", True),
    (
        "shared joint jointly common",
        r"(?P<what>tasks|duties) (?:(?:which|that) are )?(?:shared|held jointly|held in common)(?= (?:by|between|among))",
        "joint {what}",
        True,
    ),
    (
        "help helps support supports assist assists contribute contributes hand cooperate cooperates collaborate collaborates",
        r"(?:helps?|assists?|supports?|cooperates?|co-operates?|collaborates?|contributes?|pitch(?:es)? in)(?: out)?(?= (?:with|on|in|to|under|due|by|this|next|for) ?(?:20\d\d|q\d|the (?:first|second)|notice|resolution|this|next|\W*$)|\W*$|,)(?: (?:with|on|to|in)\b(?=\W*$))?|lends? a (?:helping )?hand(?: (?:with|on|in))?",
        "coordinates",
        True,
    ),
    (
        "lead hook helm charge accountable answerable answers heads spearheads spearhead seat responsibility owner",
        r"(?:is |are )?(?:in the lead|(?:the )?(?:lead|leading) role|takes? the lead|taking the lead|has the lead|at the helm|in the driving seat|on the hook|accountable|answerable|the owner|(?:main|prime|primarily|mainly|principally|directly) (?:responsible|accountable))(?: (?:on|for|of|in)\b(?! 20))?|heads up|spearheads?|bears? (?:the )?(?:main )?responsibility for|carries? the can for|calls? the shots (?:on|in)|answers for|has ownership of",
        "leads ",
        True,
    ),
    (
        "agencies ministries bodies",
        r"(?:led|lead|owned|run|headed) (?:jointly )?by (?P<n>(?:(?:more|fewer|less) than |at least |at most |over |exactly |only )?\w+) (?P<who>agencies|ministries|bodies)",
        "{n} {who} lead",
        True,
    ),
    (
        "alone single solo itself own unaided",
        r"(?:(?:do|does|handles?|leads?|runs?|owns?) )?(?:all )?(?:alone|single-handed(?:ly)?|by itself|solo|unaided|without (?:help|partners|support)|on (?:its|their) own)",
        "on its own",
        True,
    ),
    ("led", r"led (?P<joint>jointly )?by", "lead {joint}by", False),
    (
        "jointly together tandem shared hand shoulder side alongside",
        r"(?:(?:work|works|share|shares|do|does|done|implemented|performed|carried out|lead|leads|run|runs|own|owns|has|have|carry out|handle|handles|undertakes?) )?(?:jointly|in tandem|hand in hand|side by side|shoulder to shoulder|in common|in partnership) with",
        "jointly with",
        True,
    ),
)


ASKING: tuple[Idiom, ...] = (
    (
        "proportion percentage share fraction percent",
        r"what (?:proportion|percentage|share|fraction|percent) of(?: the| all)?(?= tasks| duties)",
        "how many",
        True,
    ),
    (
        "two three four five six seven eight nine ten",
        rf"which (?P<n>{MANY_WORDS}) (?P<who>ministries|agencies|provinces|bodies)",
        "which {who} top {n}",
        True,
    ),
    (
        "spread distributed divided shared split allotted",
        r"(?:how (?:are|is) )?(?:the |all )?(?:tasks|work|duties) (?:spread|distributed|divided|shared out|split|allotted)(?: up| out)? (?:across|among|amongst|over|between|by) (?:the )?(?P<what>directives|ministries|agencies|quarters|months|years|provinces|documents)",
        "number of tasks by {what}",
        True,
    ),
    ("longest", r"(?:the )?longest (?:to-?do )?list(?: of tasks)?", "the most tasks", True),
    (
        "worst biggest",
        r"(?:is |are |has |have )?(?:the )?(?:worst|biggest) (?:offenders?|laggards?|performers?|record|culprits?|sinners?)(?: (?:on|in|with|for) (?:the )?(?:deadlines|delays|meeting deadlines))?",
        "have the most overdue tasks",
        True,
    ),
    (
        "league",
        r"league table of (?:the )?(?P<how>late |overdue |slow )(?P<who>ministries|agencies|provinces)",
        "rank {who} by number of {how}tasks",
        True,
    ),
    ("furthest most worst", r"^who(?: is| are|'s)(?= (?:the )?(?:furthest|most|worst)\b)", "which ministry is", True),
    (
        "own shared",
        r"(?:both )?(?:its|their|the) own and (?:the )?(?:shared|joint|common|group|collective)(?: ones| tasks)?",
        "",
        True,
    ),
    (
        "own name",
        r"(?<='s )own tasks only|only (?:its|their) own(?: tasks| ones)?|(?P<who>(?:assigned|given) to [^,.;?!]{2,60}?) by name",
        "{who} tasks not counting group tasks",
        True,
    ),
    (
        "leave leaves left hand hands handed pass passes",
        r"(?:leave|leaves|left|hand|hands|handed|pass|passes|passed)(?: down| over| on)? to",
        "give to",
        True,
    ),
    (
        "homework part share portion",
        r"(?<='s )(?:homework|part|share|portion)(?= (?:in|of|from|under|by|this|next|for)\b|\W*$)",
        "tasks",
        True,
    ),
    (
        "want expect require order instruct tell ask demand",
        r"(?:does|did|do) (?:the )?(?P<who>prime minister|general secretary|party chief) (?:want|expect|require|order|instruct|tell|ask|demand)",
        "{who} asked",
        False,
    ),
    (
        "hooked linked plugged wired joined tied",
        r"(?:hooked(?: up)?|linked(?: up)?|plugged in|wired(?: up)?|joined(?: up)?|tied in)(?= (?:to|with|into) (?:the )?national data)",
        "connected",
        False,
    ),
    (
        "told instructed directed commanded urged ordered",
        r"(?P<who>prime minister|general secretary|pm|party chief|government) (?:has |have |had )?(?:told|instructed|directed|commanded|urged|ordered)",
        "{who} asked",
        False,
    ),
    (
        "handed given issued ordered set",
        r"(?:handed (?:out|down)|given out|issued|ordered|set)(?= by (?:the )?(?:prime minister|general secretary|pm|government|party))",
        "given",
        True,
    ),
    ("deadlines", r"(?P<many>how many) deadlines", "{many} tasks", True),
    ("who", r"^who(?: has| have)?(?= no report)", "which ministries", True),
    (
        "workload load busiest burden",
        r"(?:the )?(?:heaviest|biggest|largest|greatest|highest) (?:work ?load|load|burden|pile(?: of work)?|stack)|(?:the )?most (?:work|on (?:its|their) plate)",
        "the most tasks",
        True,
    ),
    ("busiest", r"is (?:the )?busiest|busiest", "has the most tasks", True),
    (
        "who",
        r"^who (?P<has>has|have|leads|is|owns|got) (?P<what>(?:the )?(?:most|fewest|least) (?:\w+ ){0,2}tasks)",
        "which ministry has {what}",
        True,
    ),
    (
        "who",
        r"^who(?P<does> (?:coordinates|supports|helps|assists)(?: on| with| in)? (?:the )?(?:most|fewest|least) (?:\w+ ){0,2}tasks)",
        "which ministry{does}",
        True,
    ),
    (
        "most longest worst",
        r"(?P<first>(?:the )?top \d+|the \d+|\d+) (?:most|longest|worst) (?P<how>overdue|late|delayed)(?= (?:tasks|duties|items))",
        "{first} {how}",
        True,
    ),
    (
        "overdue late delayed",
        r"top (?P<n>\d+) (?P<how>overdue|late|delayed) (?:tasks|duties|items)",
        "top {n} tasks {how}",
        True,
    ),
    (
        "silent",
        r"(?:the )?(?:list of )?silent (?P<who>ministries|agencies|provinces)",
        "which {who} have no report",
        True,
    ),
    (
        "breakdown split distribution statistics stats share shares proportion percentage summary",
        rf"(?:breakdown|split|distribution|statistics|stats|shares?|proportion|percentage|summary|number) (?:of|for|on) (?P<what>(?!(?:it|them|this|that|these|those) )[^,.;?!]{{2,80}}?) (?:by|per|across|over)(?= {GROUPED})",
        "number of {what} by",
        True,
    ),
    (
        "break split sort group",
        rf"(?:break|split|sort|group) (?P<what>(?!(?:it|them|this|that|these|those|all|the list) )[^,.;?!]{{2,60}}?) (?:down )?by(?= {GROUPED})",
        "number of {what} by",
        True,
    ),
    (
        "list workload agenda",
        r"(?:(?:full|whole|complete|entire) )?(?:to-?do list|list of (?:duties|tasks|things to do)|workload)",
        "tasks",
        True,
    ),
    (
        "responsibilities obligations commitments assignments deliverables undertakings mandate jobs",
        r"(?<='s )(?:main |own |current )?(?:responsibilities|obligations|commitments|assignments|deliverables|undertakings|mandate|jobs)"
        r"|(?<=\w )(?:responsibilities|obligations|commitments|assignments|deliverables|undertakings)(?= (?:with|due|by|for|in|under)\b.{0,20}\d|\W*$)|^(?:the )?(?:responsibilities|obligations|commitments|assignments|deliverables)(?= of\b| for\b)",
        "tasks",
        True,
    ),
    (
        "require requires demand demands expect expects ask asks want wants",
        r"(?:require|requires|demand|demands|expect|expects|ask|asks|want|wants) (?:of|from)",
        "give to",
        True,
    ),
    (
        "notices resolutions conclusions",
        r"(?P<kind>notice|resolution|conclusion)s (?P<one>\d{1,3}) ?(?P<joint>,|and|or|&) (?P<two>\d{1,3})",
        "{kind} {one} {joint} {kind} {two}",
        False,
    ),
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
    (
        "plate desk list shoulders lap inbox agenda",
        r"(?:is |are )?on (?P<whose>\S+(?: \S+){0,7}?)['’]s? (?:plate|desk|to-?do list|shoulders|lap|list|agenda|books)",
        "must {whose} do",
        True,
    ),
    ("plate desk list", r"(?:is |are )?on the (?:plate|desk|to-?do list|list|agenda|books) of", "must", True),
    (
        "carry carried carrying undertake undertakes undertaken perform performs performed see attend execute",
        r"(?:carry|carries|carried|carrying) (?:out|through)|undertakes?|undertaken|undertaking|performs?|performed|executes?|see to|get on with|attend to",
        "do",
        True,
    ),
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
    (
        "tally count total headcount",
        r"(?:give me |do |give us |what is |can i have )?(?:a |the )?(?:tally|headcount|running total|total number|total count|grand total|total|count|full count)(?: up)?(?: of| up)?(?= (?:the|all|my|our|overdue|late|tasks|unfinished|ongoing|recurring|duties)\b)",
        "number of",
        True,
    ),
    (
        "break broken split breakdown sorted grouped",
        r"(?:break(?:down)?|broken|split|sort(?:ed)?|group(?:ed)?)(?: (?:it|them|this|that|these|those|the|list|all|tasks|out|up|figures|numbers))* (?:down )?by",
        "number of tasks by",
        True,
    ),
)
