/** Turns randomness into updates as Telegram could send them, and as it never would: every field may be missing, foreign or wild. */
import fc from 'fast-check'

const wildText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    '/',
    '/start',
    '/ask',
    '/verify',
    '/compare GDP',
    '/reports',
    '/random',
    '/cite x_y',
    '/help@yinju_test_bot',
    '/stats',
    '/reload',
    '/import',
    '/remove ../../x',
    '伊宁市2022年GDP',
    '“十二万吨',
    '地区: 年份:99999 -',
    '🎉🎉',
    '\u0000\u202E',
    '？！。，',
    'GDP '.repeat(1500),
    '政府'.repeat(2600),
    '\uD800',
    'A:really:yining-2023',
  ),
)
const wildId = fc.oneof(
  fc.integer({ min: -5, max: 520 }),
  fc.maxSafeInteger(),
  fc.constantFrom(0, -1, 501, -1001234567890),
)
const data = fc.oneof(
  wildText,
  fc
    .tuple(
      fc.constantFrom('1', '0', '2', ''),
      fc.constantFrom('o', 'l', 'g', 'c', 'q', 's', 'r', 'u', 'b', 'x', 'n', 'k', 'i'),
      wildText,
    )
    .map((parts) => parts.join(':')),
  fc.constantFrom(
    '1:l:5',
    '1:o:yining-2023_00000000',
    '1:r:0',
    '1:u:yining-2023:0',
    '1:s:yining-2023:1:0',
    '1:u:c',
    '1:u:v',
    '1:p:yining-2023_00000000:0:1',
    'A:import',
    'A:cancel',
    'A:remove:yining-2023',
    'A:really:nothing-2023',
  ),
)
const user = fc.record(
  {
    id: wildId,
    is_bot: fc.boolean(),
    first_name: wildText,
    language_code: fc.constantFrom('zh-hans', 'zh-TW', 'en', 'xx', '', '💥'),
  },
  { requiredKeys: ['id', 'is_bot', 'first_name'] },
)
const chat = fc.record(
  { id: wildId, type: fc.constantFrom('private', 'group', 'supergroup', 'channel', 'odd'), title: wildText },
  { requiredKeys: ['id', 'type'] },
)
const entity = fc.record(
  {
    type: fc.constantFrom('mention', 'bot_command', 'text_link', 'text_mention', 'bold', 'url', 'odd'),
    offset: fc.integer({ min: -3, max: 70 }),
    length: fc.integer({ min: -3, max: 70 }),
    url: wildText,
  },
  { requiredKeys: ['type', 'offset', 'length'] },
)
const plainMessage = fc.record(
  {
    message_id: wildId,
    date: fc.nat(),
    chat,
    from: user,
    text: wildText,
    caption: wildText,
    entities: fc.array(entity, { maxLength: 4 }),
    caption_entities: fc.array(entity, { maxLength: 2 }),
    document: fc.record(
      { file_id: wildText, file_unique_id: wildText, file_name: wildText, file_size: fc.integer() },
      { requiredKeys: ['file_id', 'file_unique_id'] },
    ),
    via_bot: user,
    sticker: fc.constant({}),
    new_chat_members: fc.array(user, { maxLength: 2 }),
    reply_markup: fc.constant({ inline_keyboard: [] }),
    guest_query_id: wildText,
  },
  { requiredKeys: ['message_id', 'date', 'chat'] },
)
const message = fc
  .tuple(plainMessage, fc.option(plainMessage, { nil: undefined }))
  .map(([outer, reply_to_message]) =>
    reply_to_message === undefined ? outer : { ...outer, reply_to_message },
  )
// A button hangs on a message of the chat or on one that was sent inline.
const callback = fc
  .tuple(
    fc.record(
      { id: fc.string({ maxLength: 20 }), from: user, chat_instance: wildText, data },
      { requiredKeys: ['id', 'from', 'chat_instance'] },
    ),
    fc.oneof(fc.record({ message }), fc.record({ inline_message_id: wildText.filter((id) => id !== '') })),
  )
  .map(([fields, place]) => ({ ...fields, ...place }))
const inline = fc.record(
  {
    id: fc.string({ maxLength: 20 }),
    from: user,
    query: wildText,
    offset: fc.oneof(wildText, fc.nat().map(String)),
    chat_type: fc.constantFrom('sender', 'group', 'odd'),
  },
  { requiredKeys: ['id', 'from', 'query', 'offset'] },
)

// What asks to be answered always says by which id: the Bot API could not be called without.
const guestMessage = fc
  .tuple(message, wildText)
  .map(([fields, guest_query_id]) => ({ ...fields, guest_query_id }))

/** The fields of an update besides its id. */
export const randomUpdate = fc.oneof(
  { weight: 5, arbitrary: fc.record({ message }) },
  { weight: 1, arbitrary: fc.record({ edited_message: message }) },
  { weight: 4, arbitrary: fc.record({ callback_query: callback }) },
  { weight: 3, arbitrary: fc.record({ inline_query: inline }) },
  {
    weight: 1,
    arbitrary: fc.record({
      chosen_inline_result: fc.record({ result_id: wildText, from: user, query: wildText }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ guest_message: guestMessage }) },
  {
    weight: 1,
    arbitrary: fc.record({
      my_chat_member: fc.record({
        chat,
        from: user,
        date: fc.nat(),
        old_chat_member: fc.record({ status: wildText, user }),
        new_chat_member: fc.record({ status: wildText, user }),
      }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ channel_post: message }) },
  {
    weight: 1,
    arbitrary: fc.dictionary(
      fc.constantFrom('poll', 'message_reaction', 'purchased_paid_media', 'odd'),
      fc.anything(),
      { minKeys: 1, maxKeys: 2 },
    ),
  },
)
