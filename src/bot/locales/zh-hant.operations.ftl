access-refused = 本機器人僅供獲准的使用者使用。如需使用，請把您的編號 { $id } 告訴管理者。
limit-reached = 您問得太快了，請稍等片刻再試。
admin-reloaded = 語料已重新讀取。
    { $outcome }
admin-stats = 運行 { $hours } 小時，內存 { $memory } MB
    索引（{ $backend }）：{ $reports } 份報告，{ $passages } 段
    更新 { $updates }，回答 { $answers }，出錯 { $failures }，拒絕 { $refused }，被屏蔽 { $blocked }
    接口錯誤 { $apiErrors }
admin-import-how = 請發送一個文件（txt、md、html、docx、pdf 或 zip），並在說明中寫 /import；也可以用 /import 回覆一個文件。可加 id=… place=… year=… date=… speaker=… url=…
admin-import-gone = 原來的文件已不在，請重新發送。
admin-import-understood = 📄 { $file }
    編號：{ $id }
    標題：{ $title }
    地區：{ $place }
    年份：{ $year }
    會議：{ $meeting }
    日期：{ $date }
    報告人：{ $speaker }
    標題 { $headings } 個，段落 { $paragraphs } 段；保留 { $kept } 字，去掉 { $dropped } 字
admin-import-replaces = ⚠ 將替換已有的報告 { $id }
admin-import-failed = ✗ { $file }：{ $reason }
admin-import-stored = ✓ { $file } 已收錄為 { $id }，現在就能查到。
admin-import-stored-only = ✓ { $file } 已存為 { $id }，但還不在索引中；請查看日誌，或運行 yinju check。
admin-file-too-large = 文件超過 { $limit } MB，請只發文字部分。
admin-file-unreachable = 無法從 Telegram 取得文件，請稍後再試。
admin-remove-how = 沒有編號為“{ $id }”的報告。請寫 /remove 和編號，例如 /remove yining-2023；/reports 列出全部報告。
admin-remove-ask = 刪除 { $id }？
    { $title }，{ $passages } 段
admin-remove-really = 真的刪除 { $id }？報告文件會被刪掉，原件仍留在 originals 裡。
admin-removed = 已刪除。
    { $outcome }
admin-cancelled = 已取消，什麼也沒有改動。
admin-button-import = ✓ 收錄
admin-button-cancel = ✕ 取消
admin-button-remove = 刪除
admin-button-really = 真的刪除
