"""What is done and again and again: "must be done", "on an ongoing basis", "every quarter".

Every idiom is made as `knowledge.questions.idioms` says.
"""

from knowledge.questions.idioms.parts import FINISHED, HAVE, TASK, UNIT, Idiom

CONTRACTIONS: tuple[Idiom, ...] = (
    ("can't cannot cant", r"can(?:no|'|)t", "can not", False),
    ("won't", r"won't", "will not", False),
    (
        "n't dont doesnt didnt havent hasnt isnt arent",
        r"(?P<verb>have|has|had|do|does|did|is|are|was|were|should|would|could|must|need)(?:n't|(?<=have)nt|(?<=has)nt|(?<=do)nt|(?<=does)nt|(?<=did)nt|(?<=is)nt|(?<=are)nt)",
        "{verb} not",
        False,
    ),
    ("d ll m re ve", r"(?P<who>i|we|you|they|he|she|it|who|what|where|there)'(?:d|ll|m|re|ve)", "{who}", False),
)

DOING: tuple[Idiom, ...] = (
    # What must come about is not yet done.
    (
        "done completed finished delivered carried accomplished",
        rf"(?P<must>must|should|shall|needs? to|has to|have to|had to|ought to|will|would|to|(?:is|are|was|were) (?:supposed|meant|due|expected|required|scheduled|set) to) be {FINISHED}(?= |\W*$)",
        "{must} deliver ",
        False,
    ),
    (
        "done finished",
        r"(?P<get>get|gets|getting) (?P<what>(?:\w+ ){0,3}?)(?:done|finished|completed)",
        "deliver {what}",
        False,
    ),
    (
        "finished delivered accomplished wrapped closed concluded fulfilled completed discharged achieved ticked crossed",
        rf"(?P<has>{HAVE}\b(?:(?! (?:not|never|no|yet|to)\b)[^,.;?!]){{0,70}}?) (?:been )?(?:already )?(?:finished|delivered|completed|accomplished|wrapped up|closed(?: out)?|concluded|fulfilled|discharged|achieved|ticked off|crossed off|put to bed)(?: (?:so far|already|to date|by now|up to now|until now))*(?=\W*$|(?: (?:in|by|for|under|from|since|this|before|during|with)\b)|,)",
        "{has} completed",
        True,
    ),
    (
        "finished delivered accomplished wrapped",
        rf"already (?:finished|delivered|accomplished|wrapped up|concluded|fulfilled)|(?:finished|delivered|accomplished|wrapped[- ]up)(?= {TASK}\b)|ticked off|crossed off",
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
        "never keep continuously continually constantly regularly permanently routinely indefinitely perpetually round year day clock times time nonstop stop standing end",
        r"never (?:end|ends|ending|stop|stops|finish|finishes)|(?:(?:have|has) to )?keep (?:on )?doing|continuously|continually|constantly|regularly|permanently|routinely|indefinitely|perpetually|(?:all )?(?:the )?year[- ](?:a)?round|all (?:the )?year long|throughout the year|day[- ]in,? (?:and )?day[- ]out|non-?stop|at all times|all the time|as a matter of routine|as (?:a )?standing (?:task|duty)|without end",
        "ongoing",
        True,
    ),
    (
        "regular standing permanent routine continuous continuing",
        r"(?:regular|standing|permanent|routine|continuous|continuing)(?:,| and|/)? ?ongoing",
        "ongoing",
        True,
    ),
    (
        "standing permanent regular routine continuing continual constant everyday perpetual day daily",
        rf"(?:standing|permanent|regular|routine|continuing|continual|constant|everyday|perpetual|never[- ]ending|day-to-day|day[- ]in[- ]day[- ]out|round-the-year)(?= {TASK}\b)|(?<=\bare )(?:standing|permanent|routine|continuing|continual)(?= (?:ones?|in|for|under)\b|\W*$)",
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
        rf"(?:come|comes|coming|go|goes) (?:round|around|back)(?: again)?(?: (?:every|each) {UNIT}| (?:annually|monthly|quarterly|yearly))?|(?:repeat|repeats|repeated|repeating|recur|recurs)(?: (?:themselves|itself))?(?: (?:every|each|once an?) {UNIT}| (?:annually|monthly|quarterly|yearly))?|again and again|over and over|(?:be )?repeated(?: periodically)?|recurrent|cyclical|repetitive",
        "recurring",
        True,
    ),
    (
        "every each",
        rf"^(?!.*\b(?:how many|number of|count|most|fewest|least|rank|who|which (?:ministry|agency))\b)(?P<all>(?=.*\b(?:tasks?|duties|must|deliver|do|come|has to|have to)\b).*?) (?:every|each)(?: single)? (?P<unit>{UNIT})",
        "{all} recurring {unit}ly",
        True,
    ),
    (
        "annual annually yearly weekly half",
        r"(?P<how>half-yearly|annually|annual|yearly|weekly)",
        "recurring {how}",
        True,
    ),
    (
        "periodically once twice biannual semi",
        rf"(?:biannual|semi-annual)(?= (?:{TASK}|ones)\b)|(?:once|twice) (?:an?|every|each) {UNIT}|periodically",
        "recurring",
        True,
    ),
)
