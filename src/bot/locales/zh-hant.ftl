# 結果
results-weak = 沒有直接對應的段落，最接近的是：
results-no-person = 沒有直接對應的段落：報告只署作報告的人，沒有說到這個人。沾邊的只有：
results-no-person-alone = 沒有直接對應的段落：報告只署作報告的人，沒有說到這個人。
results-no-speaker = 沒有直接對應的段落：報告只寫明作報告的人：
results-no-speaker-alone = 沒有直接對應的段落：報告只寫明作報告的人。
results-speaker-unnamed = 報告沒有寫明作報告的人：
results-no-service = 沒有直接對應的段落：怎麼辦、什麼價、幾點這類事，報告一般不寫。沾邊的只有：
results-no-service-alone = 沒有直接對應的段落：怎麼辦、什麼價、幾點這類事，報告一般不寫。
results-no-opinion = 沒有直接對應的段落：報告不作這樣的評價，我也不評。沾邊的只有：
results-no-opinion-alone = 沒有直接對應的段落：報告不作這樣的評價，我也不評。
results-no-quantity = 沒有直接對應的段落：沒有找到說這個數的。沾邊的只有：
results-no-quantity-alone = 沒有直接對應的段落：沒有找到說這個數的。
several-none = 報告裡沒有直接對應的段落。
results-others = 其他相關：
results-items = 其中各項：
results-counted = 共 { $total } 段，出自 { $reports } 份報告：
results-none = 沒有找到相關段落。換幾個詞、少用幾個詞，或用 /reports 看看有哪些報告。
results-none-suggest = 沒有找到相關段落。可以試試：
results-past-the-end = 已經沒有更多段落了。
place-open = 我不知道「{ $place }」是哪裡，以下是各地的。寫上地名再問，例如：昭苏县2025年民生实事
missing-place = 沒有{ $place }的報告。
missing-year = { $place }的報告專談 { $years } 年，沒有專談 { $year } 年。
missing-year-anywhere = 這裡的報告專談 { $years } 年，沒有專談 { $year } 年。
missing-word = 沒有報告提到「{ $word }」。
missing-word-place = { $place }的報告沒有提到「{ $word }」，另有 { $reports } 份報告提到。
missing-word-place-only = { $place }的報告沒有提到「{ $word }」，其他報告也沒有。
missing-review = 這裡沒有回顧 { $year } 年的{ $place }報告：當年的計劃做沒做到，無從核對。
missing-reason = 沒有找到直接說原因的句子；原因也可能寫在前後文裡。
missing-lack = 最接近的段落沒有說「{ $words }」的情況。
missing-month = 最接近的段落沒有說到{ $words }；報告大多按年說。
missing-ordinal = 最接近的段落沒有說「{ $words }」。
unmet = 沒有找到{ $parts }。
unmet-words = 說到“{ $text }”的
unmet-number = 說到“{ $text }”的
unmet-year = { $text }年的
unmet-target = 目標
unmet-actual = 完成情況
unmet-elsewhere = 這句沒有限於{ $text }。
question-without-words = 請用文字提問，例如一個關鍵詞、一句話，或者一段要核對的引文。
list-comma = 、
narrowed = 篩選：{ $to }
passages-counted = { $count } 段
group-summary = 共 { $total } 段，按報告分列（{ $reports } 份）。點數字只看該報告。
compare-summary = { $reports } 份報告提到，各取最相關的一段，按地區、年份排列。點數字看全段。
compare-what = 比什麼？寫上指標再問，例如：新源和伊宁2022年粮食产量对比
only-weak = 沒有直接對應的段落，以下僅部分相關。

# 誰提到、何時、多少次
mentions-all = “{ $phrase }”：{ $asked } 份報告都提到，共 { $total } 次
mentions-some = “{ $phrase }”：{ $asked } 份報告中 { $reports } 份提到，共 { $total } 次
mentions-none = 沒有一份報告提到“{ $phrase }”
mentions-one = { $report } 的報告提到「{ $phrase }」 { $total } 次
mentions-one-none = { $report } 的報告沒有提到「{ $phrase }」
mentions-no-reports = 這裡沒有這一級的報告：{ $kind }
mentions-scope = 只就這裡的 { $reports } 份報告{ $kind }而言：{ $places } 個地區，{ $years } 年。
mentions-first = 最早見於：
mentions-same-year = 同年提到的還有 { $count } 份：{ $names }
mentions-most = 次數最多：
mentions-times = {" "}{ $count } 次（每萬字 { $rate }）
mentions-other-words = 寫了相近說法（包括{ $named }{ $more }）的有 { $reports } 份：
mentions-other-words-too = 另有 { $reports } 份沒有這個詞，但寫了相近說法（包括{ $named }{ $more }），未計入。
mentions-said = 提到（{ $reports }）
mentions-without = 沒有提到（{ $reports }）
mentions-said-otherwise = 相近說法（{ $reports }）
button-trend = 歷年走勢
button-mentions = 誰提到
button-kwic = 逐處查看
trend-usage = 把詞寫在 /trend 後面，例如：/trend 數字鄉村，或 /trend 數字鄉村 vs 智慧農業
trend-summary = { $total } 次，{ $asked } 份報告中 { $reports } 份提到
trend-by-year = 逐年
trend-rates = 每萬字次數：
trend-year = ：{ $count } 次 · { $reports } 份中 { $saying } 份 · 每萬字 { $rate }
trend-earlier = { $from }–{ $to }：{ $counts } 次
trend-thin-mark = ＊
trend-thin = ＊ 該年報告不足 3 份，不宜比較。
trend-places = 各地（柱與數字為逐份報告的次數）
kwic-usage = 把詞寫在 /kwic 後面，例如：/kwic 數字鄉村
kwic-summary = { $reports } 份報告，{ $total } 處
kwic-sort-date = 按時間
kwic-sort-after = 按後文
kwic-sort-before = 按前文
changes-usage = 把地區寫在 /changes 後面，也可以加年份，或寫兩個地區，例如：/changes 伊寧市 2023
# As HTML names the language.
language-tag = zh-Hant
changes-title = 提法變化
changes-summary = 數字不同 { $figure } 處 · 改寫 { $reworded } · 新增 { $new } · 不再提 { $dropped } · 未變 { $kept }（按句）
changes-terms = 新提法
changes-terms-scope = （此前 { $reports } 份報告都沒有的詞）
changes-figures = 數字不同
changes-legend = 刪除線：前一份；底線：後一份。
changes-source-gap = {" "}—{" "}
changes-part-figure = 數字不同（{ $count }）
changes-part-reworded = 改寫（{ $count }）
changes-part-new = 新增（{ $count }）
changes-part-dropped = 不再提（{ $count }）
changes-button-figure = 數字不同 { $count }
changes-button-reworded = 改寫 { $count }
changes-button-new = 新增 { $count }
changes-button-dropped = 不再提 { $count }
changes-button-terms = 新提法 { $count }
changes-button-overview = 返回概覽
changes-no-place = 沒有認出地區，或者語料裡沒有它的報告。例如：/changes 伊寧市 2023，或 /changes 新源縣 伊寧市
changes-no-year = 語料裡沒有這一年的報告。/reports 看看有哪些。
changes-no-single = 這個地區只有這一份報告，沒有更早的可比。可以寫兩個地區：/changes 新源縣 伊寧市

# 提問中的問題
fault-unknown-filter = 沒有這個篩選項：{ $text }，已按普通詞處理。可用：地区、年份、级别、报告、届。
fault-unknown-place = 語料中沒有這個地區的報告：{ $text }
fault-unknown-report = 語料中沒有這份報告：{ $text }
fault-unknown-level = 沒有這個級別：{ $text }。可用：国、省级、省、自治区、直辖市、州、市、县、区、乡。
fault-bad-year = 年份寫法不對：{ $text }。請寫四位數字，例如 2023 或 2022-2024。
fault-bad-congress = 屆次寫法不對：{ $text }。請寫數字，例如 届:18。
fault-too-long = 提問太長，只查了前面一部分。

# 按鈕
button-group = 按報告
button-filter = 篩選
button-widen = ✕ { $to }
button-check = 引文核對
button-first-page = 回到第一頁
button-previous = 上一段
button-next = 下一段
button-copy = 複製
button-copy-words = 複製原句
button-copy-source = 複製出處
button-share = 分享
button-formats = 引文格式
button-outline = 目錄
button-page = 打開網頁
button-source = 原文網址
button-another = 再來一段
button-back = 返回結果
button-results = 相關段落
button-open = 打開原段
button-whole = 全段
button-sentence-before = ＋上一句
button-sentence-after = ＋下一句
button-from-start = 從頭閱讀
button-cite = 引用
button-all-reports = 全部報告
button-narrow = { $label } · { $count }

# 段落
paragraph = 第{ $number }段
page = 第{ $number }頁
paragraph-of = { $place }（全文 { $total } 段）
passage-unknown = 這個段落已不在語料中，可能報告已經更新。可以直接發幾個字重新查找，或用 /reports 瀏覽。
report-unknown = 這份報告已不在語料中。用 /reports 看看現有的報告。
section-unknown = 這一節已不在報告中，可能報告已經更新。

# 引文核對
quote-verbatim = 與原文一致 ✓
quote-differs = 與原文有出入：{ $count } 處不同
quote-legend = 刪除線：此處原文沒有；底線：引文缺少
quote-punctuation = 文字與原文一致，僅標點不同
quote-cut-figure = 引文截斷了一個數字，原文是“{ $figure }”。
quote-others = 另有 { $count } 段也有這句話：
quote-true-words = 原文
quote-not-found = 沒有找到這段引文
quote-nearest = 最接近的段落：
quote-folded = 未計差異：{ $what }
quote-part = 只核對了引文本身，不含前後的話。
quote-cut = 引文太長，只核對了前 { $count } 字。
quote-omits = 各部分與原文一致，但中間省略了 { $count } 字
quote-omitted = 省略的原文：{ $words }
quote-omits-negation = 省略的文字裏有“{ $word }”，可能改變原意。
quote-pieced = 各句原文都有，但原文不是這樣連在一起的
quote-gap = （原文中間還有 { $count } 字）
quote-moved = “{ $words }”原文有，但不在此處，見
quote-figure = 數字不同：原文“{ $printed }”，引文“{ $typed }”。
quote-denial-missing = 引文缺少“{ $words }”，意思可能相反。
quote-denial-added = 引文多出“{ $words }”，意思可能相反。
quote-denial-differs = 意思可能相反：原文“{ $printed }”，引文“{ $typed }”。
quote-same-values = 只是數字的寫法不同，數值相同。
quote-misattributed = 出自{ $place }{ $year }年的報告，不是{ $named }的話。
quote-reordered = 文字全都相同，只是先後不同。
quote-sic = 原文此處印作“{ $words }”。
folding-width = 全形半形
folding-case = 大小寫
folding-script = 簡體繁體
folding-spaces = 空格
folding-punctuation = 標點
verify-usage = 把要核對的引文寫在 /verify 後面，或者用 /verify 回覆一則訊息。

# 對比、報告、引用
compare-usage = 把要對比的內容寫在 /compare 後面，例如：/compare 粮食产量
ask-usage = 把問題寫在 /ask 後面，例如：/ask 旅游收入
cite-usage = 用 /cite 回覆一則帶段落的訊息，或把段落編號或關鍵詞寫在後面，例如：/cite 粮食产量
cite-hint = 點一下即可複製。
cite-plain = 純文字
reports-title = 政府工作報告
reports-summary = 共 { $reports } 份報告、{ $passages } 段。點開看目錄。
reports-narrowed = “{ $words }”：{ $reports } 份報告。
reports-empty = 語料裡還沒有報告。
choose-report = 有 { $count } 份報告，點開看：
outline-note = 原文註明：{ $note }
outline-summary = { $passages } 段 · { $sections } 節

# 介紹
welcome-title = 引據：政府工作報告裡的原話和出處
welcome-text = 發一個關鍵詞、一個問題，或一段引文。我會給出報告裡的原文，一字不改，附上出處，可以直接複製、轉發。繁體、簡體提問都可以。
welcome-hint = 試試看：
example-1 = { $place } { $year } 旅游收入
example-2 = { $place }GDP增长目标是多少？
example-3 = { $place } 就业
sample-place = 伊宁市
help-title = 怎麼用
help-ask-title = 提問
help-ask =
    { $place } { $year } 旅游收入
    { $place }建了多少公里公路？
    點 1–5 打開段落，◀ ▶ 翻頁。
help-quote-title = 核對引文
help-quote =
    把一段引文貼過來，就會告訴您與原文是否一致、哪些字不同。
    也可以用 /verify 回覆別人的訊息。
help-narrow-title = 精確查找
help-narrow =
    “鄉村振興” 原樣包含這幾個字
    就業 -高校 不含“高校”
    旅遊 地区:{ $place } 年份:{ $year }
    產業 报告:{ $report }
help-read-title = 閱讀和對比
help-read =
    /reports 全部報告和目錄
    /compare 糧食產量 各地各年對照
    /changes { $place } 與上一份報告比，提法有什麼變化
    /trend 鄉村振興 逐年次數；/kwic 鄉村振興 逐處查看
    哪些地方提到了鄉村振興？
    /random 隨機一段
help-share-title = 引用和轉發
help-share =
    段落下面有“複製引文”和“分享”；/cite 給出 GB/T 7714、BibTeX 格式。
    在任何聊天裡輸入 @{ $bot } 旅遊收入，選一段發出。
help-group-title = 群組
help-group = 用 /ask 提問，或者 @{ $bot }，或者回覆我的訊息。其餘訊息我不理會。
privacy-title = 隱私
privacy-text =
    · 不保存對話：問題寫在回覆訊息自身的連結裡，按鈕和追問靠它工作，伺服器上不留；記憶體裡只記最近一則回覆的編號。
    · 群組中只處理 /ask 等命令、@我 或回覆我的訊息。
    · 為防濫用，會在短時間內統計提問次數。
privacy-language = · 用 /lang 選過語言的，只儲存這一項設定（使用者編號和語言）；/forget 隨時刪除。
privacy-not-logged = · 日誌裡沒有提問內容，也沒有用戶編號。
privacy-logged = · 本機器人的營運者開啟了提問日誌：會記錄提問內容，用戶編號經加鹽雜湊處理。
about-title = 引據 yinju
about-text = 在政府工作報告裡查原話、查出處的機器人。引用的文字與報告逐字一致，省略處標“…”。
about-corpus = 語料：{ $reports } 份報告，{ $places } 個地區，{ $from }–{ $to } 年，共 { $passages } 段。
about-newest = 最新一份：{ $date }

# 其他
media = 我只看得懂文字。請發關鍵詞、問題，或要核對的引文。
language-name = 繁體中文
language-chosen = 介面語言：{ $language }。引用的原文不受影響。點按鈕更換，/forget 刪除這個設定。
forgotten = 已刪除您的語言設定。此外沒有儲存別的。
nothing-to-forget = 沒有儲存過您的任何設定。
talk-greeting = 你好！發一個關鍵詞、一個問題或一段引文，我給出政府工作報告裡的原話和出處。比如：
talk-who = 我是引据，一個在政府工作報告裡查原話、查出處、核對引文的機器人。引用的文字與報告逐字一致。比如問：
talk-thanks = 不客氣。還想查什麼，直接發過來就行。
talk-farewell = 再見，需要查報告時再來。
talk-assent = 好的。還想查什麼，直接發過來就行。
talk-trust = 引用的文字與報告逐字一致，數字也是報告裡印的，不是我算的。點「全段」看上下文，點出處看是哪份報告、哪次會議；報告本身說得對不對，我不評。目前收錄了這些：
talk-write = 我不代寫、不改寫、不總結，只給報告裡的原話。告訴我主題，例如「民族團結」，我來找可以直接引用的句子。
talk-complaint = 抱歉沒答到點上。換個說法、寫明地區和年份再試試，例如「昭苏县2024年旅游收入」；要原樣查找，給詞加引號：“乡村振兴”。
reply-first = 請回覆我的那條回答再這樣問（左滑或長按它，選「回覆」），我才知道說的是哪個問題。也可以把問題寫全，例如：昭苏县2024年旅游收入
reply-passage = 那則訊息裡沒有可看的段落。請回覆一則帶段落的回答。
reply-unclear = 這則回覆我沒看懂。可以這樣問：那昭苏呢 · 2023年呢 · 只看目標 · 加上伊宁市 · 還有嗎 · 第二條 · 出處 · 畫成圖。也可以把問題寫全。
reply-unnumbered = 那條回答裡沒有找到這一項。可以把那一項的名字寫出來問。
unknown-command = 沒有 /{ $name } 這個命令。直接發問題就行，用法見 /help
unknown-button = 這個按鈕已經失效，請重新提問。
unknown-start = 這個連結打不開：裡面的段落或報告不在語料中。直接發幾個字就能查找。
question-lost = 這則訊息裡沒有可用的提問，請重新提問。
search-unavailable = 檢索服務暫時不可用，請稍後再試。
failure = 出了點問題，這一步沒有完成。請再試一次；若仍不行，請把編號 { $id } 告訴管理員。
inline-none = 沒有找到，換個詞試試
inline-unfinished = 把問題寫全，例如：昭蘇縣 旅遊收入
inline-unavailable = 暫時無法檢索，請稍後再試

# 命令選單
command-ask = 提問：關鍵詞或一句話
command-verify = 核對引文是否與原文一致
command-compare = 對比各地各年的說法
command-trend = 一個詞逐年出現多少次
command-kwic = 逐處查看一個詞的上下文
command-changes = 兩份報告的提法變化
command-reports = 瀏覽全部報告
command-cite = 產生引文格式
command-random = 隨機讀一段
command-lang = 切換介面語言
command-forget = 刪除儲存的語言設定
command-help = 用法示例
command-privacy = 隱私說明
command-about = 語料規模與說明
bot-description =
    在政府工作報告裡查原話、查出處。

    發關鍵詞、問題或引文，得到一字不改的原文，附報告、日期、會議、段落；一鍵複製引文、打開上下文、轉發到別的聊天。
bot-short-description = 政府工作報告：查原話、查出處、核對引文。

claim-agrees = 與報告一致 ✓
claim-differs = 與報告不符：
claim-bound = 數字相同，少了限定詞：
claim-no = 不是：
claim-unsure = 未能確認：
claim-figure = { $place }{ $year }年{ $name }{ $numbers }（{ $kind }）
claim-year = { $year }年
claim-not-stated = 報告沒有說{ $what }是這個數
claim-not-reached = 報告沒有說{ $what }已經做到這個數
claim-not-planned = 報告沒有把{ $what }的這個數定為目標
claim-instead = 報告說的是「{ $source }」，不是「{ $said }」
claim-meant = 「{ $said }」是{ $place }{ $year }年的{ $kind }。
claim-of = { $year }年 · { $kind }
claim-written-otherwise = 數字相符，寫法與報告不同，以原文為準。
claim-aside = 報告沒有說「{ $words }」，那是評論，不是數字。
claim-rounded = 數字取了整，報告寫的是：{ $figures }
claim-more-words = 數字與報告一致，但報告沒有說「{ $words }」
claim-other-words = 報告裡有這些數字，但說法不同，說的是不是一回事請對照原文：
quote-cut-qualifier = 原文還有「{ $words }」，引文沒有
quote-words-only = 文字與原文一致
quote-of-other = 文字是原文，但出自{ $source }，不是{ $said }
draft-summary = { $count } 句：{ $right } 一致，{ $wrong } 不符，{ $missing } 找不到
kind-actual = 實績
kind-target = 目標
kind-plan = 計劃

# 數字
figures-year = 年份
figures-of-year = { $year }年
figures-no-value = 報告只說了增速，沒有說總量。
figures-no-change = 報告只說了數值，沒有說增速。
figures-silent = 沒有說{ $indicator }：{ $places }
figures-otherwise = 換了說法，沒有列入：{ $places }
figures-uncovered =
    { $kind ->
        [target] 這裡沒有專門安排那一年工作的報告：{ $places }
        [actual] 這裡沒有專門回顧那一年的報告：{ $places }
       *[other] 這裡沒有專談那一年的報告：{ $places }
    }
figures-basis = 口徑以原文為準，報告沒有另說是否相同：
figures-elsewhere = 報告裡另外說了：
figures-silent-place = { $place }（{ $year }年）
figures-and-more = { $places } 等，另有 { $rest } 處
figures-years-differ = 各地報告的年份不同。
figures-part = 只是其中一部分：{ $place }{ $year }年{ $name }
figures-converted = 為便於對照已統一單位，原文為：{ $printed }
compare-without = 沒有提到：{ $reports }
compare-none = 沒有報告原樣提到“{ $words }”，以下僅相近。
draft-title = 核對結果
draft-verdict-right = ✓ 一致
draft-verdict-wrong = ✗ 不符
draft-verdict-missing = ? 找不到
draft-more = 其餘見所附檔案。
draft-nothing = 這份稿件沒有引用報告的話，也沒有報告說到的數字。
draft-unreadable = 讀不了這份檔案：{ $reason }
conflict-place = 地點
conflict-year = 年份
conflict-kind = 實績或目標
conflict-bound = 限定詞
conflict-figure = 數字
conflict-words = 文字
conflict-line = { $what }：稿件說{ $said }，報告是{ $source }。
conflict-unknown = { $what }：報告沒有說到{ $said }。
conflict-unsaid = （沒有）

# 圖片
picture-name = 引據
button-card = 卡片
button-chart = 圖表
card-verified = 逐字核對
card-sentence = 節選：全段 { $count } 句中的第 { $first } 句
card-sentences = 節選：全段 { $count } 句中的第 { $first }—{ $last } 句
card-too-long = 這一句太長，一張圖片放不下。可以複製文字，或打開原段。
card-characters = 圖片用的字體沒有這些字：{ $characters }。可以複製文字。
card-unavailable = 這裡不能產生圖片。
card-busy = 正在產生的圖片太多，請稍候再試。
chart-none = 畫不成圖。能畫的是一個指標的歷年數字（昭蘇縣歷年旅遊收入），或幾個地方的同一個指標（各縣旅遊收入）：先問數字，再說「畫個圖」。
figures-other-years = 這裏沒有 { $year } 年的，列的是別的年份。
chart-unit = 單位：{ $unit }
chart-change = 增速
chart-source = 資料來源：各地政府工作報告
chart-more = 另有 { $count } 條未畫出
chart-rate = 每萬字次數
chart-times = 次數

# 文件
button-csv = CSV 表格
button-docx = Word 全文
button-html = HTML 全文
file-none = 沒有可以寫進檔案的內容。
