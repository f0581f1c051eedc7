/** Reads from a question which quantity it asks for, and tells whether a piece of a passage states such a one. */
import { foldText } from '../../text/normalizer.ts'
import { MAGNITUDE } from '../../text/numeral.ts'

export interface AskedQuantity {
  /** Figures that answer, at the end of a number: 亿元 for money. */
  readonly units: RegExp
  /** The noun that is counted or measured, folded: 医生 of 多少名医生; '' where the question leaves it open. */
  readonly noun: string
  /** Whether the noun itself is asked for (基数 of 社保缴费基数是多少): then it must be spoken of. */
  readonly isNamed: boolean
  /** Whether the place itself is measured: its area, its population. */
  readonly isOfPlace: boolean
  /** Whether all of them are asked for (有多少个村, 教师人数), not those built or treated: hardly any report says. */
  readonly isTotal: boolean
  /** Whose it is, right before what is measured: 马产业 of 马产业产值; '' where nothing stands there. */
  readonly owner: string
  /** What tells this rate from others: 巩固率 of 义务教育巩固率, 报销 of 医保报销比例; null where no rate is asked for. */
  readonly rate: string | null
}

const NUMBER = '[0-9](?:[0-9.,]*[0-9])?'

const METRES = { unit: '(?:公里|千米|米)', asks: /公里|千米|米|长|远/u, noun: /(?:里程|距离|海拔|长度)$/u }
/** Units that measure the same, each group with what asks for it: a unit, or a noun that is measured in it. */
const DIMENSIONS: readonly { readonly unit: string; readonly asks: RegExp; readonly noun: RegExp }[] = [
  {
    unit: '(?:元|美元|欧元|块)',
    asks: /[元块]|钱|资金|亿$/u,
    noun: /(?:价格?|工资|费用?|学费|票价|债务|余额|存款|贷款)$|补[贴助]|津贴|奖金/u,
  },
  METRES,
  { unit: '(?:平方公里|平方千米|公顷)', asks: /平方公里|平方千米|公顷/u, noun: /(?:国土|行政|总)面积$/u },
  { unit: '(?:亩|公顷|平方米|平方公里|平方千米|平米)', asks: /亩|平方米?|平米|大面积/u, noun: /面积$/u },
  { unit: '(?:吨|公斤|斤|立方米|方|千瓦时|度|万羽|头|只|枚|件|台)', asks: /吨|公斤|斤/u, noun: /产量$/u },
  { unit: '(?:[%‰]|个百分点|成)', asks: /百分|%|成/u, noun: /(?:[^效频汇]率|增速|增幅|占比|比例|比重)$/u },
  { unit: '(?:人|人次|名|位)', asks: /人(?!均)/u, noun: /(?:人口|人数)$/u },
  { unit: '(?:岁|(?<!(?:19|20)\\d\\d)年)', asks: /岁|^年$/u, noun: /(?:寿命|年龄)$/u },
  { unit: '(?:个工作日|天|小时|分钟|个?月|日|年)', asks: /天|小时|分钟|时间|久/u, noun: /时长$/u },
]
/** Whatever counts. */
const ANY_UNIT = '(?:[%‰]|\\p{L})'
const MEASURES = '[个户名家所座条项亩吨元列场次辆台套位匹只头件处块种间匹架艘群股]'
/** 粮食产量是多少, 医生有几名, 固定资产投资多少亿元. */
const BEHIND = new RegExp(
  `(?<noun>(?:\\p{sc=Han}|[a-z][a-z0-9.&]*){1,16}?)(?<verb>一共|总共|大概|大约|现在|目前|共|是|为|有|达到?|了)*(?:多少|有?多(?<size>[大高长宽远])|(?<!哪)几(?=[个十百千万亿]*(?:${MEASURES}|[天人公千平])))(?<unit>[个十百千万亿]*(?:${MEASURES}|平方公里|平方米|公里|千米|米|斤|天|年|人|钱|久|远|岁)?(?:人次)?)[?？了呢啊]*$`,
  'u',
)
/** 多少名医生, 几个区, 多少人口. */
const BEFORE = new RegExp(
  `(?<verb>有|共有|一共有)?(?:多少|多(?<size>[大高长宽远])的?|(?<!哪|指)几(?=[十百千万亿]*${MEASURES}))(?<unit>[十百千万亿]*${MEASURES}|年)?(?<noun>[\\p{sc=Han}]{1,8})[?？了呢啊]*$`,
  'u',
)
/** 过货量, 客运量: what is measured stands before it, unlike in 质量, 总量 and 力量. 产量 is told by what is harvested. */
const AMOUNT = '(?<![总数质能力体容存增变含产]|(?<![客车人])流)量'
/** Nouns that ask for a figure by themselves: 伊宁市面积, 油价, 报销比例, 过货量. */
const MEASURED = new RegExp(
  `(?<noun>[\\p{sc=Han}]{0,8}(?:[^效频汇]率|\\p{sc=Han}{2}${AMOUNT}|比例|比重|占比|面积|人口|人数|数量|总数|个数|产量|海拔|距离|里程|保有量|寿命|价格?|工资|离婚率|出生率|死亡率|犯罪率|(?:水|电|燃?气|取?暖|物业|停车|学|话|网|过路|保教|挂号|垃圾)费|票价|房租|房价))$`,
  'u',
)

/** The quantity asked for; null where the question asks for something else. `places`: as typed. */
export function readQuantity(text: string, places: readonly string[]): AskedQuantity | null {
  let folded = foldText(text)
  for (const place of places) folded = folded.replace(foldText(place), ' ')
  folded = folded.replace(/(?:19|20)\d\d年?|(?:[?？。！!\s呢啊呀]|来着)+$/gu, ' ').trim()
  const behind = BEHIND.exec(folded)
  const before = behind === null ? BEFORE.exec(folded) : null
  const groups = (behind ?? before ?? MEASURED.exec(folded))?.groups
  if (groups === undefined) return null
  const { verb = '', size = '', unit = '' } = groups
  const noun = (groups.noun ?? '').replace(/^的/u, '')
  const dimension =
    DIMENSIONS.find(({ asks }) => unit !== '' && asks.test(unit)) ??
    DIMENSIONS.find((one) => one.noun.test(noun)) ??
    // How high, long or wide something is, is told in metres and kilometres; how large, by what is large.
    (/[高长宽远]/u.test(size) ? METRES : null)
  return {
    units: new RegExp(`${NUMBER}\\s*${MAGNITUDE}${dimension?.unit ?? ANY_UNIT}`, 'u'),
    noun,
    isNamed: /[是为]$/u.test(verb),
    isOfPlace: OF_WHOLE.test(noun) && !/\p{L}\s+\p{L}/u.test(folded),
    isTotal:
      (verb.endsWith('有') &&
        dimension === null &&
        noun.length <= 4 &&
        folded.replace(/[\s的]/gu, '').length <= 12) ||
      (NUMBER_OF.test(noun) && !EVENT.test(folded)),
    owner: OWNED.exec(noun)?.groups?.owner ?? '',
    rate: RATE.exec(noun)?.groups?.rate ?? null,
  }
}

/** 教师人数: the number of all that there are, unless a word beside it says that something happens to them. */
const NUMBER_OF = /(?:人数|数量|总数|个数)$/u
const EVENT =
  /新|[增减][加少产设长]|净增|[建修造]|接待|游客|参[加保与]|培训|发放|完成|实施|改造|转移|脱贫|就业|失业|招|签|引进|惠及|[务打]工|外出|就诊/u
/** A measure with what it is the measure of. */
const OWNED =
  /^(?:全[国省市县区州疆]|目前|现在|当前)?(?<owner>(?:(?![和与及跟的])\p{sc=Han}){1,8}?)的?(?:总?产值|(?:年|总)?产量|销量|销售额|收入|利润|面积|投资额?|资金|规模|价格|补贴|补助|工资|浓度|数量|存栏量?|出栏量?|出口额?|进口额?|增加值)$/u
/** What a rate or an amount is of stands right before the word for it. */
const RATE = new RegExp(
  `(?<rate>\\p{sc=Han}?[^效频汇]率$|\\p{sc=Han}{2}(?=${AMOUNT}$)|\\p{sc=Han}{0,2}(?:支出|收入|投资|面积|人口|产值|增加值)(?=(?:所?占的?)?(?:比例|比重|占比|份额)$)|\\p{sc=Han}{2}(?=(?:所?占的?)?(?:比例|比重|占比|份额)$))`,
  'u',
)

/** Whether a folded word is a rate's name itself. */
export function namesRate(word: string): boolean {
  return /(?:[^效频汇]率|满意度|比例|比重|占比)$/u.test(word)
}

const TOTAL = /共有?|现有|拥有|辖|总数|存栏|在册|保有|累计|达[到\d]/u
/** Words before 面积 or 人口 that leave it the whole place's. */
const OF_PLACE = /(?:^|[，、；:：\s]|总|常住|户籍|国土|行政|辖区|土地|区域|全[国省区市县州疆])$/u
const OF_WHOLE = /^(?:总|常住|户籍|国土|行政区划?|土地|区域)?(?:面积|人口|人数|海拔)$/u

/**
 * Whether a sentence states such a quantity: a clause that has one of the names, or the clause after it, has the figure.
 * Of a sentence that has none of the names the whole is looked at. All of it folded.
 */
export function statesQuantity(asked: AskedQuantity, sentence: string, names: readonly string[]): boolean {
  const { units, isTotal, noun } = asked
  if (asked.isOfPlace) return statesOfPlace(asked, sentence)
  if (asked.rate !== null) return statesRate(asked, sentence, names)
  const isYield = noun.endsWith('产量')
  // 总产值 of all is not that of 马产业, and of 马产业 more is told than its 产值.
  const isLoose = !isTotal && !isYield && asked.owner === ''
  if (isLoose && !names.some((name) => sentence.includes(name))) return units.test(sentence)
  const clauses = clausesOf(sentence)
  return clauses.some((clause, at) => {
    if (!names.some((name) => clause.includes(name))) return false
    const said = `${clause}，${clauses[at + 1] ?? ''}`
    // 粮食净增5600吨 is not what was harvested.
    if (isYield && !/产/u.test(said)) return false
    return units.test(said) && (!isTotal || TOTAL.test(clause))
  })
}

/** 全民参保率95%，…报销: the rate of one is not another's, which stands beside it. Of a share the number may stand before its owner. */
function statesRate(
  { units, rate, noun }: AskedQuantity,
  sentence: string,
  names: readonly string[],
): boolean {
  const clauses = clausesOf(sentence)
  return clauses.some((clause, at) => {
    const name = names.find((one) => clause.includes(one))
    if (name === undefined) return false
    const isShare = name === rate && !namesRate(name) && !noun.endsWith('量')
    const behind = isShare ? clause : clause.slice(clause.indexOf(name))
    const next = clauses[at + 1] ?? ''
    return units.test(behind) || (!/[0-9]/u.test(behind) && GOES_ON.test(next) && units.test(next))
  })
}

/** A clause that says how large it is what the one before it names. */
const GOES_ON = /^(?:总体|持续|均|分别|稳定)*(?:达|为|提高|提升|上升|增|保持|稳|控制|降|下降|由|从|超)/u

function clausesOf(sentence: string): string[] {
  return sentence.split(/[，；：]|,(?![0-9]{3})/u)
}

/** 绿化面积 is not the place's area, nor 农村劳动人口 its population. */
function statesOfPlace({ units, noun }: AskedQuantity, sentence: string): boolean {
  return sentence.split(noun).some((behind, at, parts) => {
    const before = parts.slice(0, at).join(noun)
    return at > 0 && OF_PLACE.test(before) && units.test(behind.slice(0, MAX_BEHIND_UTF16))
  })
}

/** A figure belongs to the noun when it begins at most so far behind it. */
const MAX_BEHIND_UTF16 = 16
