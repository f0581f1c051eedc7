# 结果
results-weak = 没有直接对应的段落，最接近的是：
results-no-person = 没有直接对应的段落：报告只署作报告的人，没有说到这个人。沾边的只有：
results-no-person-alone = 没有直接对应的段落：报告只署作报告的人，没有说到这个人。
results-no-speaker = 没有直接对应的段落：报告只写明作报告的人：
results-no-speaker-alone = 没有直接对应的段落：报告只写明作报告的人。
results-speaker-unnamed = 报告没有写明作报告的人：
results-no-service = 没有直接对应的段落：怎么办、什么价、几点这类事，报告一般不写。沾边的只有：
results-no-service-alone = 没有直接对应的段落：怎么办、什么价、几点这类事，报告一般不写。
results-no-opinion = 没有直接对应的段落：报告不作这样的评价，我也不评。沾边的只有：
results-no-opinion-alone = 没有直接对应的段落：报告不作这样的评价，我也不评。
results-no-quantity = 没有直接对应的段落：没有找到说这个数的。沾边的只有：
results-no-quantity-alone = 没有直接对应的段落：没有找到说这个数的。
several-none = 报告里没有直接对应的段落。
results-others = 其他相关：
results-items = 其中各项：
results-counted = 共 { $total } 段，出自 { $reports } 份报告：
results-none = 没有找到相关段落。换几个词、少用几个词，或用 /reports 看看有哪些报告。
results-none-suggest = 没有找到相关段落。可以试试：
results-past-the-end = 已经没有更多段落了。
place-open = 我不知道“{ $place }”是哪里，以下是各地的。写上地名再问，例如：昭苏县2025年民生实事
missing-place = 没有{ $place }的报告。
missing-year = { $place }的报告专谈 { $years } 年，没有专谈 { $year } 年。
missing-year-anywhere = 这里的报告专谈 { $years } 年，没有专谈 { $year } 年。
missing-word = 没有报告提到“{ $word }”。
missing-word-place = { $place }的报告没有提到“{ $word }”，另有 { $reports } 份报告提到。
missing-word-place-only = { $place }的报告没有提到“{ $word }”，其他报告也没有。
missing-review = 这里没有回顾 { $year } 年的{ $place }报告：当年的计划做没做到，无从核对。
missing-reason = 没有找到直接说原因的句子；原因也可能写在前后文里。
missing-lack = 最接近的段落没有说“{ $words }”的情况。
missing-month = 最接近的段落没有说到{ $words }；报告大多按年说。
missing-ordinal = 最接近的段落没有说“{ $words }”。
unmet = 没有找到{ $parts }。
unmet-words = 说到“{ $text }”的
unmet-number = 说到“{ $text }”的
unmet-year = { $text }年的
unmet-target = 目标
unmet-actual = 完成情况
unmet-elsewhere = 这句没有限于{ $text }。
question-without-words = 请用文字提问，例如一个关键词、一句话，或者一段要核对的引文。
list-comma = 、
narrowed = 筛选：{ $to }
passages-counted = { $count } 段
group-summary = 共 { $total } 段，按报告分列（{ $reports } 份）。点数字只看该报告。
compare-summary = { $reports } 份报告谈到，各取最相关的一段，按地区、年份排列。点数字看全段。
compare-what = 比什么？写上指标再问，例如：新源和伊宁2022年粮食产量对比
only-weak = 没有直接对应的段落，以下仅部分相关。

# 谁提到、何时、多少次
mentions-all = “{ $phrase }”：{ $asked } 份报告都提到，共 { $total } 次
mentions-some = “{ $phrase }”：{ $asked } 份报告中 { $reports } 份提到，共 { $total } 次
mentions-none = 没有一份报告提到“{ $phrase }”
mentions-one = { $report } 的报告提到“{ $phrase }” { $total } 次
mentions-one-none = { $report } 的报告没有提到“{ $phrase }”
mentions-no-reports = 这里没有这一级的报告：{ $kind }
mentions-scope = 只就这里的 { $reports } 份报告{ $kind }而言：{ $places } 个地区，{ $years } 年。
mentions-first = 最早见于：
mentions-same-year = 同年提到的还有 { $count } 份：{ $names }
mentions-most = 次数最多：
mentions-times = {" "}{ $count } 次（每万字 { $rate }）
mentions-other-words = 写了相近说法（包括{ $named }{ $more }）的有 { $reports } 份：
mentions-other-words-too = 另有 { $reports } 份没有这个词，但写了相近说法（包括{ $named }{ $more }），未计入。
mentions-said = 提到（{ $reports }）
mentions-without = 没有提到（{ $reports }）
mentions-said-otherwise = 相近说法（{ $reports }）
button-trend = 历年走势
button-mentions = 谁提到
button-kwic = 逐处查看
trend-usage = 把词写在 /trend 后面，例如：/trend 数字乡村，或 /trend 数字乡村 vs 智慧农业
trend-summary = { $total } 次，{ $asked } 份报告中 { $reports } 份提到
trend-by-year = 逐年
trend-rates = 每万字次数：
trend-year = ：{ $count } 次 · { $reports } 份中 { $saying } 份 · 每万字 { $rate }
trend-earlier = { $from }–{ $to }：{ $counts } 次
trend-thin-mark = ＊
trend-thin = ＊ 该年报告不足 3 份，不宜比较。
trend-places = 各地（柱与数字为逐份报告的次数）
kwic-usage = 把词写在 /kwic 后面，例如：/kwic 数字乡村
kwic-summary = { $reports } 份报告，{ $total } 处
kwic-sort-date = 按时间
kwic-sort-after = 按后文
kwic-sort-before = 按前文
changes-usage = 把地区写在 /changes 后面，也可以加年份，或写两个地区，例如：/changes 伊宁市 2023
# As HTML names the language.
language-tag = zh-Hans
changes-title = 提法变化
changes-summary = 数字不同 { $figure } 处 · 改写 { $reworded } · 新增 { $new } · 不再提 { $dropped } · 未变 { $kept }（按句）
changes-terms = 新提法
changes-terms-scope = （此前 { $reports } 份报告都没有的词）
changes-figures = 数字不同
changes-legend = 删除线：前一份；下划线：后一份。
changes-source-gap = {" "}—{" "}
changes-part-figure = 数字不同（{ $count }）
changes-part-reworded = 改写（{ $count }）
changes-part-new = 新增（{ $count }）
changes-part-dropped = 不再提（{ $count }）
changes-button-figure = 数字不同 { $count }
changes-button-reworded = 改写 { $count }
changes-button-new = 新增 { $count }
changes-button-dropped = 不再提 { $count }
changes-button-terms = 新提法 { $count }
changes-button-overview = 返回概览
changes-no-place = 没有认出地区，或者语料里没有它的报告。例如：/changes 伊宁市 2023，或 /changes 新源县 伊宁市
changes-no-year = 语料里没有这一年的报告。/reports 看看有哪些。
changes-no-single = 这个地区只有这一份报告，没有更早的可比。可以写两个地区：/changes 新源县 伊宁市

# 提问中的问题
fault-unknown-filter = 没有这个筛选项：{ $text }，已按普通词处理。可用：地区、年份、级别、报告、届。
fault-unknown-place = 语料中没有这个地区的报告：{ $text }
fault-unknown-report = 语料中没有这份报告：{ $text }
fault-unknown-level = 没有这个级别：{ $text }。可用：国、省级、省、自治区、直辖市、州、市、县、区、乡。
fault-bad-year = 年份写法不对：{ $text }。请写四位数字，例如 2023 或 2022-2024。
fault-bad-congress = 届次写法不对：{ $text }。请写数字，例如 届:18。
fault-too-long = 提问太长，只查了前面一部分。

# 按钮
button-group = 按报告
button-filter = 筛选
button-widen = ✕ { $to }
button-check = 引文核对
button-first-page = 回到第一页
button-previous = 上一段
button-next = 下一段
button-copy = 复制
button-copy-words = 复制原句
button-copy-source = 复制出处
button-share = 分享
button-formats = 引文格式
button-outline = 目录
button-page = 打开网页
button-source = 原文网址
button-another = 再来一段
button-back = 返回结果
button-results = 相关段落
button-open = 打开原段
button-whole = 全段
button-sentence-before = ＋上一句
button-sentence-after = ＋下一句
button-from-start = 从头阅读
button-cite = 引用
button-all-reports = 全部报告
button-narrow = { $label } · { $count }

# 段落
paragraph = 第{ $number }段
page = 第{ $number }页
paragraph-of = { $place }（全文 { $total } 段）
passage-unknown = 这个段落已不在语料中，可能报告已经更新。可以直接发几个字重新查找，或用 /reports 浏览。
report-unknown = 这份报告已不在语料中。用 /reports 看看现有的报告。
section-unknown = 这一节已不在报告中，可能报告已经更新。

# 引文核对
quote-verbatim = 与原文一致 ✓
quote-differs = 与原文有出入：{ $count } 处不同
quote-legend = 删除线：此处原文没有；下划线：引文缺少
quote-punctuation = 文字与原文一致，仅标点不同
quote-cut-figure = 引文截断了一个数字，原文是“{ $figure }”。
quote-others = 另有 { $count } 段也有这句话：
quote-true-words = 原文
quote-not-found = 没有找到这段引文
quote-nearest = 最接近的段落：
quote-folded = 未计差异：{ $what }
quote-part = 只核对了引文本身，不含前后的话。
quote-cut = 引文太长，只核对了前 { $count } 字。
quote-omits = 各部分与原文一致，但中间省略了 { $count } 字
quote-omitted = 省略的原文：{ $words }
quote-omits-negation = 省略的文字里有“{ $word }”，可能改变原意。
quote-pieced = 各句原文都有，但原文不是这样连在一起的
quote-gap = （原文中间还有 { $count } 字）
quote-moved = “{ $words }”原文有，但不在此处，见
quote-figure = 数字不同：原文“{ $printed }”，引文“{ $typed }”。
quote-denial-missing = 引文缺少“{ $words }”，意思可能相反。
quote-denial-added = 引文多出“{ $words }”，意思可能相反。
quote-denial-differs = 意思可能相反：原文“{ $printed }”，引文“{ $typed }”。
quote-same-values = 只是数字的写法不同，数值相同。
quote-misattributed = 出自{ $place }{ $year }年的报告，不是{ $named }的话。
quote-reordered = 文字全都相同，只是先后不同。
quote-sic = 原文此处印作“{ $words }”。
folding-width = 全角半角
folding-case = 大小写
folding-script = 简体繁体
folding-spaces = 空格
folding-punctuation = 标点
verify-usage = 把要核对的引文写在 /verify 后面，或者用 /verify 回复一条消息。

# 对比、报告、引用
compare-usage = 把要对比的内容写在 /compare 后面，例如：/compare 粮食产量
ask-usage = 把问题写在 /ask 后面，例如：/ask 旅游收入
cite-usage = 用 /cite 回复一条带段落的消息，或把段落编号或关键词写在后面，例如：/cite 粮食产量
cite-hint = 点一下即可复制。
cite-plain = 纯文本
reports-title = 政府工作报告
reports-summary = 共 { $reports } 份报告、{ $passages } 段。点开看目录。
reports-narrowed = “{ $words }”：{ $reports } 份报告。
reports-empty = 语料里还没有报告。
choose-report = 有 { $count } 份报告，点开看：
outline-note = 原文注明：{ $note }
outline-summary = { $passages } 段 · { $sections } 节

# 介绍
welcome-title = 引据：政府工作报告里的原话和出处
welcome-text = 发一个关键词、一个问题，或一段引文。我会给出报告里的原文，一字不改，附上出处，可以直接复制、转发。
welcome-hint = 试试看：
example-1 = { $place } { $year } 旅游收入
example-2 = { $place }GDP增长目标是多少？
example-3 = { $place } 就业
sample-place = 伊宁市
help-title = 怎么用
help-ask-title = 提问
help-ask =
    { $place } { $year } 旅游收入
    { $place }建了多少公里公路？
    点 1–5 打开段落，◀ ▶ 翻页。
help-quote-title = 核对引文
help-quote =
    把一段引文粘贴过来，就会告诉您与原文是否一致、哪些字不同。
    也可以用 /verify 回复别人的消息。
help-narrow-title = 精确查找
help-narrow =
    “乡村振兴” 原样包含这几个字
    就业 -高校 不含“高校”
    旅游 地区:{ $place } 年份:{ $year }
    产业 报告:{ $report }
help-read-title = 阅读和对比
help-read =
    /reports 全部报告和目录
    /compare 粮食产量 各地各年对照
    /changes { $place } 与上一份报告比，提法有什么变化
    /trend 乡村振兴 逐年次数；/kwic 乡村振兴 逐处查看
    哪些地方提到了乡村振兴？
    /random 随机一段
help-share-title = 引用和转发
help-share =
    段落下面有“复制引文”和“分享”；/cite 给出 GB/T 7714、BibTeX 格式。
    在任何聊天里输入 @{ $bot } 旅游收入，选一段发出。
help-group-title = 群组
help-group = 用 /ask 提问，或者 @{ $bot }，或者回复我的消息。其余消息我不理会。
privacy-title = 隐私
privacy-text =
    · 不保存对话：问题写在回复消息自身的链接里，按钮和追问靠它工作，服务器上不留；内存里只记最近一条回复的编号。
    · 群组中只处理 /ask 等命令、@我 或回复我的消息。
    · 为防滥用，会在短时间内统计提问次数。
privacy-language = · 用 /lang 选过语言的，只保存这一项设置（用户编号和语言）；/forget 随时删除。
privacy-not-logged = · 日志里没有提问内容，也没有用户编号。
privacy-logged = · 本机器人的运营者开启了提问日志：会记录提问内容，用户编号经加盐散列处理。
about-title = 引据 yinju
about-text = 在政府工作报告里查原话、查出处的机器人。引用的文字与报告逐字一致，省略处标“…”。
about-corpus = 语料：{ $reports } 份报告，{ $places } 个地区，{ $from }–{ $to } 年，共 { $passages } 段。
about-newest = 最新一份：{ $date }

# 其他
media = 我只看得懂文字。请发关键词、问题，或要核对的引文。
language-name = 简体中文
language-chosen = 界面语言：{ $language }。引用的原文不受影响。点按钮更换，/forget 删除这个设置。
forgotten = 已删除您的语言设置。此外没有保存别的。
nothing-to-forget = 没有保存过您的任何设置。
talk-greeting = 你好！发一个关键词、一个问题或一段引文，我给出政府工作报告里的原话和出处。比如：
talk-who = 我是引据，一个在政府工作报告里查原话、查出处、核对引文的机器人。引用的文字与报告逐字一致。比如问：
talk-thanks = 不客气。还想查什么，直接发过来就行。
talk-farewell = 再见，需要查报告时再来。
talk-assent = 好的。还想查什么，直接发过来就行。
talk-trust = 引用的文字与报告逐字一致，数字也是报告里印的，不是我算的。点“全段”看上下文，点出处看是哪份报告、哪次会议；报告本身说得对不对，我不评。目前收录了这些：
talk-write = 我不代写、不改写、不总结，只给报告里的原话。告诉我主题，例如“民族团结”，我来找可以直接引用的句子。
talk-complaint = 抱歉没答到点上。换个说法、写明地区和年份再试试，例如“昭苏县2024年旅游收入”；要原样查找，给词加引号：“乡村振兴”。
reply-first = 请回复我的那条回答再这样问（左滑或长按它，选“回复”），我才知道说的是哪个问题。也可以把问题写全，例如：昭苏县2024年旅游收入
reply-passage = 那条消息里没有可看的段落。请回复一条带段落的回答。
reply-unclear = 这条回复我没看懂。可以这样问：那昭苏呢 · 2023年呢 · 只看目标 · 加上伊宁市 · 还有吗 · 第二条 · 出处 · 画成图。也可以把问题写全。
reply-unnumbered = 那条回答里没有找到这一项。可以把那一项的名字写出来问。
unknown-command = 没有 /{ $name } 这个命令。直接发问题就行，用法见 /help
unknown-button = 这个按钮已经失效，请重新提问。
unknown-start = 这个链接打不开：里面的段落或报告不在语料中。直接发几个字就能查找。
question-lost = 这条消息里没有可用的提问，请重新提问。
search-unavailable = 检索服务暂时不可用，请稍后再试。
failure = 出了点问题，这一步没有完成。请再试一次；若仍不行，请把编号 { $id } 告诉管理员。
inline-none = 没有找到，换个词试试
inline-unfinished = 把问题写全，例如：昭苏县 旅游收入
inline-unavailable = 暂时无法检索，请稍后再试

# 命令菜单
command-ask = 提问：关键词或一句话
command-verify = 核对引文是否与原文一致
command-compare = 对比各地各年的说法
command-trend = 一个词逐年出现多少次
command-kwic = 逐处查看一个词的上下文
command-changes = 两份报告的提法变化
command-reports = 浏览全部报告
command-cite = 生成引文格式
command-random = 随机读一段
command-lang = 切换界面语言
command-forget = 删除保存的语言设置
command-help = 用法示例
command-privacy = 隐私说明
command-about = 语料规模与说明
bot-description =
    在政府工作报告里查原话、查出处。

    发关键词、问题或引文，得到一字不改的原文，附报告、日期、会议、段落；一键复制引文、打开上下文、转发到别的聊天。
bot-short-description = 政府工作报告：查原话、查出处、核对引文。

claim-agrees = 与报告一致 ✓
claim-differs = 与报告不符：
claim-bound = 数字相同，少了限定词：
claim-no = 不是：
claim-unsure = 未能确认：
claim-figure = { $place }{ $year }年{ $name }{ $numbers }（{ $kind }）
claim-year = { $year }年
claim-not-stated = 报告没有说{ $what }是这个数
claim-not-reached = 报告没有说{ $what }已经做到这个数
claim-not-planned = 报告没有把{ $what }的这个数定为目标
claim-instead = 报告说的是“{ $source }”，不是“{ $said }”
claim-meant = “{ $said }”是{ $place }{ $year }年的{ $kind }。
claim-of = { $year }年 · { $kind }
claim-written-otherwise = 数字相符，写法与报告不同，以原文为准。
claim-aside = 报告没有说“{ $words }”，那是评论，不是数字。
claim-rounded = 数字取了整，报告写的是：{ $figures }
claim-more-words = 数字与报告一致，但报告没有说“{ $words }”
claim-other-words = 报告里有这些数字，但说法不同，说的是不是一回事请对照原文：
quote-cut-qualifier = 原文还有“{ $words }”，引文没有
quote-words-only = 文字与原文一致
quote-of-other = 文字是原文，但出自{ $source }，不是{ $said }
draft-summary = { $count } 句：{ $right } 一致，{ $wrong } 不符，{ $missing } 找不到
kind-actual = 实绩
kind-target = 目标
kind-plan = 计划

# 数字
figures-year = 年份
figures-of-year = { $year }年
figures-no-value = 报告只说了增速，没有说总量。
figures-no-change = 报告只说了数值，没有说增速。
figures-silent = 没有说{ $indicator }：{ $places }
figures-otherwise = 换了说法，没有列入：{ $places }
figures-uncovered =
    { $kind ->
        [target] 这里没有专门安排那一年工作的报告：{ $places }
        [actual] 这里没有专门回顾那一年的报告：{ $places }
       *[other] 这里没有专谈那一年的报告：{ $places }
    }
figures-basis = 口径以原文为准，报告没有另说是否相同：
figures-elsewhere = 报告里另外说了：
figures-silent-place = { $place }（{ $year }年）
figures-and-more = { $places } 等，另有 { $rest } 处
figures-years-differ = 各地报告的年份不同。
figures-part = 只是其中一部分：{ $place }{ $year }年{ $name }
figures-converted = 为便于对照已统一单位，原文为：{ $printed }
compare-without = 没有提到：{ $reports }
compare-none = 没有报告原样提到“{ $words }”，以下仅相近。
draft-title = 核对结果
draft-verdict-right = ✓ 一致
draft-verdict-wrong = ✗ 不符
draft-verdict-missing = ? 找不到
draft-more = 其余见所附文件。
draft-nothing = 这份稿件没有引用报告的话，也没有报告说到的数字。
draft-unreadable = 读不了这份文件：{ $reason }
conflict-place = 地点
conflict-year = 年份
conflict-kind = 实绩或目标
conflict-bound = 限定词
conflict-figure = 数字
conflict-words = 文字
conflict-line = { $what }：稿件说{ $said }，报告是{ $source }。
conflict-unknown = { $what }：报告没有说到{ $said }。
conflict-unsaid = （没有）

# 图片
picture-name = 引据
button-card = 卡片
button-chart = 图表
card-verified = 逐字核对
card-sentence = 节选：全段 { $count } 句中的第 { $first } 句
card-sentences = 节选：全段 { $count } 句中的第 { $first }—{ $last } 句
card-too-long = 这一句太长，一张图片放不下。可以复制文字，或打开原段。
card-characters = 图片用的字体没有这些字：{ $characters }。可以复制文字。
card-unavailable = 这里不能生成图片。
card-busy = 正在生成的图片太多，请稍候再试。
chart-none = 画不成图。能画的是一个指标的历年数字（昭苏县历年旅游收入），或几个地方的同一个指标（各县旅游收入）：先问数字，再说“画个图”。
figures-other-years = 这里没有 { $year } 年的，列的是别的年份。
chart-unit = 单位：{ $unit }
chart-change = 增速
chart-source = 资料来源：各地政府工作报告
chart-more = 另有 { $count } 条未画出
chart-rate = 每万字次数
chart-times = 次数

# 文件
button-csv = CSV 表格
button-docx = Word 全文
button-html = HTML 全文
file-none = 没有可以写进文件的内容。
