/** Reads the speaker and the speaker's post off the lines of a report's head. */

import { withoutSpaces } from '../../text/normalizer.ts'
import { HEADS_OF_GOVERNMENT } from '../../text/place-name.ts'
import { isPlaceName } from './place.ts'
import { DAY } from './read-date.ts'

export interface Speaker {
  readonly name: string
  /** As printed: 市长, 自治区主席, 新源县委副书记，政府副县长、代县长. */
  readonly post: string
}

export interface SpeakerInput {
  /** Lines of the head with the spaces that the source has. */
  readonly lines: readonly string[]
  /** What a header calls 报告人, or ''. */
  readonly keyed: string
  readonly named: string
  readonly place: string
}

const POST = `(?:(?:副总理|国务委员)(?:兼[\\p{Script=Han}]{2,14}?(?:部长|主任))?|${HEADS_OF_GOVERNMENT})`
/** A Han name of two to four characters, or one with ·. */
const NAME = '(?:\\p{Script=Han}{1,12}(?:[·•・‧．.]\\p{Script=Han}{1,14}){1,4}|\\p{Script=Han}{2,4})'
/** The same, as short as what follows allows. */
const NAME_SHORT = '(?:\\p{Script=Han}{1,12}?(?:[·•・‧．.]\\p{Script=Han}{1,14}?){1,4}|\\p{Script=Han}{2,4}?)'
/** A line that names meeting, post and speaker is shorter. */
const MAX_LINE_UTF16 = 140
const POST_THEN_NAME = new RegExp(
  `((?:[\\p{Script=Han}，、（）()]{0,40}?)?(?:代理?)?${POST}(?:[（(]代理?[）)])?)[:：]?(${NAME})$`,
  'u',
)
/** …会议上省长毛伟明作政府工作报告, 省长李乐成在…会议上的讲话. */
const POST_NAME_ACTS = new RegExp(
  `((?:[\\p{Script=Han}]{0,16}?人民政府)?(?:代理?)?${POST})(${NAME_SHORT})(?=作|在|向|代表|同志)`,
  'u',
)
const NAME_THEN_POST = new RegExp(
  `(?:^|[—–-]|日)(${NAME_SHORT})((?:代理?)?(?:副)?${POST})(?=$|在|作|于)`,
  'u',
)

/** What stands behind a date without a space does not begin with its 日: 2024年1月23日自治区人民政府主席. */
const DATE = new RegExp(DAY, 'gu')

/** Looks for post and name in the line below the meeting's, in either order, also where spaces stand inside them. */
export function readSpeaker(
  { lines, keyed, named, place }: SpeakerInput,
  from: Record<string, string>,
): Speaker {
  for (const line of withJoins(lines)) {
    const found = readLine(line, place)
    if (found !== null) return found
  }
  const whole = new RegExp(`^${NAME}$`, 'u')
  const alone = lines
    .slice(1)
    .map(withoutSpaces)
    .findLast((line) => whole.test(line) && isName(line))
  if (alone !== undefined && !isPlaceName(alone)) return { name: alone, post: '' }
  if (keyed !== '') {
    from.speaker = 'header'
    return readLine(keyed, place) ?? { name: withoutSpaces(keyed), post: '' }
  }
  const inName = new RegExp(`(?:^|人民政府)((?:代理?)?${POST})(${NAME_SHORT})(?=在|作)`, 'u').exec(named)
  if (inName === null) return { name: '', post: '' }
  from.speaker = 'file name'
  return { name: inName[2] ?? '', post: inName[1] ?? '' }
}

/** 报告人：… of a header is asked later; 县长：… is a post. */
const KEYED = new RegExp(`^(?!.{0,6}${POST}[:：]).{1,7}[:：]`, 'u')

/** Each line alone, then neighbours together: the post may stand above the name. */
function withJoins(lines: readonly string[]): string[] {
  const own = lines.filter((line) => !KEYED.test(line))
  const pairs = own.slice(1).map((line, index) => `${own[index] ?? ''} ${line}`)
  const triples = own.slice(2).map((line, index) => `${own[index] ?? ''} ${own[index + 1] ?? ''} ${line}`)
  return [...own, ...triples.filter((line) => line.length < 40), ...pairs, own.join('')]
}

function readLine(line: string, place: string): Speaker | null {
  const packed = withoutSpaces(line)
    .replace(/[)）]$/u, '')
    .replace(DATE, '—')
  const tail = packed.replace(/^.*(?:会议上?|大会上?|报告|通过)[）)]?/u, '')
  const isShort = packed.length < MAX_LINE_UTF16
  const match = isShort
    ? (POST_THEN_NAME.exec(tail) ?? (tail === packed ? null : POST_THEN_NAME.exec(packed)))
    : null
  if (match !== null) {
    const post = tidyPost(match[1] ?? '')
    const name = match[2] ?? ''
    if (isName(name)) return { name, post }
  }
  const acting = isShort ? POST_NAME_ACTS.exec(packed) : null
  if (acting !== null && isName(acting[2] ?? ''))
    return { name: acting[2] ?? '', post: tidyPost((acting[1] ?? '').replace(/^.*会议上/u, '')) }
  const reversed = NAME_THEN_POST.exec(packed)
  if (
    reversed !== null &&
    isName(reversed[1] ?? '') &&
    !isPlaceName(reversed[1] ?? '') &&
    !place.includes(reversed[1] ?? '')
  ) {
    return { name: reversed[1] ?? '', post: reversed[2] ?? '' }
  }
  return null
}

function tidyPost(post: string): string {
  return post.replace(/^[，、（）()]+/u, '')
}

const NO_NAME = /政府|工作|报告|会议|人民|代表|各位|主任|市长|县长|同志|委员/u

function isName(text: string): boolean {
  return !NO_NAME.test(text)
}
