/** Tells whose the figures of a sentence are, where it opens with somebody other than the place of its report. */

/**
 * 生产建设兵团综合实力显著增强，…: whose the figures of the following clauses are, by a clause that has none itself; of several
 * (两个开发区) each. Empty where the clause names nobody.
 */
export function readTopic(clause: string): readonly string[] {
  const { words: named, zone } = TOPIC.exec(clause)?.groups ?? {}
  const words = named ?? zone ?? ''
  if (words === '' || isActedOn(words)) return []
  const suffix = TOPIC_SUFFIX.exec(words)?.[0] ?? ''
  return words.split(/[、和]/).map((name) => (name.endsWith(suffix) ? name : name + suffix))
}

/** 开发区完成财政收入47亿元: who opens the clause of a number; null where that is nobody. */
export function readOwner(clause: string): string | null {
  const owner = OPENS.exec(clause)?.groups?.owner ?? ''
  return owner === '' || isActedOn(owner) ? null : owner
}

/** Does a clause turn back to the place of the report? 占全市的59% does not. */
export function isOfPlace(clause: string, ownNames: readonly string[]): boolean {
  return (
    OURS.test(clause) ||
    ownNames.some(
      (name) => clause.includes(name) && !ZONE_NEXT.test(clause.slice(clause.indexOf(name) + name.length)),
    )
  )
}

/** 汽车产业基地引进企业6家，实现产值5亿元: does the clause open with a base, park or firm of which those behind it may go on to tell? */
export function opensWithSite(clause: string): boolean {
  const site = SITE.exec(clause)?.groups?.site ?? ''
  return site !== '' && !isActedOn(site)
}

/** A sentence that names nobody of whom it tells. */
export function isWithoutOwner(sentence: string): boolean {
  return BARE.test(sentence)
}

/** Zones that bear the name of the place that they are a part of. */
export const PLACE_ZONES = '开发区|高新区|经开区|集聚区|园区|保税区|合作区'
const ZONE = `兵团|${PLACE_ZONES}|自贸区|自贸试验区`
const LATER = '(?:[全去今]年|年内|\\d{4}年|预计|累计|[已共可])*'
const VERB = '(?:完成|实现|达到|达(?!到)|创造|上缴|缴纳|入库)'
/** 园区 alone is as often what was done to them: 工业园区升级改造50家. */
const TOPIC =
  /^(?:(?<words>.{0,24}?(?:兵团|开发区|高新区|经开区))|(?<zone>(?:国家级?|[省市县区]级?|产业|工业)*集聚区)(?!建设|发展|内|里|外|等|改革|升级|改造))/u
const OPENS = new RegExp(
  `^(?:[全去今]年|\\d{4}年|同时|目前|[一二三四五六七八九十]是|[,:])*(?<owner>[^,:;()的\\d]{0,14}?(?:${ZONE}|集团|公司))${LATER}${VERB}(?=\\p{L})`,
  'u',
)
const BARE = new RegExp(`^${LATER}${VERB}(?=\\p{L})`, 'u')
const SITE = new RegExp(
  `^(?:其中)?(?<site>[^,，、的\\d]{2,14}?(?:产业基地|园区|园(?!区)|中心|新城|片区|集团|公司)|[^,，、的\\d]{0,12}?(?:${ZONE}))(?!建设|发展|内|里|外|等|改革|升级|改造)`,
  'u',
)
const ZONE_NEXT = new RegExp(`^(?:市|县|区|省|州)?[^,]{0,8}(?:${ZONE})`, 'u')
const TOPIC_SUFFIX =
  /(?:生产建设兵团|兵团|(?:经济|高新)?技术(?:产业)?开发区|经济开发区|开发区|高新区|经开区|产业集聚区|集聚区)$/u
const OURS = /(?<![占居列])[全我本][省市县区州镇乡旗]/u

/** 加快开发区…: what is done to it. */
function isActedOn(words: string): boolean {
  return /\d|^[以在将把对向从为由]|[各我本]|加快|推进|推动|支持|实施|完善|提升|完成|实现|打造|启动|创建|设立|引进|引导|入驻|落户|依托|围绕|坚持|强化|加强|建设|建成|规划|培育|促进|优化|深化|抓好|新增|组建|扶持|鼓励|出台|批准|获批|争取|开展/u.test(
    words.replace('生产建设兵团', '兵团'),
  )
}
