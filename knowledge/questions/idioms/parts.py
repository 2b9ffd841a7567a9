"""What the patterns of English idioms are made of."""

DATE = (
    r"(?:deadline|due[- ]date|target date|end date|completion date|cut-?off(?: date| point)?|time ?limit|time ?frame)s?"
)
WHOSE = r"(?:(?:its|their|the|his|her|your|our|a|an|any|his own|their own|its own)\s+)?"
HOW = r"(?:(?:set|agreed|original|official|stated|fixed|specific|specified|firm|clear|definite|particular|explicit|hard|formal|final|given|real|actual|due|completion|exact|binding)\s+)*"
LONG = r"(?:(?:already|long|since|now|clearly|badly|well|far|still|just|recently|even|currently|yet)\s+)*"
FINISHED = r"(?:done|finished|completed?|delivered|concluded|accomplished|fulfilled|wrapped up|closed(?: out)?|over|ready|in place|carried out|discharged)"
HAVE = r"(?:have|has|had)"
BE = r"(?:is|are|was|were|be|been|being)"
TASK = r"(?:tasks?|duties|duty|assignments?|work|items?|jobs?|obligations?|responsibilities|deliverables?|commitments?)"
UNIT = r"(?:month|quarter|year|week)"

Idiom = tuple[str, str, str, bool]
MANY_WORDS = "two|three|four|five|six|seven|eight|nine|ten"
# By what tasks are counted.
GROUPED = r"(?:the )?(?:directives?|documents?|quarters?|months?|years?|agenc(?:y|ies)|ministr(?:y|ies)|provinces?)\b"
