/** Tells words that have a topic from those that only ask something of one. */
import { foldText } from '../../text/normalizer.ts'

/** Words that a question may have beside its topic: when, how far, how much, and that something is done or gets more or less. */
const HOLLOW = `(?:${[
  '(?:19|20)\\d\\d年?|\\d\\d年|[今明去前]年|[三五]年|年底|后来|接下来|下一步|之后|现在|目前|最后|已经|到底|究竟|一共|总共|加起来|合计|来着|大概|具体|主要',
  '[那都还又再也就才只真是有要会想能了过得的在到成上里去来给把个些]|继续|打算|准备|计划|想要|安排|预计|争取|力争|实际',
  '总投资额?|投资额|投资(?=了?(?:多少|几))|投入|资金|造价|规模|面积|累计|新增|总数|总量|数量|比例|占比|任务|长度|进度|进展|工期|地点|位置|目标|项目|地方|方面|事情?',
  '新(?=[建修])|\\p{sc=Han}[了过](?=多少|几|[吗没])|开工|动工|竣工|完工|[建修弄][成好]|投[用产运]|通车|开通|完成|实现|落地|达标|用[来于]|拿来|增[加长]|上升|下降|减少|提[高升]|控制|扩大|发展|稳定|保持',
  '[建修投开达做花用干搞弄办增涨升降跌差稳剩排收挣赚卖种产通]|最[高低多少大小快慢好差强]|一样|相同|解决|处理|应对|整治|办法|措施|全[国省疆区市州县]|第[一二三四五六七八九十\\d]+|名次|位居',
  '多少(?:钱|[万亿]?[元亩吨人家个次点]|人次|公里|个?百分[点比])?|多[大长高久]|几(?:年|[个家次条座]|个月|公里|个?百分点|个点)?',
  '(?:什么|啥)(?:时候|时间|地方)?|何时|哪一?[年天里儿些个步]?|怎么样?|咋样?|如何|吗|没有?|不',
].join('|')})`
const HOLLOW_ONLY = new RegExp(`^${HOLLOW}+$`, 'u')

/** Whether the words have no topic of their own: 累计和新增. */
export function isHollow(words: string): boolean {
  return HOLLOW_ONLY.test(foldText(words).replace(/[\s和与跟、,，?？]/gu, ''))
}
