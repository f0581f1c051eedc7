access-refused = 本机器人仅供获准的用户使用。如需使用，请把您的编号 { $id } 告诉管理者。
limit-reached = 您问得太快了，请稍等片刻再试。
admin-reloaded = 语料已重新读取。
    { $outcome }
admin-stats = 运行 { $hours } 小时，内存 { $memory } MB
    索引（{ $backend }）：{ $reports } 份报告，{ $passages } 段
    更新 { $updates }，回答 { $answers }，出错 { $failures }，拒绝 { $refused }，被屏蔽 { $blocked }
    接口错误 { $apiErrors }
admin-import-how = 请发送一个文件（txt、md、html、docx、pdf 或 zip），并在说明中写 /import；也可以用 /import 回复一个文件。可加 id=… place=… year=… date=… speaker=… url=…
admin-import-gone = 原来的文件已不在，请重新发送。
admin-import-understood = 📄 { $file }
    编号：{ $id }
    标题：{ $title }
    地区：{ $place }
    年份：{ $year }
    会议：{ $meeting }
    日期：{ $date }
    报告人：{ $speaker }
    标题 { $headings } 个，段落 { $paragraphs } 段；保留 { $kept } 字，去掉 { $dropped } 字
admin-import-replaces = ⚠ 将替换已有的报告 { $id }
admin-import-failed = ✗ { $file }：{ $reason }
admin-import-stored = ✓ { $file } 已收录为 { $id }，现在就能查到。
admin-import-stored-only = ✓ { $file } 已存为 { $id }，但还不在索引中；请查看日志，或运行 yinju check。
admin-file-too-large = 文件超过 { $limit } MB，请只发文字部分。
admin-file-unreachable = 无法从 Telegram 取得文件，请稍后再试。
admin-remove-how = 没有编号为“{ $id }”的报告。请写 /remove 和编号，例如 /remove yining-2023；/reports 列出全部报告。
admin-remove-ask = 删除 { $id }？
    { $title }，{ $passages } 段
admin-remove-really = 真的删除 { $id }？报告文件会被删掉，原件仍留在 originals 里。
admin-removed = 已删除。
    { $outcome }
admin-cancelled = 已取消，什么也没有改动。
admin-button-import = ✓ 收录
admin-button-cancel = ✕ 取消
admin-button-remove = 删除
admin-button-really = 真的删除
