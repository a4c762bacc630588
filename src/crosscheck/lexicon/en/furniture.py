"""What a news page prints that is not the article's claim: rules for lines, for beginnings, for ends.

The second part of a rule's id is the label. Written after the habits of news pages and wire services,
with examples of our own. A rule of `LINES` covers its line whole, one of `PREFIXES` the beginning of a
paragraph, one of `SUFFIXES` its end.
"""

from __future__ import annotations

from crosscheck.lexicon.rules import Rule

_DATE = r"""(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w{0,6}\.?\s\d{1,2}(?:,?\s\d{4})?
    |\d{1,2}\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w{0,6}\.?(?:\s\d{4})?)"""
# Sets are negative where that serves: one with a character beyond Latin-1 takes long to compile.
_HEAD = r"(?-i:[A-Z])[^\s,;:!?()]*+(?:,?\s(?:(?-i:[A-Z])[^\s,;:!?()]*+|\d{1,4}|of|the|de|la|el|al)(?![\w]))*+,?"
_CAP = r"(?-i:[A-Z])"
_CAPITALS = r"(?-i:[A-Z]{3,}[^a-z\s\d(),;:!?]*(?:\s[^a-z\s\d(),;:!?]{2,}){0,3})"

LINES: tuple[Rule, ...] = (
    Rule(
        "furniture.byline.by",
        rf"^(?:(?:written|reported|words|story|text)\s)?by:?\s(?:{_CAP}[\w.'’-]*|the)"
        rf"(?:,?\s(?:{_CAP}[\w.'’-]*|and|in|of|at|for|the|de|da|del|van|von|der|bin|al|la|le|&|@\w+|\||agenc(?:y|ies)|staff|wires))*+,?$",
        "who wrote it",
        ("By Staff Reporter", "By Foreign Desk and Our Correspondent in Lisbon", "BY THE NEWS DESK"),
        ("By Monday the river had fallen.", "By then it was late", "Paid for by the ministry"),
    ),
    Rule(
        "furniture.byline.desk",
        r"^(?:(?:our|staff|special|foreign|senior|chief|city|business|political)\s){0,3}"
        r"(?:staff|desk|correspondent|reporter|web\sdesk|news\sdesk)(?:s|\sreport)?$",
        "an unnamed writer",
        ("Web Desk", "Our Special Correspondent", "Staff reporter"),
        ("The reporter left.", "Staff were told"),
    ),
    Rule(
        "furniture.credit.image",
        r"^\W{0,2}(?:image|photo|picture|photograph|video|graphic|map|file\sphoto|pic)s?\s?"
        r"(?:(?:copyright|credits?|source|courtesy)\b\W{0,3}|:\s|by\s(?-i:(?=[A-Z]))).{0,80}(?<![.!?)])$",
        "who made a picture",
        ("Image copyright Getty Images", "Photo: Reuters", "Picture credit: EPA", "Image source, AFP"),
        (
            "Image caption The tower leans",
            "Photos of the tower were published.",
            "Photo by photo, the case grew clear.",
        ),
    ),
    Rule(
        "furniture.credit.agency",
        r"^[^.!?:,]{0,60}?[/|]\s?[^.!?:,]{0,40}?\b(?:images?|getty|reuters|afp|ap|epa|efe|ansa|dpa|shutterstock|alamy|pa|handout|pool|zuma|upi|xinhua|tass|anadolu)$",
        "a picture's maker and agency",
        ("Staff Photographer/Getty Images", "Handout/Reuters", "Pool | AFP"),
        ("The map is here/there", "He works for Reuters"),
    ),
    Rule(
        "furniture.credit.name",
        r"^(?:(?:the\s)?associated\spress|agence\sfrance[\s-]presse|agencies|(?-i:AP|AFP|UPI|TASS|dpa|EFE|Reuters|Xinhua|Bloomberg)(?:\snews)?)$",
        "an agency's name alone",
        ("Associated Press", "The Associated Press", "Reuters", "AFP"),
        ("Associated British Ports", "A press", "Reuters said so"),
    ),
    Rule(
        "furniture.credit.reporting",
        r"^\W?(?:(?:additional|further|with)\s)?(?:reporting|writing|editing|compiled|edited|translated|writes)\s(?:by|from)\s[^.!?]{1,200}[.)]{0,2}$",
        "who reported and edited",
        (
            "(Reporting by the Lisbon bureau; Editing by the London desk)",
            "Additional reporting by Reuters",
            "Edited by the night desk.",
        ),
        ("Reporting by satellite has its limits, but it helps. It is cheap.",),
    ),
    Rule(
        "furniture.credit.contributed",
        r"^\W?[^.!?]{2,120}\bcontributed\sto\sth(?:is|e)\s(?:report|story|article)\W{0,3}$",
        "who helped",
        ("The Associated Press contributed to this report.",),
        ("Rain contributed to the report of floods.",),
    ),
    Rule(
        "furniture.widget.read-time",
        r"^(?:(?:estimated\s)?(?:reading|read)\stime:?\s)?\d{1,3}[\s-]?min(?:ute)?s?\.?(?:\s(?:read|listen|watch|video)\b.{0,30}|)$",
        "how long it takes to read or hear",
        ("2 min read", "7 minutes read", "4-minute listen · Transcript", "Reading time: 3 min"),
        ("20 minutes later it sank", "It took 2 min"),
    ),
    Rule(
        "furniture.widget.playback",
        r"^(?:media\splayback\sis\s(?:un|not\s)supported\b.{0,40}|(?:your|this)\sbrowser\s(?:does\snot|doesn['’]t)\b.{0,60}"
        r"|(?:please\s)?(?:enable|turn\son)\sjavascript\b.{0,60}|play\s(?:video|audio)|\(?video\sunavailable\)?)$",
        "what a player says",
        ("Media playback is not supported on this device", "Your browser does not support video", "Play video"),
        ("The playback was poor.",),
    ),
    Rule(
        "furniture.widget.jump",
        r"^(?:(?:skip|jump|go|back)\sto\s.{1,30}|heard\son\s.{2,40}|comments?\s\(\d+\)|advertisement\s-.{0,30})$",
        "jumps inside a page",
        ("Skip to content", "Back to top", "Heard on Night Watch", "Comments (12)"),
        ("He went back to work",),
    ),
    Rule(
        "furniture.widget.house",
        r"^before\sit['’]?s\shere,?\s.{3,60}$|^(?:download|get)\s(?:the|our)\s(?:free\s)?[\w\s]{0,30}\bapp\b.{0,60}$",
        "a house advertisement",
        ("Download our free news app", "Before it's here, it's on our wire."),
        ("Get the boat out, he said.", "Before it is too late"),
    ),
    Rule(
        "furniture.share.follow",
        r"^(?!\w+\.$)\W{0,2}(?:follow\s(?:us|me|him|her|[\w\s]{2,30}\son)\b.{0,80}|(?:share|tweet|email|e-mail|copy\slink|pin\sit|whatsapp|facebook|twitter|linkedin|telegram|reddit|messenger)"
        r"(?:\s(?:this|on|via|with|article|story|page|link|to|facebook|twitter|whatsapp|email|linkedin|x|friends))*|like\sus\son\s.{2,40}|join\s(?:us|the\sconversation|our)\b.{0,60})\W{0,2}$",
        "share and follow",
        (
            "Follow us: @example",
            "Share this article",
            "Share on Facebook",
            "Like us on Facebook",
            "Join our channel on Telegram",
        ),
        ("Facebook.", "Share prices fell.", "Followers of the party met", "Join the army or leave? They left."),
    ),
    Rule(
        "furniture.share.newsletter",
        r"^(?:(?:sign\sup|subscribe|register)\b.{0,100}\b(?:newsletters?|e-?mails?|alerts?|inbox|briefing|updates?|digest|today|free|here|now)\b.{0,60}|subscribe(?:\snow)?|newsletters?|sign\sup)\W?$",
        "newsletters and subscriptions",
        ("Sign up for our morning newsletter", "Subscribe now", "Sign up here"),
        ("Sign-up rates fell by a tenth.", "Subscribers left in droves"),
    ),
    Rule(
        "furniture.share.comment",
        r"^(?:what\sdo\syou\sthink|have\syour\ssay|tell\sus|let\sus\sknow|share\syour\s(?:views|thoughts|story|stories|experiences?)"
        r"|(?:post|leave|write|add)\s(?:a|your)\scomments?)\b.{0,140}$",
        "asks the reader to answer",
        ("What do you think? Leave a comment.", "Have your say", "Share your thoughts below", "Post a comment"),
        ("Leave a light on, she asked.", "Voters did leave a comment or two."),
    ),
    Rule(
        "furniture.related.read-more",
        r"^\W{0,3}(?:(?:read|see|watch|listen|more|related|also|go\sdeeper|explore|up\snext|next|previous)(?:\s(?:more|also|next|this|on|now|here|to|our|stories|articles?|story|full))*\s?[:>»|]\s?.{0,200}"
        r"|read\s(?:the\s)?(?:rest|full|more|entire|original|whole)\b.{0,60}\bhere\W{0,2}|click\shere\b.{0,80}|read\smore)$",
        "points to another article",
        (
            "Read more: The bridge reopens",
            "RELATED: Storm nears coast",
            "See also: Our map",
            "Read the full text here.",
            "Watch: The moment it fell",
            "Click here for more",
        ),
        ("Read in full, the text is mild.", "He likes to read more", "More than ten died"),
    ),
    Rule(
        "furniture.related.filed",
        r"^(?:filed\sunder|posted\sin|tagged(?:\sas|\swith)?|tags|topics|keywords|categories|category|section|more\son)\s?:\s?.{1,200}$",
        "keywords",
        ("Filed under: storms, ships", "Tags: sea, weather"),
        ("Filed under oath, the statement was short.",),
    ),
    Rule(
        "furniture.notice.copyright",
        r"^\W{0,2}(?:copyright\b|©|\(c\)\s(?:copyright\s)?\d{4}).{0,200}$|^.{0,120}\ball\srights\sreserved\W{0,2}$"
        r"|^.{0,60}\b(?:may|must)\snot\sbe\s(?:published|reproduced|republished)\b.{0,160}$",
        "rights",
        (
            "Copyright © 2024 Example Media",
            "© Example. Reproduction prohibited.",
            "All rights reserved.",
            "This material may not be published or broadcast.",
        ),
        ("The copyright law was changed.", "Copy rights and wrongs"),
    ),
    Rule(
        "furniture.notice.end",
        r"^\W{0,3}(?:ends?|enditem|more\sto\s(?:come|follow)|-?\s?30\s?-|\#{2,}|this\sis\sa\sdeveloping\sstory\b.{0,80})\W{0,3}$",
        "the end of a wire story or release",
        ("ENDS", "Enditem", "-30-", "###", "More to follow", "This is a developing story."),
        ("It ends here", "More to follow on the ferry, police said"),
    ),
    Rule(
        "furniture.notice.release",
        r"^(?:for\simmediate\srelease|(?:press|news|media)\s(?:release|statement)(?:\s(?:no|nr|number)?\.?\s?[\w/.-]{1,15})?|embargoed\b.{0,80}|not\sfor\spublication\b.{0,60}"
        r"|translated\sfrom\s(?:the\s)?\w+|about\s(?:us|(?:the\s)?(?-i:[A-Z])[\w&.'’-]*(?:\s(?-i:[A-Z])[\w&.'’-]*){0,3}))\W?$",
        "the frame of a press release",
        ("For immediate release", "PRESS RELEASE No. 4/2020", "About Acme", "Translated from the French"),
        (
            "About 200 people came",
            "About face",
            "The press release was short.",
            "About the town itself little is known",
        ),
    ),
    Rule(
        "furniture.notice.updates",
        r"^\W{0,2}(?:(?:updates?|recasts|adds|corrects|clarifies|rewrites|refiles)\s(?:with\s|to\s|in\s|throughout|story|headline|date|quotes?|background|details|comment|paragraph)"
        r"|editor['’]?s['’]?\snote\b|correction\s?:|this\s(?:story|article|report|post|page)\s(?:has\sbeen|was)\s(?:first\s|originally\s)?(?:updated|corrected|amended|published|translated))"
        r"[^\n]{0,300}$",
        "what was changed",
        (
            "(Updates with closing price)",
            "(Adds quotes, background)",
            "This story has been updated.",
            "Editor's note: the name was misspelt.",
        ),
        ("Updates of the software failed", "He adds to the sum."),
    ),
    Rule(
        "furniture.notice.forward-looking",
        r"^(?:forward[\s-]looking\sstatements|safe\sharbou?r|disclaimer|disclosure)\b(?:\s(?:statements?|notice))?\s?[:.-].{0,600}$",
        "a release's disclaimer",
        ("Forward-looking statements: this release may hold some.", "Disclaimer: views are the author's own."),
        ("Forward-looking managers invest.",),
    ),
    Rule(
        "furniture.contact.address",
        r"^.{0,150}\b[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{1,60}\W{0,3}$|^(?:press|media|investor|news)?\s?(?:office|contacts?|enquiries|inquiries|relations|desk)\s?:.{0,120}$"
        r"|^(?:tel|telephone|phone|fax|email|e-mail|website)\s?[:.].{0,80}$",
        "how to reach the publisher",
        (
            "Press office: press@acme.example",
            "Were you there? Write to news@acme.example",
            "Tel: 555 0100",
            "Contact: the press office",
        ),
        ("He sent an email to his wife.", "Telephone lines were down"),
    ),
    Rule(
        "furniture.caption-mark.toggle",
        r"^(?:hide|toggle|show|view|enlarge)\s(?:caption|this\simage|image|photo|gallery|slideshow)s?$|^(?:image|media|photo|video)\s?caption:?$",
        "a caption's button",
        ("hide caption", "Enlarge this image", "View gallery"),
        ("View of the city", "hide caption text"),
    ),
)

PREFIXES: tuple[Rule, ...] = (
    Rule(
        "furniture.caption-mark.caption",
        r"^(?:image|media|video|photo|picture)\s?captions?[:,]?\s?(?=\S)"
        r"|^(?:caption|pictured|file\sphoto|image|photo|picture)\s?:\s?(?=\S)",
        "a caption's mark",
        ("Image caption The tower leans", "Media captionWhat now?", "File photo: the tower"),
        ("The image caption is wrong", "Captions: yes"),
    ),
    Rule(
        "furniture.dateline.agency",
        rf"""^(?:{_HEAD}\s)?\((?-i:[A-Z]\w*[A-Z][\w\s/.&-]*|Reuters|Xinhua|Bloomberg|Tass|Interfax|Kyodo|Yonhap|Sputnik|Anadolu)
        (?:[/\s,-][\w\s/.&-]{{1,30}})?\)\s?(?:--?|[–—―:])\s?(?=\S)""",
        "where, when and by which agency: LISBON, Aug. 17 (ABC) --",
        (
            "LISBON, Aug. 17 (ABC) -- A ferry",
            "PARIS, Oct 15, 2021 (ABC/AFP) - The",
            "NEW YORK (AP) — The",
            "(Reuters) - The",
        ),
        ("Smith (Labour) was second", "In May (2019) - or later - he left", "the plan (A) - no"),
    ),
    Rule(
        "furniture.dateline.glued",
        r"^\((?-i:CNN|Reuters|AP|AFP|UPI)\)\s?(?=\S)",
        "an agency or a network in front of the text",
        ("(CNN)A ferry sank", "(AP) A ferry sank"),
        ("(Smith) left", "The network (CNN) said"),
    ),
    Rule(
        "furniture.dateline.dated",
        rf"^{_HEAD}(?<=\d)\s\((?-i:[A-Z])[\w\s/.&-]{{1,30}}\)\s?(?:--?|[–—―:])\s?(?=\S)",
        "where, when and by which agency of any name: LISBON, August 17 (Tejo) --",
        ("LISBON, August 17 (Tejo) -- A ferry",),
        ("LISBON August (Tejo) -- A ferry",),
    ),
    Rule(
        "furniture.dateline.place",
        rf"^{_CAPITALS}(?:,\s{_CAP}[\w.'’]*(?:\s{_CAP}[\w.'’]*){{0,2}})?(?:,?\s{_DATE})?,?\s?(?:--|\s-|[–—―])\s?(?=\S)",
        "where, in capitals: LISBON —",
        ("LISBON — A ferry", "NEW YORK, N.Y. – A man", "PARIS, March 3 -- The"),
        ("NATO-led forces", "BREXIT: what now", "Lisbon — a city"),
    ),
    Rule(
        "furniture.dateline.slashed",
        rf"^{_CAPITALS},\s{_DATE}\W{{0,2}}\s?/\w{{2,12}}/\.?\s?(?=\S)",
        "a Russian agency's: LISBON, August 17. /ABC/.",
        ("LISBON, August 17. /TASS/. The ferry",),
        ("LISBON, August 17 was dry",),
    ),
)

SUFFIXES: tuple[Rule, ...] = (
    Rule(
        "furniture.credit.end-mark",
        r"(?<=\S)\s(?:image|photo|picture)\s?(?:copyright|credit|source):?,?\s[^.!?\n]{2,60}$|\s?\[(?:getty|afp|ap|epa|reuters|file|twitter|social\smedia|[\w\s]{2,25}/(?:getty|afp|ap|epa|reuters|[\w\s]{2,20}))[\w\s/]{0,25}\]$"
        r"|(?<=[.!?])\s(?:photo|image|picture|credit)s?\s?:\s[^.!?\n]{2,60}$|(?<=[.!?])\s\((?:photo|image|picture|pic|ap|afp|reuters|getty|epa)\b[^()\n]{0,60}\)$",
        "a credit at the end of a caption",
        (
            "The tower in May. Image copyright EPA",
            "The tower. Photo: AFP",
            "The tower in May [Getty]",
            "The tower. (Photo by Reuters)",
        ),
        ("He looked at the image", "They came from Reuters", "The tower (Reuters) leans"),
    ),
    Rule(
        "furniture.notice.end-mark",
        r"(?<=[.!?\"”])\s(?:enditem|ends|-ends-|-30-|\#{3})\W?$",
        "the end of a wire story",
        ("It rained, he said. Enditem",),
        ("It never ends", "That is how it ends."),
    ),
    Rule(
        "furniture.truncated.mark",
        r"(?:…|\.\.\.)?\s?\[\+?\d+\s(?:chars?|characters|words|more)\]$",
        "a service cut the text here",
        ("The ferry sank off… [+1210 chars]",),
        ("He wrote [12 times]",),
    ),
)

# One of these must stand in a line, in small letters, for its rule to be tried: what is not tried is not compiled.
# After "^" it must begin the line, marks aside; after "$" end it, stops and quotation marks aside.
TRIGGERS: dict[str, tuple[str, ...]] = {
    "furniture.byline.by": ("^by", "^written", "^reported", "^words", "^story", "^text"),
    "furniture.credit.name": (
        "$associated press", "$france presse", "$france-presse", "$agencies", "$reuters", "$upi", "$bloomberg",
        "$xinhua", "$tass", "$dpa", "$efe", "$afp", "$ap", "$news",
    ),
    "furniture.byline.desk": ("desk", "correspondent", "reporter", "staff"),
    "furniture.credit.image": ("^image", "^photo", "^pic", "^video", "^graphic", "^map", "^file"),
    "furniture.credit.agency": (
        "$image", "$images", "$getty", "$reuters", "$afp", "$ap", "$epa", "$efe", "$ansa", "$dpa", "$shutterstock",
        "$alamy", "$pa", "$handout", "$pool", "$zuma", "$upi", "$xinhua", "$tass", "$anadolu",
    ),
    "furniture.credit.reporting": (
        "^additional", "^further", "^with", "^reporting", "^writing", "^editing", "^compiled", "^edited", "^translated",
        "^writes",
    ),
    "furniture.credit.contributed": ("contributed to",),
    "furniture.widget.read-time": (" min", "-min", "1min", "2min", "3min", "4min", "5min"),
    "furniture.widget.playback": (
        "^media playback", "^your browser", "^this browser", "javascript", "^play video", "^play audio",
        "^video unavail",
    ),
    "furniture.widget.jump": ("^skip", "^jump", "^go ", "^back", "^heard", "^comment", "^advertisement"),
    "furniture.widget.house": ("^before it", "^download", "^get "),
    "furniture.share.follow": (
        "^follow", "^share", "^tweet", "^email", "^e-mail", "^copy link", "^pin it", "^whatsapp", "^facebook",
        "^twitter", "^linkedin", "^telegram", "^reddit", "^messenger", "^like us", "^join",
    ),
    "furniture.share.newsletter": ("^sign up", "^subscribe", "^newsletter", "^register"),
    "furniture.share.comment": (
        "^what do", "^have your", "^tell us", "^let us", "^share", "^post", "^leave", "^write", "^add",
    ),
    "furniture.related.read-more": (
        "^read", "^see", "^watch", "^listen", "^more", "^related", "^also", "^go deeper", "^explore", "^up next",
        "^next", "^previous", "^click",
    ),
    "furniture.related.filed": (
        "^filed", "^posted", "^tag", "^topic", "^keyword", "^categor", "^section", "^more on",
    ),
    "furniture.notice.copyright": ("^copyright", "©", "(c)", "rights reserved", "not be"),
    "furniture.notice.end": ("^end", "^more to", "^30", "##", "^this is a dev"),
    "furniture.notice.release": (
        "^for imm", "^press release", "^news release", "^media release", "^press statement", "^news statement",
        "^media statement", "^embargoed", "^not for", "^translated from", "^about",
    ),
    "furniture.notice.updates": (
        "^update", "^recasts", "^adds", "^corrects", "^clarifies", "^rewrites", "^refiles", "^editor", "^correction",
        "^this",
    ),
    "furniture.notice.forward-looking": ("^forward", "^safe harb", "^disclaimer", "^disclosure"),
    "furniture.contact.address": (
        "@", "office:", "contact:", "contacts:", "enquiries:", "inquiries:", "relations:", "desk:", "office :",
        "contact :", "contacts :", "^tel:", "^tel.", "^tel ", "^telephone", "^phone", "^fax", "^email", "^e-mail",
        "^website",
    ),
    "furniture.caption-mark.toggle": (
        "$caption", "$captions", "$image", "$images", "$photo", "$photos", "$gallery", "$gallerys", "$slideshow",
        "$slideshows",
    ),
    "furniture.caption-mark.caption": ("^image", "^media", "^video", "^photo", "^pic", "^caption", "^file"),
    "furniture.dateline.agency": (") -", ")-", ") –", ") —", ") ―", ")—", "):"),
    "furniture.dateline.glued": ("^cnn)", "^reuters)", "^ap)", "^afp)", "^upi)"),
    "furniture.dateline.dated": (") -", ")-", ") –", ") —", ") ―", ")—", "):"),
    "furniture.dateline.place": (" -", "--", "–", "—", "―"),
    "furniture.dateline.slashed": (" /", "./"),
    "furniture.credit.end-mark": (
        "$]", "(photo", "(image", "(picture", "(pic", "(ap", "(afp", "(reuters", "(getty", "(epa", "photo:", "photos:",
        "image:", "images:", "picture:", "pictures:", "credit:", "credits:", "photo :", "image :", "picture :",
        "credit :", "image c", "image s", "photo c", "photo s", "picture c", "picture s",
        "imagec", "photoc", "picturec",
    ),
    "furniture.notice.end-mark": ("$ends", "$enditem", "$30", "$###"),
    "furniture.truncated.mark": ("$]",),
}  # fmt: skip

# Of rules whose triggers are common words: one of these must stand in the line beside.
NEEDS: dict[str, tuple[str, ...]] = {
    "furniture.related.read-more": (":", ">", "»", "|", "here", "read more"),
    "furniture.credit.end-mark": ("]", ")", "copyright", "credit", "source", ":"),
}

# What may be longer than a line of a page.
LONG = frozenset(
    [
        "furniture.credit.reporting",
        "furniture.share.comment",
        "furniture.related.read-more",
        "furniture.notice.copyright",
        "furniture.notice.updates",
        "furniture.notice.forward-looking",
        "furniture.contact.address",
    ]
)

RULES: tuple[Rule, ...] = LINES + PREFIXES + SUFFIXES
