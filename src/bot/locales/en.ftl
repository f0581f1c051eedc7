# Results
results-weak = Nothing answers this directly. The nearest:
results-no-person = No passage answers this. A report names who gave it; this person it does not tell of. All that touches it:
results-no-person-alone = No passage answers this. A report names who gave it; this person it does not tell of.
results-no-speaker = No passage answers this. A report tells only who gave it:
results-no-speaker-alone = No passage answers this. A report tells only who gave it.
results-speaker-unnamed = The report does not say who gave it:
results-no-service = No passage answers this. How to apply, what it costs or when it opens is hardly ever in a report. All that touches it:
results-no-service-alone = No passage answers this. How to apply, what it costs or when it opens is hardly ever in a report.
results-no-opinion = No passage answers this. Reports do not judge such things, nor do I. All that touches it:
results-no-opinion-alone = No passage answers this. Reports do not judge such things, nor do I.
results-no-quantity = No passage answers this: none states the number. All that touches it:
results-no-quantity-alone = No passage answers this: none states the number.
several-none = No passage answers this.
results-others = Also:
results-items = There it goes on:
results-counted =
    { $total ->
        [one] 1 passage
       *[other] { $total } passages
    } in { $reports ->
        [one] 1 report
       *[other] { $reports } reports
    }:
results-none = No passage found. Try other words, or fewer; /reports lists what there is.
results-none-suggest = No passage found. You could try:
results-past-the-end = There are no more passages.
place-open = I cannot know which place “{ $place }” is; these are of several. Name it, for example: 昭苏县2025年民生实事
missing-place = There is no report of { $place } here.
missing-year = The reports of { $place } deal with { $years }, none with { $year }.
missing-year-anywhere = The reports here deal with { $years }, none with { $year }.
missing-word = No report has “{ $word }”.
missing-word-place =
    The reports of { $place } do not have “{ $word }”; { $reports ->
        [one] 1 other has
       *[other] { $reports } others have
    } it.
missing-word-place-only = The reports of { $place } do not have “{ $word }”, nor do the others.
missing-review = No report of { $place } here looks back on { $year }: whether what was planned was done cannot be checked.
missing-reason = No sentence was found that states a reason; it may stand before or after the passage.
missing-lack = The nearest passages do not speak of “{ $words }”.
missing-month = The nearest passages do not speak of { $words }; reports mostly speak by year.
missing-ordinal = The nearest passages do not speak of “{ $words }”.
unmet = Not found: { $parts }.
unmet-words = what says “{ $text }”
unmet-number = what says “{ $text }”
unmet-year = of { $text }
unmet-target = a target
unmet-actual = a result
unmet-elsewhere = Asked of all places, not of { $text } alone.
question-without-words = Please ask in words: a keyword, a question, or a quote to check.
list-comma = ,{" "}
narrowed = Only: { $to }
passages-counted =
    { $count ->
        [one] 1 passage
       *[other] { $count } passages
    }
group-summary =
    { $total ->
        [one] 1 passage
       *[other] { $total } passages
    } by report ({ $reports }). Tap a number to see that report only.
compare-summary =
    { $reports ->
        [one] 1 report speaks
       *[other] { $reports } reports speak
    } of it; the best passage of each, by place and year. Tap a number for the whole paragraph.
compare-what = Compare what? Name it, for example: 新源和伊宁2022年粮食产量对比
only-weak = Nothing answers this directly; these touch on it.

# Who says it, since when, how often
mentions-all = “{ $phrase }”: all { $asked } reports mention it, { $total } times in all
mentions-some = “{ $phrase }”: { $reports } of { $asked } reports mention it, { $total } times in all
mentions-none = No report mentions “{ $phrase }”
mentions-one = The report of { $report } says “{ $phrase }” { $total } times
mentions-one-none = The report of { $report } does not say “{ $phrase }”
mentions-no-reports = There is no report of this level here: { $kind }
mentions-scope = Of the { $reports } reports here{ $kind } only: { $places } places, { $years }.
mentions-first = First found in:{" "}
mentions-same-year = In the same year { $count } more: { $names }
mentions-most = Most often:{" "}
mentions-times = {" "}{ $count } times ({ $rate } per 10,000 characters)
mentions-other-words = { $reports } reports use similar words (including { $named }{ $more }):
mentions-other-words-too = { $reports } more reports lack the word but use similar ones (including { $named }{ $more }); not counted.
mentions-said = Mentioned ({ $reports })
mentions-without = Not mentioned ({ $reports })
mentions-said-otherwise = In similar words ({ $reports })
button-trend = By year
button-mentions = Who says it
button-kwic = Line by line
trend-usage = Write the words behind /trend, as in: /trend 数字乡村, or /trend 数字乡村 vs 智慧农业
trend-summary = { $total } times; { $reports } of { $asked } reports say it
trend-by-year = Year by year
trend-rates = Per 10,000 characters:{" "}
trend-year = : { $count } times · { $saying } of { $reports } reports · { $rate } per 10,000 characters
trend-earlier = { $from }–{ $to }: { $counts } times
trend-thin-mark = *
trend-thin = * Fewer than 3 reports of that year: not to be compared.
trend-places = By place (bars and numbers: times in each report)
kwic-usage = Write the words behind /kwic, as in: /kwic 数字乡村
kwic-summary = { $total } places in { $reports } reports
kwic-sort-date = By date
kwic-sort-after = By what follows
kwic-sort-before = By what precedes
changes-usage = Write a place behind /changes, with a year if you like, or two places, as in: /changes 伊宁市 2023
# As HTML names the language.
language-tag = en
changes-title = changes of wording
changes-summary = Other figure { $figure } · reworded { $reworded } · new { $new } · dropped { $dropped } · kept { $kept } (sentences)
changes-terms = New terms
changes-terms-scope = (in none of { $reports } earlier reports)
changes-figures = Other figures
changes-legend = Struck out: the earlier report; underlined: the later one.
changes-source-gap = {" "}—{" "}
changes-part-figure = Other figures ({ $count })
changes-part-reworded = Reworded ({ $count })
changes-part-new = New ({ $count })
changes-part-dropped = Dropped ({ $count })
changes-button-figure = Figures { $count }
changes-button-reworded = Reworded { $count }
changes-button-new = New { $count }
changes-button-dropped = Dropped { $count }
changes-button-terms = Terms { $count }
changes-button-overview = Overview
changes-no-place = No place was recognised, or there is no report of it here. As in: /changes 伊宁市 2023, or /changes 新源县 伊宁市
changes-no-year = There is no report of that year here. /reports lists what there is.
changes-no-single = This place has no earlier report to compare with. Name two places: /changes 新源县 伊宁市

# What was wrong with a question
fault-unknown-filter = There is no such filter: { $text }. It was taken as a word. Filters: place, year, level, report, congress (地区 年份 级别 报告 届).
fault-unknown-place = No report of this place here: { $text }
fault-unknown-report = No such report here: { $text }
fault-unknown-level = There is no such level: { $text }. Levels: 国 省级 省 自治区 直辖市 州 市 县 区 乡.
fault-bad-year = This is no year: { $text }. Write four digits, as 2023 or 2022-2024.
fault-bad-congress = This is no congress: { $text }. Write its number, as 届:18 or congress:18.
fault-too-long = The question is too long; only its first part was searched.

# Buttons
button-group = By report
button-filter = Filter
button-widen = ✕ { $to }
button-check = Quote check
button-first-page = First page
button-previous = Previous
button-next = Next
button-copy = Copy
button-copy-words = Copy words
button-copy-source = Copy source
button-share = Share
button-formats = Citation formats
button-outline = Contents
button-page = Open page
button-source = Source page
button-another = Another one
button-back = Back to results
button-results = Related passages
button-open = Open passage
button-whole = Paragraph
button-sentence-before = + previous sentence
button-sentence-after = + next sentence
button-from-start = Read from the start
button-cite = Cite
button-all-reports = All reports
button-narrow = { $label } · { $count }

# Passages
paragraph = ¶ { $number }
page = p. { $number }
paragraph-of = { $place } (of { $total })
passage-unknown = This passage is no longer here; its report may have been revised. Send a few of its words to find it again, or browse /reports.
report-unknown = This report is no longer here. /reports lists what there is.
section-unknown = This section is no longer in the report, which may have been revised.

# Quote check
quote-verbatim = Verbatim ✓
quote-differs =
    { $count ->
        [one] Differs from the report in 1 place
       *[other] Differs from the report in { $count } places
    }
quote-legend = Struck out: not here in the report. Underlined: missing from the quote.
quote-punctuation = The words are verbatim, the punctuation differs
quote-cut-figure = The quote cuts a figure in two; the report says “{ $figure }”.
quote-others =
    The same words stand in { $count ->
        [one] 1 other passage
       *[other] { $count } other passages
    }:
quote-true-words = The report says
quote-not-found = This quote is not in the reports
quote-nearest = The nearest passage:
quote-folded = Differences not counted: { $what }
quote-part = Only the quote itself was checked, not the words around it.
quote-cut = The quote is too long; only its first { $count } characters were checked.
quote-omits =
    Each part is verbatim, but { $count ->
        [one] 1 character is
       *[other] { $count } characters are
    } left out in between
quote-omitted = Left out: { $words }
quote-omits-negation = What is left out has “{ $word }” in it: the sense may have changed.
quote-pieced = Every clause is in the reports, but they do not stand together like this
quote-gap =
    ({ $count ->
        [one] 1 more character
       *[other] { $count } more characters
    } in between)
quote-moved = “{ $words }” is in the report, but not here; see
quote-figure = Another figure: the report has “{ $printed }”, the quote “{ $typed }”.
quote-denial-missing = The quote leaves out “{ $words }”: it may say the opposite.
quote-denial-added = The quote puts in “{ $words }”: it may say the opposite.
quote-denial-differs = It may say the opposite: the report has “{ $printed }”, the quote “{ $typed }”.
quote-same-values = Only the way the numbers are written differs; the values are the same.
quote-misattributed = These words are from the { $year } report of { $place }, not from { $named }.
quote-reordered = All the words are the same, in another order.
quote-sic = The report itself prints “{ $words }” here.
folding-width = full or half width
folding-case = capital letters
folding-script = traditional or simplified characters
folding-spaces = spaces
folding-punctuation = punctuation
verify-usage = Write the quote after /verify, or reply to a message with /verify.

# Compare, reports, citations
compare-usage = Write what to compare after /compare, for example: /compare 粮食产量
ask-usage = Write the question after /ask, for example: /ask 旅游收入
cite-usage = Reply with /cite to a message that shows a passage, or write a passage id or words after it, for example: /cite 粮食产量
cite-hint = Tap to copy.
cite-plain = Plain text
reports-title = Government work reports
reports-summary =
    { $reports ->
        [one] 1 report
       *[other] { $reports } reports
    }, { $passages } passages. Tap one to see its contents.
reports-narrowed =
    “{ $words }”: { $reports ->
        [one] 1 report
       *[other] { $reports } reports
    }.
reports-empty = There are no reports here yet.
choose-report = { $count } reports; tap one:
outline-note = The source notes: { $note }
outline-summary =
    { $passages ->
        [one] 1 passage
       *[other] { $passages } passages
    } · { $sections ->
        [one] 1 section
       *[other] { $sections } sections
    }

# About
welcome-title = yinju 引据: what Chinese government work reports say, and where
welcome-text = Send a keyword, a question or a quote, in Chinese. The matching passages come back word for word, each with its source, ready to copy and share.
welcome-hint = Try one:
example-1 = { $place } { $year } 旅游收入
example-2 = { $place }GDP增长目标是多少？
example-3 = { $place } 就业
sample-place = 伊宁市
help-title = How to use it
help-ask-title = Ask
help-ask =
    { $place } { $year } 旅游收入
    { $place }建了多少公里公路？
    1–5 open a passage, ◀ ▶ turn the page.
help-quote-title = Check a quote
help-quote =
    Paste a quote: you see whether it is verbatim, and which characters differ.
    Or reply to somebody's message with /verify.
help-narrow-title = Search precisely
help-narrow =
    “乡村振兴” these very characters
    就业 -高校 without 高校
    旅游 place:{ $place } year:{ $year }
    产业 report:{ $report }
help-read-title = Read and compare
help-read =
    /reports all reports and their contents
    /compare 粮食产量 places and years side by side
    /changes { $place } what is said otherwise than in the report before
    /trend 乡村振兴 year by year; /kwic 乡村振兴 line by line
    哪些地方提到了乡村振兴？ who mentions it
    /random any passage
help-share-title = Cite and share
help-share =
    Under a passage: copy its citation, share it. /cite gives GB/T 7714 and BibTeX.
    In any chat: type @{ $bot } 旅游收入 and choose a passage.
help-group-title = Groups
help-group = Ask with /ask, by mentioning @{ $bot }, or by replying to me. I ignore everything else.
privacy-title = Privacy
privacy-text =
    · No conversation is kept: your question rides in a link of the reply itself, and buttons and follow-ups read it from there; memory holds the number of the last reply alone.
    · In groups only commands such as /ask, mentions of the bot and replies to it are read.
    · To prevent abuse, questions are counted for a short while.
privacy-language = · If you choose a language with /lang, that one setting is kept (your user id and the language); /forget deletes it.
privacy-not-logged = · The logs hold no question and no user id.
privacy-logged = · The operator of this bot keeps a log of questions; user ids in it are salted hashes.
about-title = yinju 引据
about-text = Finds what government work reports say, and where. Quotes are verbatim, character for character; a cut is marked with ….
about-corpus = Corpus: { $reports } reports, { $places } places, { $from }–{ $to }, { $passages } passages.
about-newest = Most recent: { $date }

# Other
media = I only read text. Please send keywords, a question, or a quote to check.
language-name = English
language-chosen = Language: { $language }. What is quoted stays as printed. Tap to change; /forget deletes the setting.
forgotten = Your language setting is deleted. Nothing else was kept.
nothing-to-forget = No setting of yours was kept.
talk-greeting = Hello! Send a keyword, a question or a quote, and I show what the government work reports say, word for word, with its source. For example:
talk-who = I am yinju, a bot that finds, cites and checks words of Chinese government work reports, character for character. For example:
talk-thanks = You are welcome. Send me the next question whenever you like.
talk-farewell = Goodbye. Come back whenever you need a report.
talk-assent = All right. Send me the next question whenever you like.
talk-trust = Quotes match the reports character for character, and figures are as printed there; I compute none. The paragraph and its source are one tap away. Whether a report is right is not mine to judge. These are the reports:
talk-write = I do not write, reword or sum up; I give the words of the reports. Name a topic, such as “民族团结”, and I find sentences to quote.
talk-complaint = Sorry that this missed the point. Try other words with a place and a year, such as 昭苏县2024年旅游收入; put words in quotation marks to find them as they are: “乡村振兴”.
reply-first = Please send this as a reply to my answer (swipe it or hold it, then choose Reply), so that I know which question you mean. Or write the whole question, for example: 昭苏县2024年旅游收入
reply-passage = There is no passage in that message. Please reply to an answer that shows one.
reply-unclear = I did not understand this reply. It may say: 那昭苏呢 (another place) · 2023年呢 · 只看目标 (only targets) · 加上伊宁市 (one more place) · 还有吗 (more) · 第二条 (the second) · 出处 (source) · 画成图 (chart). Or write the whole question.
reply-unnumbered = That answer has no such item. Ask with the words of the item.
unknown-command = There is no command /{ $name }. Just send a question; /help shows how.
unknown-button = This button no longer works. Please ask again.
unknown-start = This link cannot be opened: its passage or report is not here. Send a few words to search.
question-lost = There is no question in this message any more. Please ask again.
search-unavailable = Search is unavailable at the moment. Please try again shortly.
failure = Something went wrong and this was not done. Please try again; if it goes on, tell the operator { $id }.
inline-none = Nothing found; try other words
inline-unfinished = Write it in full: 昭苏县 旅游收入
inline-unavailable = Search is unavailable; try again shortly

# Command menu
command-ask = Ask: keywords or a question
command-verify = Check whether a quote is verbatim
command-compare = Places and years side by side
command-trend = How often a phrase stands, year by year
command-kwic = A phrase in its context, line by line
command-changes = What changed from one report to another
command-reports = Browse all reports
command-cite = Citation formats
command-random = Read any passage
command-lang = Choose the language
command-forget = Delete the saved language
command-help = How to use it, by example
command-privacy = Privacy
command-about = What is in it
bot-description =
    Finds what Chinese government work reports say, and where.

    Send keywords, a question or a quote: passages come back verbatim, with report, date, meeting and paragraph. Copy the citation, open the context, share it in any chat.
bot-short-description = Chinese government work reports: find the words, the source, and check quotes.

claim-agrees = Agrees with the report ✓
claim-differs = Not what the report says:{" "}
claim-bound = The same number, without its qualifier:{" "}
claim-no = No:{" "}
claim-unsure = Not confirmed:{" "}
claim-figure = { $place } { $year } { $name } { $numbers } ({ $kind })
claim-year = { " " }{ $year }{ " " }
claim-not-stated = the report does not give this number for { $what }
claim-not-reached = the report does not say that { $what } has reached this number
claim-not-planned = the report does not set this number as a target for { $what }
claim-instead = the report says “{ $source }”, not “{ $said }”
claim-meant = “{ $said }” is a { $kind } of { $place } for { $year }.
claim-of = { $year } · { $kind }
claim-written-otherwise = The number agrees, but the report writes it otherwise: see its words.
claim-aside = The report does not say “{ $words }”: that is a comment, and no figure.
claim-rounded = The number is rounded; the report says: { $figures }
claim-more-words = The figures agree with the report, but it does not say “{ $words }”
claim-other-words = The report has these numbers in other words; compare whether it says the same:
quote-cut-qualifier = The report also has “{ $words }” here; the quote leaves it out
quote-words-only = The words are the report’s
quote-of-other = The words are the report’s, but from { $source }, not { $said }
draft-summary = { $count ->
    [one] 1 sentence
   *[other] { $count } sentences
  }: { $right } agree, { $wrong } do not, { $missing } not found
kind-actual = result
kind-target = target
kind-plan = plan

# Figures
figures-year = year
figures-of-year = { $year }
figures-no-value = The report states only the growth, not the amount.
figures-no-change = The report states only the amount, not the growth.
figures-silent = Nothing on { $indicator }: { $places }
figures-otherwise = Told in other words, not listed: { $places }
figures-uncovered =
    { $kind ->
        [target] No report here deals with the plans of that year: { $places }
        [actual] No report here deals with the results of that year: { $places }
       *[other] No report here deals with that year: { $places }
    }
figures-basis = Whether they are reckoned alike is not said; as the reports have them:
figures-elsewhere = The reports state beside it:
figures-silent-place = { $place } ({ $year })
figures-and-more = { $places } and { $rest } more
figures-years-differ = The reports are of different years.
figures-part = Of a part alone, { $place } { $year }: { $name }
figures-converted = Brought to one unit; as printed: { $printed }
compare-without = Not mentioned: { $reports }
compare-none = No report has the words “{ $words }”; these are near.
draft-title = Verification
draft-verdict-right = ✓ agrees
draft-verdict-wrong = ✗ does not agree
draft-verdict-missing = ? not found
draft-more = The rest is in the file.
draft-nothing = This draft quotes no report and states no figure that a report has.
draft-unreadable = The file cannot be read: { $reason }
conflict-place = Place
conflict-year = Year
conflict-kind = Result or target
conflict-bound = Qualifier
conflict-figure = Figure
conflict-words = Words
conflict-line = { $what }: the text says { $said }, the report has { $source }.
conflict-unknown = { $what }: the reports do not say { $said }.
conflict-unsaid = (nothing)

# Pictures
picture-name = 引据 yinju
button-card = Card
button-chart = Chart
card-verified = Checked word for word
card-sentence = Extract: sentence { $first } of { $count }
card-sentences = Extract: sentences { $first }–{ $last } of { $count }
card-too-long = This sentence is too long for one picture. Copy the words, or open the paragraph.
card-characters = The typeface of the pictures lacks these characters: { $characters }. Copy the words instead.
card-unavailable = No pictures can be made here.
card-busy = Too many pictures are being made; try again in a moment.
chart-none = That makes no chart. What can be drawn: one indicator over the years (昭苏县历年旅游收入), or one of several places (各县旅游收入). Ask for the figures first, then say chart.
figures-other-years = Nothing is stated of { $year }; these are other years.
chart-unit = unit: { $unit }
chart-change = growth
chart-source = Source: government work reports
chart-more = { $count } more are not drawn
chart-rate = mentions per 10,000 characters
chart-times = mentions

# Files
button-csv = CSV table
button-docx = All as Word
button-html = All as HTML
file-none = There is nothing to put into a file.
