# 页面框架
web-name = 引据
web-slogan = 政府工作报告里的原话与出处
web-lead = 输入关键词、问题或一段引文，得到报告原文：一字不改，注明报告、会议、日期与段落。
web-promise = 引号之内与报告逐字一致；省略处标“…”。每一段都注明出处，并可链接到它本身。
web-skip = 跳到正文
web-nav = 栏目
web-footer = 网站信息
web-nav-reports = 报告
web-nav-verify = 核对引文
web-nav-about = 关于
web-home = 首页
web-search-label = 检索报告
web-search-placeholder = 关键词、问题，或一段引文
web-search-button = 检索
web-examples = 例如
web-all-reports = 全部 { $count } 份报告

# 检索结果
web-search-title = { $question } - 检索
web-search-heading = 检索：{ $question }
web-found = 找到 { $total } 段，出自 { $reports } 份报告。
web-found-weak = 没有直接对应的段落。以下 { $total } 段仅部分相关，出自 { $reports } 份报告。
web-found-none = 没有找到相关段落。可以换几个词、少用几个词，或从报告目录读起。
web-named = 直接打开
web-suggestions = 可以试试
web-filters = 筛选
web-only-in = 只看
web-widen = ✕ 取消筛选
web-pages = 翻页
web-previous = ‹ 上一页
web-next = 下一页 ›
web-page-of = 第 { $page } 页，共 { $pages } 页
web-whole = 显示全段

# 一段原文
web-copy = 复制
web-copied = 已复制
web-cite = 引用
web-share = 分享
web-shared = 链接已复制
web-telegram = 在 Telegram 中打开
web-context = 前后文
web-trail = 所在位置
web-read-here = 在全文中阅读这一段 ›
web-download = 下载
web-copy-failed = 未能复制，请手动选取
web-selection = 选中的文字

# 报告
web-place = 地区
web-reports-column = 报告年份
web-reports-filter = 地区、标题或年份
web-filter-button = 筛选
web-reports-none = 没有名称含“{ $words }”的报告。
web-corpus = 共 { $reports } 份报告、{ $passages } 段。
web-meeting = 会议
web-date = 日期
web-speaker = 报告人
web-note = 原文注明
web-find-here = 在本报告中查找
web-found-here = 本报告有 { $count } 段与之相关，已在正文中标出。

# 核对引文
web-verdict = 核对结果
web-verify-lead = 粘贴一段引文，逐字对照报告原文：是否一致、哪些字不同、出自哪里。
web-verify-label = 引文
web-verify-button = 核对

# 关于
web-about-text = 引据在政府工作报告里查原话、查出处。写稿、校对、研究的人用它回答三个问题：这句话出自哪里，原话怎么说，是已经做到还是计划要做。
web-promises = 四条承诺
web-promise-verbatim = 逐字：引号之内的文字与报告文件逐字一致，省略处标“…”。
web-promise-cited = 有据：每段引文都注明报告、日期、会议、报告人、章节与段落，并能链接到它本身。
web-promise-honest = 如实：只是部分相关的，就说部分相关；没有的，就说没有。
web-promise-open = 可查：段落中的任何一串文字，加上引号检索，都能找到它。
web-how = 怎样检索
web-how-words-example = 伊宁市粮食产量是多少？
web-how-words = 关键词或一句话
web-how-phrase-example = “乡村振兴”
web-how-phrase = 加引号：原样包含这几个字
web-how-without-example = 就业 -高校
web-how-without = 减号：不含这个词
web-how-filter-example = 旅游 地区:伊宁市 年份:2022-2024
web-how-filter = 筛选：地区、年份、级别、报告、届
web-how-quote-example = 整段引文
web-how-quote = 粘贴一段引文，自动核对是否与原文一致
web-corpus-heading = 收录范围
web-privacy = 不使用 Cookie，不载入其他网站的内容。日志里没有提问内容，也没有访客身份。为防滥用，会在短时间内统计每个网络地址的请求次数。
web-open-bot = 在 Telegram 中使用：@{ $bot }

# 出错
web-error-not-found-title = 没有这个页面
web-error-not-found = 地址可能写错了，或者页面已经移走。
web-error-passage-title = 没有这个段落
web-error-passage = 这个段落不在收录的报告中，可能报告已经更新。可以把记得的几个字拿去检索。
web-error-report-title = 没有这份报告
web-error-report = 收录的报告中没有这一份。
web-error-method-title = 请求方法不对
web-error-method = 这个地址不接受这种请求。
web-error-bad-request-title = 无法理解这个请求
web-error-bad-request = 请求的内容不完整，或者格式不对。
web-error-too-large-title = 内容太大
web-error-too-large = 请缩短文字，或者分几次提交。
web-error-too-many-title = 请求太频繁
web-error-too-many = 请稍候片刻再试。
web-error-unavailable-title = 暂时无法检索
web-error-unavailable = 检索服务暂时不可用，请稍后再试。
web-error-failure-title = 出了点问题
web-error-failure = 这一步没有完成，请再试一次。

# API
web-api-lead = 让其他程序也从这里引用原话。字段与命令行 yinju … --json 相同。
web-api-manners = 出错时返回 application/problem+json（RFC 9457）。请求太频繁时返回 429 和 Retry-After。每个回答带 ETag，语料未变时可以用 If-None-Match 得到 304。

# 数字、词频、对比、变化
web-nav-figures = 数字
web-nav-count = 词频
web-nav-compare = 对比
web-nav-changes = 变化
web-figures-lead = 报告里的数字，逐条注明年份、是实绩还是目标，并附原文。没有说到的报告也列出来。
web-figures-label = 要查的数字
web-figures-example-1 = { $place }旅游收入是多少
web-figures-example-2 = 各地地区生产总值增长目标
web-figures-example-3 = 哪个地方农村居民收入增长最快
web-figures-none-asked = 这句话没有问到数字。
web-figures-none = 报告里没有“{ $indicator }”的数字。
web-search-instead = 改为检索原文 ›
web-whose = 地区
web-year = 年份
web-kind = 性质
web-kind-actual = 实绩
web-kind-target = 目标
web-kind-plan = 计划
web-value = 数值
web-words = 原文与出处
web-csv = 下载 CSV
web-absent = 没有说到的报告：
web-uncovered = 这里没有谈到那一年的报告：
web-absent-year = { $place }（{ $year } 年）
web-lacking-value = 报告只说了增速，没有说总量。
web-lacking-change = 报告只说了总量，没有说增速。
web-all-figures = 全部 { $count } 条数字 ›
web-count-lead = 一个词在各份报告里出现多少次，最早见于哪份报告，哪些报告从未提到。全角半角、简体繁体不计，其余逐字相符。
web-count-more = 各份报告的次数 ›
web-count-label = 要数的词
web-counted = 共 { $total } 次；{ $all } 份报告中有 { $reports } 份提到。
web-without = 从未提到的 { $count } 份：
web-times = 次数
web-per-10000 = 每万字
web-first-place = 首次出现
web-search-phrase = 检索含有这个词的段落 ›
web-compare-lead = 同一件事各地各年怎么说，每份报告取最相关的一段。
web-compare-label = 要对比的内容
web-compared = { $reports } 份报告谈到，按地区、年份排列。
web-changes-lead = 逐句对照两份报告：哪些句子是新的，哪些不见了，哪些只换了数字。
web-changes-from = 前一份
web-changes-to = 后一份
web-changes-button = 对照
web-new-terms = { $report }首次提出
web-change-figure = 换了数字
web-change-reworded = 改写
web-change-new = 新增
web-change-dropped = 不再提
web-change-kept = 未变
web-changes-link = 与 { $report } 对照
web-legend = 点线：实绩；虚线：目标

# 核对全文
web-draft-label = 或者上传稿件（txt、md、docx、html、pdf，不超过 4 MB；只在内存中核对，不保存）
web-verify-docx = 核对并下载 Word
web-draft-without-claims = 这份稿件里没有引用报告的话，也没有数字。
web-standing-supported = 有据
web-standing-contradicted = 与报告不符
web-standing-unknown = 未见于报告
web-sentences-supported = { $count } 句有据
web-sentences-contradicted = { $count } 句与报告不符
web-sentences-unknown = { $count } 句未见于报告
web-unchecked = 稿件太长，最后 { $count } 字没有核对，请分几次提交。
web-error-unreadable-title = 无法读取这个文件
web-error-unreadable = 请换成 txt、md、docx、html 或 pdf，或者直接粘贴文字。

# 图片
web-card-square = 方形卡片
web-chart = 下载图表
web-chart-alt = 图表：{ $title }。各数值见表。
web-error-picture-title = 无法制成图片
web-error-picture = 这一句太长，或者有字体里没有的字，或者这些数字不能放在一张图里比较。

# 文件
web-concordance-csv = 逐处下载 CSV
web-changes-docx = 下载全文 Word
web-changes-html = 下载全文 HTML
