# 頁面框架
web-name = 引據
web-slogan = 政府工作報告裡的原話與出處
web-lead = 輸入關鍵詞、問題或一段引文，得到報告原文：一字不改，註明報告、會議、日期與段落。
web-promise = 引號之內與報告逐字一致；省略處標「…」。每一段都註明出處，並可連結到它本身。
web-skip = 跳到正文
web-nav = 欄目
web-footer = 網站資訊
web-nav-reports = 報告
web-nav-verify = 核對引文
web-nav-about = 關於
web-home = 首頁
web-search-label = 檢索報告
web-search-placeholder = 關鍵詞、問題，或一段引文
web-search-button = 檢索
web-examples = 例如
web-all-reports = 全部 { $count } 份報告

# 檢索結果
web-search-title = { $question } - 檢索
web-search-heading = 檢索：{ $question }
web-found = 找到 { $total } 段，出自 { $reports } 份報告。
web-found-weak = 沒有直接對應的段落。以下 { $total } 段僅部分相關，出自 { $reports } 份報告。
web-found-none = 沒有找到相關段落。可以換幾個詞、少用幾個詞，或從報告目錄讀起。
web-named = 直接打開
web-suggestions = 可以試試
web-filters = 篩選
web-only-in = 只看
web-widen = ✕ 取消篩選
web-pages = 翻頁
web-previous = ‹ 上一頁
web-next = 下一頁 ›
web-page-of = 第 { $page } 頁，共 { $pages } 頁
web-whole = 顯示全段

# 一段原文
web-copy = 複製
web-copied = 已複製
web-cite = 引用
web-share = 分享
web-shared = 連結已複製
web-telegram = 在 Telegram 中打開
web-context = 前後文
web-trail = 所在位置
web-read-here = 在全文中閱讀這一段 ›
web-download = 下載
web-copy-failed = 未能複製，請手動選取
web-selection = 選中的文字

# 報告
web-place = 地區
web-reports-column = 報告年份
web-reports-filter = 地區、標題或年份
web-filter-button = 篩選
web-reports-none = 沒有名稱含「{ $words }」的報告。
web-corpus = 共 { $reports } 份報告、{ $passages } 段。
web-meeting = 會議
web-date = 日期
web-speaker = 報告人
web-note = 原文註明
web-find-here = 在本報告中查找
web-found-here = 本報告有 { $count } 段與之相關，已在正文中標出。

# 核對引文
web-verdict = 核對結果
web-verify-lead = 貼上一段引文，逐字對照報告原文：是否一致、哪些字不同、出自哪裡。
web-verify-label = 引文
web-verify-button = 核對

# 關於
web-about-text = 引據在政府工作報告裡查原話、查出處。寫稿、校對、研究的人用它回答三個問題：這句話出自哪裡，原話怎麼說，是已經做到還是計劃要做。
web-promises = 四條承諾
web-promise-verbatim = 逐字：引號之內的文字與報告檔案逐字一致，省略處標「…」。
web-promise-cited = 有據：每段引文都註明報告、日期、會議、報告人、章節與段落，並能連結到它本身。
web-promise-honest = 如實：只是部分相關的，就說部分相關；沒有的，就說沒有。
web-promise-open = 可查：段落中的任何一串文字，加上引號檢索，都能找到它。
web-how = 怎樣檢索
web-how-words-example = 伊宁市粮食产量是多少？
web-how-words = 關鍵詞或一句話
web-how-phrase-example = “乡村振兴”
web-how-phrase = 加引號：原樣包含這幾個字
web-how-without-example = 就业 -高校
web-how-without = 減號：不含這個詞
web-how-filter-example = 旅游 地区:伊宁市 年份:2022-2024
web-how-filter = 篩選：地區、年份、級別、報告、屆
web-how-quote-example = 整段引文
web-how-quote = 貼上一段引文，自動核對是否與原文一致
web-corpus-heading = 收錄範圍
web-privacy = 不使用 Cookie，不載入其他網站的內容。日誌裡沒有提問內容，也沒有訪客身份。為防濫用，會在短時間內統計每個網路位址的請求次數。
web-open-bot = 在 Telegram 中使用：@{ $bot }

# 出錯
web-error-not-found-title = 沒有這個頁面
web-error-not-found = 位址可能寫錯了，或者頁面已經移走。
web-error-passage-title = 沒有這個段落
web-error-passage = 這個段落不在收錄的報告中，可能報告已經更新。可以把記得的幾個字拿去檢索。
web-error-report-title = 沒有這份報告
web-error-report = 收錄的報告中沒有這一份。
web-error-method-title = 請求方法不對
web-error-method = 這個位址不接受這種請求。
web-error-bad-request-title = 無法理解這個請求
web-error-bad-request = 請求的內容不完整，或者格式不對。
web-error-too-large-title = 內容太大
web-error-too-large = 請縮短文字，或者分幾次提交。
web-error-too-many-title = 請求太頻繁
web-error-too-many = 請稍候片刻再試。
web-error-unavailable-title = 暫時無法檢索
web-error-unavailable = 檢索服務暫時不可用，請稍後再試。
web-error-failure-title = 出了點問題
web-error-failure = 這一步沒有完成，請再試一次。

# API
web-api-lead = 讓其他程式也從這裡引用原話。欄位與命令列 yinju … --json 相同。
web-api-manners = 出錯時返回 application/problem+json（RFC 9457）。請求太頻繁時返回 429 和 Retry-After。每個回答帶 ETag，語料未變時可以用 If-None-Match 得到 304。

# 數字、詞頻、對比、變化
web-nav-figures = 數字
web-nav-count = 詞頻
web-nav-compare = 對比
web-nav-changes = 變化
web-figures-lead = 報告裡的數字，逐條註明年份、是實績還是目標，並附原文。沒有說到的報告也列出來。
web-figures-label = 要查的數字
web-figures-example-1 = { $place }旅游收入是多少
web-figures-example-2 = 各地地区生产总值增长目标
web-figures-example-3 = 哪个地方农村居民收入增长最快
web-figures-none-asked = 這句話沒有問到數字。
web-figures-none = 報告裡沒有「{ $indicator }」的數字。
web-search-instead = 改為檢索原文 ›
web-whose = 地區
web-year = 年份
web-kind = 性質
web-kind-actual = 實績
web-kind-target = 目標
web-kind-plan = 計劃
web-value = 數值
web-words = 原文與出處
web-csv = 下載 CSV
web-absent = 沒有說到的報告：
web-uncovered = 這裡沒有談到那一年的報告：
web-absent-year = { $place }（{ $year } 年）
web-lacking-value = 報告只說了增速，沒有說總量。
web-lacking-change = 報告只說了總量，沒有說增速。
web-all-figures = 全部 { $count } 條數字 ›
web-count-lead = 一個詞在各份報告裡出現多少次，最早見於哪份報告，哪些報告從未提到。全形半形、簡體繁體不計，其餘逐字相符。
web-count-more = 各份報告的次數 ›
web-count-label = 要數的詞
web-counted = 共 { $total } 次；{ $all } 份報告中有 { $reports } 份提到。
web-without = 從未提到的 { $count } 份：
web-times = 次數
web-per-10000 = 每萬字
web-first-place = 首次出現
web-search-phrase = 檢索含有這個詞的段落 ›
web-compare-lead = 同一件事各地各年怎麼說，每份報告取最相關的一段。
web-compare-label = 要對比的內容
web-compared = { $reports } 份報告談到，按地區、年份排列。
web-changes-lead = 逐句對照兩份報告：哪些句子是新的，哪些不見了，哪些只換了數字。
web-changes-from = 前一份
web-changes-to = 後一份
web-changes-button = 對照
web-new-terms = { $report }首次提出
web-change-figure = 換了數字
web-change-reworded = 改寫
web-change-new = 新增
web-change-dropped = 不再提
web-change-kept = 未變
web-changes-link = 與 { $report } 對照
web-legend = 點線：實績；虛線：目標

# 核對全文
web-draft-label = 或者上傳稿件（txt、md、docx、html、pdf，不超過 4 MB；只在記憶體中核對，不儲存）
web-verify-docx = 核對並下載 Word
web-draft-without-claims = 這份稿件裡沒有引用報告的話，也沒有數字。
web-standing-supported = 有據
web-standing-contradicted = 與報告不符
web-standing-unknown = 未見於報告
web-sentences-supported = { $count } 句有據
web-sentences-contradicted = { $count } 句與報告不符
web-sentences-unknown = { $count } 句未見於報告
web-unchecked = 稿件太長，最後 { $count } 字沒有核對，請分幾次提交。
web-error-unreadable-title = 無法讀取這個檔案
web-error-unreadable = 請換成 txt、md、docx、html 或 pdf，或者直接貼上文字。

# 圖片
web-card-square = 方形卡片
web-chart = 下載圖表
web-chart-alt = 圖表：{ $title }。各數值見表。
web-error-picture-title = 無法製成圖片
web-error-picture = 這一句太長，或者有字體裡沒有的字，或者這些數字不能放在一張圖裡比較。

# 文件
web-concordance-csv = 逐處下載 CSV
web-changes-docx = 下載全文 Word
web-changes-html = 下載全文 HTML
