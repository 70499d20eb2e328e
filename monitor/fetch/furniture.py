"""What lines of page furniture look like: the patterns, as the field's pages write them. English.

Each pattern is tried on a whole line, without the spaces around it. None may fit a sentence of running text: a line of
a menu that stays is a smaller loss than a sentence that goes.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from monitor.fetch import dates


class Heading(Enum):
    """What a heading of page furniture opens."""

    LINKS = auto()  # headlines and teasers of other articles
    CITATIONS = auto()  # an encyclopedia's references
    TAIL = auto()  # readers' comments, the foot of the page: nothing of the article follows


_I = re.IGNORECASE

_MENU_WORDS = frozenset(
    """home homepage news world business sport sports politics opinion opinions comment weather culture lifestyle life tech
    technology science health wellness travel video videos photo photos picture pictures gallery galleries podcast podcasts audio live tv
    radio local national international global uk us u.s. usa europe asia africa americas america middle east australia pacific entertainment
    arts art money markets market economy education environment climate food style fashion books book music film films movies
    shows games puzzles crossword crosswords obituaries classifieds jobs cars motors property estate real letters editorial
    editorials columns columnists blogs blog newsletter newsletters e-paper epaper archive archives contact about advertise
    advertising terms conditions privacy policy cookie cookies help faq share print email e-mail facebook twitter instagram
    youtube linkedin whatsapp telegram tiktok reddit pinterest messenger rss feed feeds comments menu search subscribe
    subscription subscriptions sign log login logout register account my more next previous prev back top latest trending popular most
    read features feature magazine family property crime courts community events shop store careers donate membership
    and of the & in on us to our up out for in/out skip content main navigation nav close open copy link copied save bookmark
    tweet like follow x threads bluesky mastodon section sections all topics regions edition e-edition today's paper now
    accessibility sitemap corrections support explore investigations analysis explainers fact check cricket football tennis
    rugby golf racing soccer basketball f1 athletics formula bbc font size a- a+ resize text listen play pause mute
    english français español deutsch arabic العربية فارسی русский 中文""".split()
)
_MENU_SPLIT = re.compile(r"[\s|•·/>»›,:+\-–—]+")

_PLATFORM = r"(?:facebook|twitter|x|instagram|youtube|linkedin|whatsapp|telegram|tiktok|reddit|pinterest|threads|bluesky|messenger|email|e-mail|print|link|google news|flipboard)"
_AGENCY = (
    r"(?:AP|A\.P\.|AFP|EPA|EPA-EFE|EFE|Reuters|REUTERS|Getty(?: Images)?|Xinhua|ANI|PTI|TASS|Anadolu(?: Agency)?|AA|Shutterstock|"
    r"iStock|Alamy|Bloomberg|WireImage|IRNA|SANA|WAFA|ANSA|DPA|dpa|PA(?: Media| Wire)?|Press Association|UPI|NurPhoto|"
    r"Associated Press|The Associated Press|Associated Press Photo|AP Photo|AFP Photo|AFP PHOTO|Handout|handout)"
)

_LINES = tuple(
    re.compile(pattern, _I)
    for pattern in (
        # advertising
        r"[\W_]*(?:advertis(?:e)?ments?|advert|sponsored(?: content| link)?|promoted(?: content)?|paid (?:content|post|partner content))[\W_]*(?:continue reading below|scroll to continue|story continues below|article continues below)?[\W_]*",
        r"[\W_]*(?:story|article) continues (?:below|after)(?: (?:this |the )?(?:ad|advert|advertisement|video|newsletter promo.*))?[\W_]*",
        r"scroll (?:down )?to continue.*|skip (?:this )?(?:ad|advertisement|to .{1,40})|report (?:this )?ad|remove ads?|why am i seeing this\??",
        # sharing, saving, listening
        rf"(?:share|tweet|pin|post|send|copy|save|print|email|like|follow(?: us)?|find us)(?: (?:this|the|it|us|me|via|by|on|to|with|article|story|page|post|link|{_PLATFORM}|friends?|a))*[\W_]*",
        rf"(?:(?:share|follow|send|view|join|like|find) (?:this |us |story )?(?:on|to|via|by) )?(?:{_PLATFORM}[\s,|/•·&]*)+",
        r"[\d.,]+\s?[km]?\s+(?:shares?|views?|comments?|likes?|reads?|followers?|fans?|subscribers?|reactions?|retweets?|min(?:ute)?s?\.? (?:read|listen|watch)|sec(?:ond)?s? read)(?:\s?(?:like|follow|subscribe))?",
        r"(?:reading time|estimated read(?:ing)? time|time to read)\b.{0,25}|\(?\d+ min(?:ute)?s?\)?|\d{1,2}:\d\d\s?/\s?\d{1,2}:\d\d",
        r"(?:getting your )?trinity audio player.*|(?:listen to (?:this |the )?(?:article|story)|this article can be listened to|now playing|loading|please wait|play (?:video|audio)|watch (?:live|video|now|the video))\W*(?:\d.{0,20})?",
        r"(?:text size|font size|decrease|increase|normal|a a a|aa|a\+|a-)(?:[\s|]+(?:text|font|size|decrease|increase|normal|a\+?|a-))*",
        # who and when, without the what
        r"(?:just now|yesterday|today|\d+\s?(?:s|m|h|d|sec(?:ond)?s?|min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?|years?)\s+ago)",
        r"(?:morning|evening|late|early|(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|print|digital|international|uk|us) edition",
        r"(?:written|compiled|edited|produced|translated|report|reported|posted|published|story|words|text|photography|additional reporting|reporting)(?: and \w+)? by:? (?:(?!\b(?:was|were|is|are|said|has|had)\b).){2,120}",
        r"(?:powered|hosted|provided|presented|supported|sponsored) by (?:[\w.&'’-]+\s?){1,5}",
        # consent, terms, accounts
        r"(?:we|this (?:web)?site|our (?:web)?site|the (?:web)?site|our partners)(?: and our partners)? uses? (?:(?:essential|necessary|some|third-party|tracking|and|other|similar|technologies|our) )*cookies\b.*",
        r"(?:by (?:continuing|clicking|using|browsing|signing|subscribing|registering|submitting|proceeding|entering|providing)\b.{0,120}\byou\b.{0,40}\b(?:agree|consent|accept|acknowledge|confirm)\b.*)",
        r"(?:accept|reject|decline|allow|manage|customi[sz]e|cookie|privacy|your (?:privacy|ad)|consent|do not sell)(?: (?:all|and close|cookies?|cookie|settings|preferences?|choices?|policy|notice|options|my|or|share|personal|information|data|only|necessary|essential|&|and))+\W*",
        r"this site is protected by recaptcha.*|(?:you can|you may) (?:unsubscribe|opt out|withdraw)\b.*|your email address will not be published.*|required fields are marked.*",
        r"(?:already|not yet|not) (?:a |an )?(?:subscriber|member|registered|subscribed|have an account)\b.{0,80}|forgot(?:ten)? (?:your )?password\??|create (?:an |a free )?account.{0,40}|remember me",
        r"(?:please )?(?:enable|turn on) (?:javascript|cookies)\b.*|(?:your|this) browser (?:does not|doesn['’]t|is not|isn['’]t)\b.*|javascript (?:is|must be)\b.*",
        r"(?:©|\(c\)|copyright\b|&copy;).{0,250}|.{0,160}\ball rights reserved\b.{0,160}",
        r"our standards: .{0,80}|.{0,60}\b(?:is|are) not responsible for the content of external (?:sites|links)\b.{0,60}",
        r"(?:view|see|show|load|read|browse|hear|find|watch) (?:all|more|less|full (?:article|story|text)|the full (?:article|story)|next|previous|comments?|replies|original|latest)(?: (?:stories|comments?|articles?|news|posts?|videos?|replies|results|here|bio|profile|about .{1,40}|from .{1,40}))?[\W_]*",
        r"(?:previous|next|older|newer)(?: (?:article|story|post|page|slide|image|photo|posts|articles))[\W_]*(?:.{0,100})?",
        r"(?:print|pdf|e-?mail|top|back to top|return to top|go back|skip to .{1,30}|jump to .{1,30}|scroll to top|page \d+(?: of \d+)?|\d+ of \d+|\d+ ?/ ?\d+|\d{1,3})\W*",
        r"(?:tags?|topics?|filed under|categories|category|keywords|related topics|more about|in this (?:story|article)|section|labels?)\s*[:|].{0,200}",
        # links inside the text
        r"(?:\W*(?:read|see|watch|listen|view)(?: (?:more|also|this|next|here|now|live|too|on|it))*|also (?:read|see|watch|on .{2,30})|related(?: (?:story|article|news|video|reading|coverage|content))?|must[- ](?:read|watch|see)|don['’]t miss|more (?:on|from) .{2,40}|more|next|up next|recommended|in pictures|in pics|gallery|photos?|video|videos|explainer|live(?: updates| blog)?|opinion|podcast|newsletter|trending|best of .{2,30}|editor['’]s (?:pick|note on .*))\s?(?:[:|»›>]|\s[–—-]\s)\s?\S.{0,220}",
        r"(?:click|tap|press|go) (?:here|this link|the link)\b.{0,120}",
        r"\W*(?:read|see|find out|learn|discover|continue|keep) (?:more|also|reading|next)\b.{0,40}",
        r"(?:https?://|www\.)\S+|\S+@\S+\.\w{2,8}|(?:[@#]\w+[\s,]*)+|(?:phone|tel|fax|email|e-mail|contact|address)\s?:.{1,80}",
        # encyclopedia
        r"from wikipedia,? .{0,60}|this (?:article|section|page)\b.{0,200}\b(?:nominated for deletion|additional citations|talk page|wikipedia|verifiability|cleanup|neutral point of view|be merged)\b.*|(?:coordinates|isbn|doi|issn)\s?:.{0,100}|.{0,40}\[edit\]|retrieved from .{0,200}|(?:for|not to be confused with) .{0,80}, see .{0,80}",
        r"(?:\d{1,3}\.?\s*)?(?:\^|↑)\s?.{0,600}",
        r"[\W_]+",
    )
)  # fmt: skip

_PROMPT_START = re.compile(
    r"[\W_]*(?:sign ?up|subscribe|get|receive|join|register|enter|never miss|don['’]t miss|stay|keep up|follow|download|install|want|need|like what|enjoy(?:ing|ed)?|"
    r"unlock|gain|browse|start|try|become|support|donate|help us|help keep|click|tap|got a|have a|have you|do you have|send us|email us|contact us|"
    r"turn on|allow|enable|add|choose|select|save|log ?in|sign ?in|continue|thank you|thanks|you (?:have|['’]ve)|this (?:content|article) is|"
    r"to (?:read|continue|comment|see|view|keep)|our (?:daily|weekly|free|morning|app)|the (?:best|latest|biggest|top|day['’]s)|your (?:daily|morning|free)|all the latest|news(?:,| and) (?:straight|delivered)|for (?:more|the latest|all the latest)|"
    r"let us know|tell us|share your|what do you think|check out|listen|watch|see (?:our|all)|discover|explore|access|enter|be the first|please (?:consider|support|subscribe|log|sign|register|enter))\b",
    _I,
)
_PROMPT_CUE = re.compile(
    r"\b(?:newsletters?|in-?box|e-?mails?|notifications?|push alerts?|breaking[- ]news alerts?|subscri(?:be|ption|ber)s?|account|password|premium|free (?:trial|articles?|stories)|"
    r"our (?:app|website|site|journalism|reporters?|newsroom|coverage|channel|apps|daily|weekly|stories|reporting|community|whatsapp)|app store|google play|apple news|google news|whatsapp|telegram channel|devices|"
    r"facebook|twitter|instagram|youtube|up to date|informed|connected|sign(?:ed|ing)? ?(?:up|in)|log(?:ged)? ?in|register(?:ed)?|unlimited|per (?:week|month)|members?(?:hip)?|"
    r"news tips?|story tip|tip for us|a tip|comments? below|your (?:thoughts|story|views|opinion|browser)|latest (?:news|headlines|stories)|top (?:stories|headlines)|biggest stories|news delivered|never miss|miss a story|podcasts?)\b",
    _I,
)
_PROMPT_WORDS = 40

_CREDIT_LINE = re.compile(
    r"(?:(?:file |stock |handout |undated |aerial )?(?:photo(?:graph)?s?|images?|pictures?|pic|illustration|graphic|map|video|footage|credits?|courtesy|caption|screengrab|screenshot))"
    r"(?:\s?(?:credits?|source|caption|copyright|courtesy|illustration|provided|supplied|by|of|via|file))*\s?(?:[:/|,–—]|\bby\b|\bvia\b|\s-\s).{0,300}",
    _I,
)
_CREDIT_ONLY = re.compile(rf"(?:\W*(?:{_AGENCY}|via|/|file|photo|pool|stringer|[A-Z][\w.'’-]+){{1,7}}\W*)")
_HAS_AGENCY = re.compile(rf"(?:^|[\s/(|,]){_AGENCY}(?=$|[\s/)|,.])")
_CREDIT_END = (
    re.compile(rf"[\[(](?:[^()\[\]]{{0,80}}[\s/,:])?(?:{_AGENCY}|File(?: Photo)?|file|Photo(?:s|graph)?|Picture|Image|Credit|Courtesy|Supplied|Pool)\b[^()\[\]]{{0,60}}[\])]\.?$"),
    re.compile(r"[\[(](?:photos?|photograph|picture|image|file|credit|courtesy|source|screenshot|screengrab|supplied|handout)\b[^()\[\]]{0,90}[\])]\.?$", _I),
    re.compile(rf"(?:(?<=[.!?\"”’]\s)|[/|]\s?|\bvia\s|[–—]\s){_AGENCY}(?:\s?[/|,]\s?[\w.'’ ]{{2,40}})?\.?$"),
    re.compile(r"(?<=[.!?,\"”’]) [\[(](?:[A-Z][\w.'’&-]*|of|the|for|and|in|de|al|via|/)(?:[ /](?:[A-Z][\w.'’&-]*|of|the|for|and|in|de|al|via|/)){0,9}\s?[\])]$"),
    re.compile(r"(?<=[.!?\"”’]) (?:photo(?:graph)?|picture|image|credit|illustration|courtesy)\s?(?:by|:|credit|courtesy).{2,60}$", _I),
)  # fmt: skip
_TOLD = re.compile(
    r"\b(?:said|says|told|according to|added|announced|confirmed|stated|denied|claimed|warned|reported(?! by)|reports)\b",
    _I,
)

_BYLINE = re.compile(
    r"(?:by|from|story by|words by|from our)\s+(?:the\s+)?[A-Z][\w.'’-]+(?:[\s,|/&-]+(?:and\s+)?(?:in\s+)?[\w.'’@-]+){0,14}"
)
_ROLE = re.compile(
    r"(?:[A-Z][\w.'’-]+[\s,|-]+){1,4}(?:(?:senior|chief|special|staff|foreign|crime|political|defen[cs]e|world|news|business|science|sports?|health|"
    r"national|security|diplomatic|home affairs|digital|deputy|middle east|africa|asia|europe|white house|us|uk)\s+)*"
    r"(?:correspondent|reporter|editor|writer|staff|journalist|columnist|analyst|bureau chief|bureau|contributor)(?:,?\s+(?:in\s+)?[\w.'’ ]{2,40})?",
    _I,
)
_WEATHER = re.compile(
    r"(?:weather\W*)?(?:[A-Z][\w.'’ ]{1,30},?\s+)?[-−+]?\d{1,3}(?:[.,]\d)?\s?(?:°\s?[CFcf]?|º\s?[CFcf]?|[CF]|degrees(?: celsius| fahrenheit)?)"
    r"(?:\s*[/|,-]?\s*(?:[-−]?\d{1,3}(?:[.,]\d)?\s?(?:°\s?)?[CF]?°?|mostly|partly|cloudy|sunny|clear|rain|snow|overcast|fog|haze|showers?|light|heavy|sky|[A-Z][\w.'’ ]{1,30})){0,4}"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_HAS_WEEKDAY = re.compile(rf"\b{_WEEKDAY}\b", _I)
_STAMP_WORDS = re.compile(
    rf"\b(?:{_WEEKDAY}|(?:first |originally |last |date )?(?:published|posted|updated|modified|created|filed|issued|uploaded|edited|update|posting|publication|date|published date)"
    r"|on|at|of|time|local time|gmt|utc|am|pm|a\.?\s?m|p\.?\s?m|hrs?|hours?|est|edt|cst|cdt|mst|mdt|pst|pdt|et|pt|ct|bst|cet|cest|ist|jst|kst|aest|aedt|eat|wat|sast|the|by|ago|st|nd|rd|th|from|first|last|and)\b",
    _I,
)
_NUMBERS_AND_MARKS = re.compile(r"[\d\W_]+")

_RELATED = r"(?:stories|story|articles?|news|content|topics?|posts?|coverage|links?|reading|videos?|headlines?|reports?|reads?|items?)"
_HEADINGS: tuple[tuple[Heading, re.Pattern[str]], ...] = (
    (
        Heading.LINKS,
        re.compile(
            rf"(?:(?:you (?:may|might)(?: also)? (?:like|enjoy|be interested in|have missed)(?: these)?|"
            rf"(?:related|latest|recent|recommended|popular|trending|featured|other|similar|top|most(?: \w+)?|more|suggested|editor['’]?s['’]?|further|must|selected|breaking|today['’]s(?: top)?)(?: {_RELATED}| news| picks?| choice| now| today| for you| this week| to read| like this| on this(?: {_RELATED})?)*|"
            rf"more (?:from|in|on|about|like)\b.{{1,40}}|most (?:read|popular|viewed|shared|commented|watched|recent|emailed|discussed|clicked)(?: \w+){{0,4}}|"
            rf"(?:in case you missed it|what to read next|read (?:next|more|also|this next|these next)|up next|see also|also (?:read|see|in the news|on .{{2,30}})|watch (?:next|more|also)|"
            rf"(?:from|around|elsewhere on) (?:the|our)? ?(?:web|site|network|partners|archives?)|don['’]t miss|trending(?: now| topics)?|sponsored (?:content|links|stories)|promoted (?:content|stories|links)|paid content|"
            rf"explore more|keep reading|stories you may like|recommended for you|editors['’]? picks?|popular (?:now|on .{{2,30}})|hot topics|news in brief|our picks|(?:latest|top) (?:from|in) .{{2,40}})))\W*"
            , _I,
        ),
    ),
    (
        Heading.CITATIONS,
        re.compile(r"(?:references?|external(?:s)? links?|further reading|notes(?: and references)?|footnotes|bibliography|citations|sources and notes|works cited)(?: ?\[edit\])?\W*", _I),
    ),
    (
        Heading.TAIL,
        re.compile(
            r"(?:(?:\d+ )?comments?(?: \(?\d+\)?| on this story)?|leave a (?:comment|reply)|post a comment|join the (?:conversation|discussion|debate)|have your say|stay connected|follow us(?: on)?|"
            r"about the authors?|about us|contact us|our newsletters?|newsletters?|quick links|useful links|site (?:index|map)|categories|archives?|share this(?: \w+)?|"
            r"legal|company|policies|get the app|connect with us|support us|advertise with us|sections|readers['’] comments|what do you think\??)\W*", _I,
        ),
    ),
)  # fmt: skip
_HEADING_WORDS = 8


def is_furniture(line: str, words: int) -> bool:
    """Whether the line is page furniture whatever stands around it. `words` is how many words it has."""
    if words <= 16 and is_menu(line):
        return True
    if words <= 45 and any(pattern.fullmatch(line) for pattern in _LINES):
        return True
    if words <= 8 and _WEATHER.fullmatch(line):
        return True
    if words <= 18 and not line.endswith((".", "!", "?")) and (_BYLINE.fullmatch(line) or _ROLE.fullmatch(line)):
        return True
    return is_prompt(line, words) or is_stamp(line, words) or is_credit(line, words)


def is_menu(line: str) -> bool:
    """Whether the line holds nothing but the names of sections and buttons, or is a breadcrumb."""
    parts = [part for part in _MENU_SPLIT.split(line.lower()) if part]
    if parts and all(part.strip("().'’\"*") in _MENU_WORDS for part in parts):
        return not line.endswith((".", "?")) or len(parts) == 1
    for mark in (">", "»", "›", "|", "•", "·", " / ", "→"):
        crumbs = [crumb.strip() for crumb in line.split(mark)]
        if len(crumbs) >= 3 and all(len(crumb.split()) <= 4 for crumb in crumbs) and not line.endswith("."):
            return True
    return False


def is_weather(line: str) -> bool:
    """Whether the line gives the weather of a page's head."""
    return len(line) <= 60 and _WEATHER.fullmatch(line) is not None


def is_prompt(line: str, words: int) -> bool:
    """Whether the line asks the reader for something: to subscribe, to follow, to write."""
    return words <= _PROMPT_WORDS and _PROMPT_START.match(line) is not None and _PROMPT_CUE.search(line) is not None


def is_stamp(line: str, words: int) -> bool:
    """Whether the line is a date, with or without *Updated* and a time, and nothing else."""
    if words > 22 or not any(letter.isdigit() for letter in line):
        return False
    found = dates.day_in(line)
    if found is None:
        return False
    rest = _NUMBERS_AND_MARKS.sub(" ", _STAMP_WORDS.sub(" ", line[: found.start] + " " + line[found.end :]))
    second = dates.day_in(rest) if rest.strip() else None
    left = rest.split() if second is None else []
    return sum(word.lower() not in _MONTH_WORDS for word in left) <= 1


def has_weekday(line: str) -> bool:
    """Whether the line names a day of the week."""
    return _HAS_WEEKDAY.search(line) is not None


def is_credit(line: str, words: int) -> bool:
    """Whether the line is a picture's credit, or a caption that says so at its start."""
    if words <= 60 and _CREDIT_LINE.fullmatch(line) and not (words > 25 and _TOLD.search(line)):
        return True
    return words <= 7 and _HAS_AGENCY.search(line) is not None and _CREDIT_ONLY.fullmatch(line) is not None


def is_caption(line: str, words: int) -> bool:
    """Whether the line is a picture's caption: one sentence, nobody speaking, and a credit at its end."""
    return words <= 60 and any(end.search(line) for end in _CREDIT_END) and _TOLD.search(line) is None


def heading(line: str, words: int) -> Heading | None:
    """What the line opens, where it is a heading of page furniture."""
    if words > _HEADING_WORDS:
        return None
    for kind, pattern in _HEADINGS:
        if pattern.fullmatch(line):
            return kind
    return None


_MONTH_WORDS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
