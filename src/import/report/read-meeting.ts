/** Reads the meeting off the joined lines of a report's head. */
import { lastPart } from '../../text/place-name.ts'
import { completePlace, isPlaceName, STATE_COUNCIL } from './place.ts'

const NUMERAL = '[一二三四五六七八九十百\\d]{1,4}'
const HAN = '\\p{Script=Han}'
/** 伊宁市第十八届人民代表大会第三次会议; 第 may be missing, 人大 stand for the assembly. */
export const MEETING = new RegExp(
  `((?:(?:(?!第)${HAN}){2,22}?)?)(第?${NUMERAL}届(?:全国)?(?:人民代表大会|人大)(?:常务委员会)?(?:第?${NUMERAL}次(?:全体)?(?:会议|大会)?|第?${NUMERAL}次))`,
  'u',
)
/** 第十四届全国人民代表大会第三次会议: the meeting before which the State Council reports. */
export const NATIONAL = new RegExp(`(第?${NUMERAL}届全国人民代表大会(?:第?${NUMERAL}次会议)?)`, 'u')

/** The meeting in full, with its place as printed or as known. */
export function readMeeting(joined: string, place: string): string {
  const national = NATIONAL.exec(joined)
  if (national !== null) return national[1] ?? ''
  const match = MEETING.exec(joined)
  if (match === null) return ''
  const before = (match[1] ?? '').replace(/^.*(?:[日年月]|[在于—–-])/u, '').replace(/^.*(?:报告|会上)/u, '')
  const name =
    isPlaceName(completePlace(before)) || before.endsWith(lastPart(place))
      ? before
      : place === STATE_COUNCIL
        ? ''
        : place
  return name + (match[2] ?? '')
}
