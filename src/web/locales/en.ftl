# The frame
web-name = Yinju
web-slogan = Government work reports: the words and their source
web-lead = Type keywords, a question or a quote, and read the report’s own words, unchanged, with report, meeting, date and paragraph.
web-promise = What stands between quotation marks stands in the report, character for character; cuts are marked with “…”. Every passage names its source and links to itself.
web-skip = Skip to the text
web-nav = Sections
web-footer = About this site
web-nav-reports = Reports
web-nav-verify = Check a quote
web-nav-about = About
web-home = Home
web-search-label = Search the reports
web-search-placeholder = Keywords, a question, or a quote
web-search-button = Search
web-examples = For example
web-all-reports = All { $count } reports

# Results
web-search-title = { $question } - search
web-search-heading = Search: { $question }
web-found =
    { $total ->
        [one] One passage
       *[other] { $total } passages
    } found in { $reports ->
        [one] one report.
       *[other] { $reports } reports.
    }
web-found-weak =
    No passage answers this directly. { $total ->
        [one] One passage touches
       *[other] These { $total } passages touch
    } it in part, in { $reports ->
        [one] one report.
       *[other] { $reports } reports.
    }
web-found-none = Nothing found. Try other words, or fewer, or start from the list of reports.
web-named = Here it is
web-suggestions = Try
web-filters = Filters
web-only-in = Only in
web-widen = ✕ remove the filter
web-pages = Pages
web-previous = ‹ Previous
web-next = Next ›
web-page-of = Page { $page } of { $pages }
web-whole = Show the whole paragraph

# A passage
web-copy = Copy
web-copied = Copied
web-cite = Cite
web-share = Share
web-shared = Link copied
web-telegram = Open in Telegram
web-context = Around it
web-trail = Where this stands
web-read-here = Read it in its report ›
web-download = Download
web-copy-failed = Not copied; please select it by hand
web-selection = Selected words

# Reports
web-place = Place
web-reports-column = Reports by year
web-reports-filter = Place, title or year
web-filter-button = Filter
web-reports-none = No report is called “{ $words }”.
web-corpus = { $reports } reports, { $passages } passages.
web-meeting = Meeting
web-date = Date
web-speaker = Speaker
web-note = Note in the source
web-find-here = Find in this report
web-found-here =
    { $count ->
        [one] One paragraph of this report is
       *[other] { $count } paragraphs of this report are
    } about it, marked in the text.

# Quote check
web-verdict = Result of the check
web-verify-lead = Paste a quote to compare it with the reports, character by character: whether it is right, what differs, and where it is from.
web-verify-label = Quote
web-verify-button = Check

# About
web-about-text = Yinju finds the words of Chinese government work reports and their source. Writers, editors and researchers use it for three questions: where does it say that, in which words, and was it done or only planned?
web-promises = Four promises
web-promise-verbatim = Verbatim: what stands between quotation marks stands in the report file, character for character; cuts are marked with “…”.
web-promise-cited = Cited: every quote names its report, date, meeting, speaker, section and paragraph, and links to itself.
web-promise-honest = Honest: what only touches the question is called so, and nothing is called nothing.
web-promise-open = Findable: any run of characters of a passage, asked for in quotation marks, finds it.
web-how = How to search
web-how-words-example = 伊宁市粮食产量是多少？
web-how-words = Keywords or a sentence
web-how-phrase-example = “乡村振兴”
web-how-phrase = Quotation marks: exactly these characters
web-how-without-example = 就业 -高校
web-how-without = Minus: without this word
web-how-filter-example = 旅游 地区:伊宁市 年份:2022-2024
web-how-filter = Filters: place, year, level, report, congress
web-how-quote-example = 整段引文
web-how-quote = Paste a quote, and it is checked against the reports
web-corpus-heading = What is covered
web-privacy = No cookies, nothing loaded from other sites. The logs hold no questions and nobody’s identity. Against abuse, the requests of each network address are counted for a short time.
web-open-bot = Use it in Telegram: @{ $bot }

# What goes wrong
web-error-not-found-title = There is no such page
web-error-not-found = The address may be mistyped, or the page has moved.
web-error-passage-title = There is no such passage
web-error-passage = It is not in the reports; they may have been updated. Search for a few of its words.
web-error-report-title = There is no such report
web-error-report = The corpus does not hold this report.
web-error-method-title = Wrong method
web-error-method = This address does not take this kind of request.
web-error-bad-request-title = The request cannot be understood
web-error-bad-request = It is incomplete, or not in the right form.
web-error-too-large-title = Too large
web-error-too-large = Shorten the text, or send it in parts.
web-error-too-many-title = Too many requests
web-error-too-many = Please wait a moment and try again.
web-error-unavailable-title = Search is not available at the moment
web-error-unavailable = Please try again later.
web-error-failure-title = Something went wrong
web-error-failure = This step was not completed. Please try again.

# API
web-api-lead = For programs that quote the reports, too. The fields are those of the command line, yinju … --json.
web-api-manners = What goes wrong is told as application/problem+json (RFC 9457). Who asks too much gets 429 with Retry-After. Every answer has an ETag: with If-None-Match it is 304 as long as the corpus is the same.

# Figures, counts, comparison, changes
web-nav-figures = Figures
web-nav-count = Counts
web-nav-compare = Compare
web-nav-changes = Changes
web-figures-lead = What the reports state in figures: each with its year, whether it was done or is planned, and its words. Reports that are silent are named.
web-figures-label = Figures of
web-figures-example-1 = { $place }旅游收入是多少
web-figures-example-2 = 各地地区生产总值增长目标
web-figures-example-3 = 哪个地方农村居民收入增长最快
web-figures-none-asked = This does not ask for figures.
web-figures-none = The reports state no figure of “{ $indicator }”.
web-search-instead = Search the text instead ›
web-whose = Place
web-year = Year
web-kind = Kind
web-kind-actual = result
web-kind-target = target
web-kind-plan = plan
web-value = Value
web-words = Words and source
web-csv = Download CSV
web-absent = Reports that do not state it:{" "}
web-uncovered = No report here covers that year:{" "}
web-absent-year = { $place } ({ $year })
web-lacking-value = The reports tell the growth only, not the amount.
web-lacking-change = The reports tell the amount only, not the growth.
web-all-figures = All { $count } figures ›
web-count-lead = How often each report says a phrase, which says it first, and which never do. Width and script do not count; every character else does.
web-count-more = Counts of every report ›
web-count-label = Phrase
web-counted = { $total } times; { $reports } of { $all } reports say it.
web-without = { $count } never say it:{" "}
web-times = Times
web-per-10000 = Per 10,000 characters
web-first-place = First at
web-search-phrase = Passages that hold it ›
web-compare-lead = What each report says about the same topic: the best passage of each.
web-compare-label = Topic
web-compared = { $reports } reports speak of it, by place and year.
web-changes-lead = Two reports side by side, sentence by sentence: what is new, what is gone, and where only the figure is another.
web-changes-from = Earlier
web-changes-to = Later
web-changes-button = Compare
web-new-terms = First said by { $report }
web-change-figure = another figure
web-change-reworded = reworded
web-change-new = new
web-change-dropped = dropped
web-change-kept = kept
web-changes-link = Compare with { $report }
web-legend = Dotted: results; dashed: targets

# Whole drafts
web-draft-label = Or upload a draft (txt, md, docx, html, pdf, up to 4 MB; checked in memory, not kept)
web-verify-docx = Check and download as Word
web-draft-without-claims = This draft neither quotes a report nor states a figure.
web-standing-supported = Supported
web-standing-contradicted = Contradicted
web-standing-unknown = Not in the reports
web-sentences-supported = { $count } supported
web-sentences-contradicted = { $count } contradicted
web-sentences-unknown = { $count } not in the reports
web-unchecked = The draft is too long: its last { $count } characters were not checked. Send it in parts.
web-error-unreadable-title = This file cannot be read
web-error-unreadable = Send txt, md, docx, html or pdf, or paste the text.

# Pictures
web-card-square = Square card
web-chart = Download chart
web-chart-alt = Chart: { $title }. Its values are in the table.
web-error-picture-title = No picture of this
web-error-picture = The sentence is too long, or the typeface lacks a character of it, or the figures cannot be compared in one chart.

# Files
web-concordance-csv = Every place as CSV
web-changes-docx = All changes as Word
web-changes-html = All changes as HTML
