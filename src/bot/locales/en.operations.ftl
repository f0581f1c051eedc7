access-refused = This bot is for invited people only. To use it, tell its operator your number { $id }.
limit-reached = You are asking faster than I can answer. Please wait a moment.
admin-reloaded = The corpus was read anew.
    { $outcome }
admin-stats = Up { $hours } h, memory { $memory } MB
    Index ({ $backend }): { $reports } reports, { $passages } passages
    Updates { $updates }, answers { $answers }, failures { $failures }, refused { $refused }, blocked { $blocked }
    API errors { $apiErrors }
admin-import-how = Send a file (txt, md, html, docx, pdf or zip) with the caption /import, or reply to a file with /import. Further: id=… place=… year=… date=… speaker=… url=…
admin-import-gone = The file is not there any more. Please send it again.
admin-import-understood = 📄 { $file }
    id: { $id }
    title: { $title }
    place: { $place }
    year: { $year }
    meeting: { $meeting }
    date: { $date }
    speaker: { $speaker }
    { $headings } headings, { $paragraphs } paragraphs; { $kept } letters kept, { $dropped } dropped
admin-import-replaces = ⚠ This replaces the report { $id }
admin-import-failed = ✗ { $file }: { $reason }
admin-import-stored = ✓ { $file } is in the corpus as { $id } and can be found from now on.
admin-import-stored-only = ✓ { $file } is on disk as { $id }, but not in the index; see the log, or run yinju check.
admin-file-too-large = The file is larger than { $limit } MB. Please send the text alone.
admin-file-unreachable = The file could not be fetched from Telegram. Please try again later.
admin-remove-how = There is no report with the id “{ $id }”. Write /remove and an id, for example /remove yining-2023; /reports lists them.
admin-remove-ask = Remove { $id }?
    { $title }, { $passages } passages
admin-remove-really = Really remove { $id }? The report file goes; the original stays in originals.
admin-removed = Removed.
    { $outcome }
admin-cancelled = Cancelled; nothing was changed.
admin-button-import = ✓ Import
admin-button-cancel = ✕ Cancel
admin-button-remove = Remove
admin-button-really = Really remove
