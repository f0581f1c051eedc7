/** Tells from the words of a question what would answer it. */
import { HEADS_OF_GOVERNMENT } from '../../text/place-name.ts'
import { HOW_MANY } from './question-words.ts'

/**
 * What would answer: the meaning of a word, who spoke where and when (the opening of a report), a figure or a date. No report tells
 * a private person's name, how and at what price something is had at a counter, or an opinion.
 */
export type Intent = 'definition' | 'opening' | 'figure' | 'date' | 'person' | 'service' | 'opinion'

const DEFINITION =
  /(?:什么|啥)(?:意思|东西|含义|标准|概念)|指啥|说的是|指的是什么|指什么|是什么$|什么是|(?:什么|啥)叫|是啥|解释|含义|定义|全称|简称|哪[一二两三四五六七八九十几]+[个项条种类]|(?:包括|包含|是|有)哪[些几]/u
const FIGURE = new RegExp(
  `how many|how much|number of|多少|${HOW_MANY}(?!乎|十|百|千|万)|多大|多高|多长|多宽|百分之|比例|占比|增速|增长率|总产(?=[?？是有]|$)|产量|总量|总额|人数|(?:[率额量数值]|收入|支出|总值|gdp)(?:是|有)?$`,
  'u',
)
const DATE =
  /(?:什么|啥)(?:时候|时间|时期|年代|日子)|何时|何年|几时|哪一?[年天月日]|哪个(?:年代|世纪|朝代)|几[月号]|什么朝代/u
/** Words for somebody who may have given the report, or not: opening.ts looks at the post. */
const LEADER = `${HEADS_OF_GOVERNMENT}|书记|一把手|领导人?|负责人`
const OPENING = [
  new RegExp(
    `(?:${LEADER})(?:是谁|是哪[位个]|叫什么|叫啥|姓什么|名字|姓名)|(?:谁|哪位)(?:是|担任|当|在当).{0,12}(?:${LEADER})|哪位(?:${LEADER})`,
    'u',
  ),
  // An office and nothing more asks who holds it: 昭苏县委书记.
  /^\p{Script=Han}{2,12}(?:[省州市县区旗盟镇乡]长|(?:党|[省州市县区旗盟])委书记|一把手|主席|人大(?:常委会)?主任)[呢?？]*$/u,
  /(?:谁|哪位|什么人).{0,8}(?:作|做|宣读|念)的?.{0,8}报告|报告.{0,4}(?:是|由)?(?:谁|哪位|什么人)(?:[作做讲念写给]|宣读|发表|[?？的呢啊\s]*$)|(?:作|做)报告的(?:人)?是?谁|报告人/u,
  /报告.{0,6}(?:什么时候|什么时间|何时|哪天|哪一天|几月几[日号]|日期|什么会|哪个会|哪次会|何地|(?<!存)在哪(?!些|几))/u,
  /(?:什么时候|何时|哪天|哪一天|在哪个会|哪次会议?|哪个会议?).{0,10}(?:作|做)的?.{0,4}报告/u,
  /\bwho\b.{0,12}\b(?:gave|give|delivered|presented|made|read|reported|is|was)\b.{0,24}\b(?:report|speech|mayor|governor|premier|chairman|chairperson)\b/u,
  /\b(?:when|which day|what date|at (?:which|what) (?:meeting|congress|session))\b.{0,24}\breport (?:was )?(?:given|delivered|presented|made|read)\b/u,
]
/** 谁的旅游收入最高 asks for a place: words that put several in order. */
export const FIRST_OF_ALL = '最|第一|领先|榜首|垫底|倒数|排[第名前]'
/** Who somebody is, by name or office (局长是谁, 某某是什么人); 叫什么 also asks for the names of things. 跟谁签的, 谁来管 and 谁写的 ask of a matter. */
const PERSON = new RegExp(
  `(?<!(?:${FIRST_OF_ALL}).{0,16})(?:是|叫)(?:谁|哪位|什么人)[啊呀呢来着]*[?？。\\s]*$|^谁是|姓(?:什么|啥)|(?:今年)?多大(?:年纪|岁数|了)|(?:长|书记|主任).{0,4}(?:多大|几岁)|哪里人|籍贯|(?:长|主任|主席|总统|经理|老板)(?:的?(?:名字|姓名|叫什么|叫啥)|(?:由|是)?(?:谁|哪位))`,
  'u',
)
/** What people think of a place or thing, and what they advise. */
const OPINION =
  /贵不贵|(?:贵|便宜|划算|靠得住)[吗么]|好(?:不好)?[玩吃看](?!的)|漂亮|美不美|值得|推荐|(?:适合|适宜).{1,8}[吗么]|(?:你|您|大家)(?:觉得|认为|喜欢|怎么看)|(?<!高度|\p{sc=Han}{2}(?:怎么|如何|咋|怎样))(?<!效益|绩效)评价|口碑|哪.{1,6}(?:最好|更好|比较好|好一?点)|安不安全|靠谱|该不该/u
/** How something is applied for or paid, how to get somewhere, opening hours and telephone numbers. */
const SERVICE =
  /^(?:请|麻烦)?(?:帮|给|替)(?:我|俺)(?:买|订|约|预约|挂号?|充值?|交|办)[张个份一]|^(?:我|俺)(?:要|想)(?:投诉|举报|报警|上访|咨询|报名|挂号)|(?:去|到|在|上)?(?:哪里?|哪儿|什么地方)(?:可以|能|才能)?(?:办|买|领|缴|交|申请|报名|补办|打疫苗|看病|咨询|投诉)|要(?:花|交|付)?多少钱|(?:怎么|如何|怎样|咋)(?:(?:办理|申请|申领|报名|补办|预约|退|赔|收费)|[收补换缴交领](?=[?？呢啊]|$))|(?:什么|哪些|啥)(?:材料|手续|证件)|(?:办理|申请|申领|报名|上牌|过户|年检|年审|挂失|补办|领取|领证)的?(?:要求|条件|流程|手续|材料|费用|时间|地点)|扣(?:几|多少)分|罚(?:款)?(?:多少|几)|(?:丢|过期|遗失|弄坏)了?(?:怎么|咋|如何|该|要)|(?:怎么|咋|如何)(?:去|走|坐车|到达|乘车)(?=[?？呢啊]|$)|多远|(?:坐|乘).{0,3}(?:车|飞机|航班|高铁|大巴).{0,4}(?:多久|几|怎么)|(?:多久|几个小时)(?:能)?到|上班时间|(?<![优良好])天气|几点|电话号码|电话是?多少|联系方式|门票|起步价|收费标准|(?<!(?:工资|低保|补[贴助]|养老金|津贴|保障).{0,8})多少钱一[次张斤度方吨平米晚夜天月个间位份趟]|(?:一|每)(?:平方?|张|斤|度|吨|方|晚|夜|间|趟|位)(?:大概|大约|要|得|是|卖|住)*(?:多少|几)(?:钱|块|米|元)|几(?:块|毛)钱?一/u

/** null where the words tell none. Folded. */
export function readIntent(folded: string): Intent | null {
  if (OPENING.some((pattern) => pattern.test(folded))) return 'opening'
  if (PERSON.test(folded)) return 'person'
  if (SERVICE.test(folded)) return 'service'
  if (OPINION.test(folded)) return 'opinion'
  if (DATE.test(folded)) return 'date'
  if (DEFINITION.test(folded)) return 'definition'
  return FIGURE.test(folded.trim()) ? 'figure' : null
}
