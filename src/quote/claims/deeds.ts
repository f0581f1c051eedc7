/** Tells by which verbs a clause says that something was done, and whether two clauses say the same deed, each in its own verb: 加装, 装上. */
import { cutWords } from '../../text/words.ts'

/** Verbs of a line do the same to one and the same noun; one that stands in several lines may mean any of them. */
const LINES = `
新建 建成 建设 修建 兴建 建造 扩建 新改建 改扩建 新改扩建 建 修 盖 造 打造 铺 铺设 敷设 架 架设 搭 搭建 挖 打 打通 通 创建 建立 开通 竣工 完工 落成 通车 新增 增加 添 新添 增添 冒
新建 建成 建设 建 安装 加装 装 安 设 增设 新设 设立 设置 布 布设 铺 铺设 架 架设 搭建 配 配备 投放 投用 上线 新增 增加 添 新添 增添 添置 冒
开通 开设 开办 设立 新设 新开 开 办 成立 组建 建 建成 新增 增加 添 新添 冒
投用 启用 投入使用 投入运营 投入运行 投运 投产 运营 运行 营业 开业
种 种植 栽 栽种 栽植 补种 植 植树 造林 营造 绿化 投放 新增 新添
培育 育 孵化 认定 新增 新添 添 冒 新设 新登记 登记 注册 成立
开工 新开工 动工 开建 启动 破土 奠基 上马
改造 改 改建 新改建 改扩建 新改扩建 提升 提升改造 改造提升 翻新 翻修 修缮 修 修复 维修 整修 装修 升级 整治 治理 更新 换 更换 替换 改善 优化 调整 完善 加固 提质 提标 美化 亮化
拆 拆除 拆迁 清拆
关 关闭 关停 淘汰 停 取缔 退出 腾退 清 清退 清理
取消 撤销 撤 砍 精简 削减 清理
办 办理 办结 解决 处理 化解 处置 答复 了结
受理 接 接到 收到 办理
审 审结 办结 结
接待 迎来 迎接 来 接
招 招引 引 引进 引入 吸引 落户 入驻 进驻 来 招聘 招录 录用 引育 新引进 招来 引来
招收 招 录取 收
签约 签 签订 签署 新签约
发 发放 兑现 拨 拨付 补助 补贴 补 支付 下达 返还 兑付 派
投入 投 投向 花 拿 拿出 掏 砸
支出 花 用
举办 办 举行 开展 开 组织 召开 承办
获得 获 拿 拿到 荣获 获评 评上 入选 创成 上榜 夺得 摘得 斩获 收获 被评 认定 获批 创建
争取 争取到 要 拿 拿到 到位
卖 销售 销 售 售出 出售
买 购 购买 采购 购置
产 生产 打 收 收获 出产
搬 搬迁 迁 安置 搬进 转移
培训 训 教 训练 轮训
帮扶 救助 资助 扶持 支持
惠及 受益 覆盖 享受
检查 查 排查 抽查 巡查
查处 处罚 罚 查办
消除 整改 排除 整治
出台 制定 印发 发布 推出 定
减免 免 减 降低 降 省 节约 节省 少花
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '))

/** The lines in which each verb stands. */
const KNOWN = new Map<string, ReadonlySet<number>>()
for (const [line, verbs] of LINES.entries()) {
  for (const verb of verbs) KNOWN.set(verb, new Set([...(KNOWN.get(verb) ?? []), line]))
}
const LONGEST = Math.max(...[...KNOWN.keys()].map((verb) => verb.length))

/** What a verb may have behind it without being another one: 装上了, 建好, 冒出来. */
const BEHIND = /(?:[出起下进]来|[上成好下出起掉齐到妥进]|完(?!成))?[了过]?/uy
/** How it was done. */
const BEFORE = /(?:高(?:质量|标准|水平|效率?)|[新又再已全])$/u

/** 再建58个: the dictionary makes one word of it. */
const AGAIN = /[再又还已要先共]/u

/** A verb in a folded text. */
export interface Deed {
  readonly start: number
  /** With what stands behind the verb: 上了 of 装上了. */
  readonly end: number
  readonly lines: ReadonlySet<number>
}

/** The verbs of a folded text. One of a single character counts only where something shows that it is a verb: 装上了, 种3万棵. */
export function deedsIn(text: string): Deed[] {
  const deeds: Deed[] = []
  let end = 0
  for (const { index: at } of cutWords(text)) {
    const deed =
      at < end ? null : (deedAt(text, at) ?? (AGAIN.test(text.charAt(at)) ? deedAt(text, at + 1) : null))
    if (deed === null) continue
    end = deed.end
    deeds.push({ ...deed, start: at - (BEFORE.exec(text.slice(0, at))?.[0].length ?? 0) })
  }
  return deeds
}

function deedAt(text: string, at: number): Deed | null {
  for (let length = LONGEST; length > 0; length--) {
    const lines = KNOWN.get(text.slice(at, at + length))
    if (lines === undefined) continue
    BEHIND.lastIndex = at + length
    const end = at + length + (BEHIND.exec(text)?.[0].length ?? 0)
    if (length > 1 || end > at + 1 || /\d/u.test(text.charAt(end))) return { start: at, end, lines }
  }
  return null
}

/** The text with a mark for each of its verbs. */
export function withoutDeeds(text: string): string {
  return deedsIn(text).reduceRight(
    (left, { start, end }) => `${left.slice(0, start)},${left.slice(end)}`,
    text,
  )
}

/** Does each verb that is said have one among those that are told that may mean the same? */
export function sayDeeds(said: readonly Deed[], told: readonly Deed[]): boolean {
  return said.every(({ lines }) => told.some((other) => [...lines].some((line) => other.lines.has(line))))
}
