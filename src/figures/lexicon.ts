/** The words by which a sentence with figures is built: what a word does, whatever indicator it stands beside. */
import type { Bound } from './figure.ts'

/** What a word does in a sentence with figures. */
export type Word =
  /** 增长, 下降, 增速: the number is a change. `isNoun`: 增速, 涨幅. */
  | { readonly is: 'change'; readonly sign: '+' | '-'; readonly isNoun: boolean }
  /** 达到, 为, 完成, 提高到: the number is a value. `isTo`: a change verb that ends in its result. */
  | { readonly is: 'level'; readonly isTo: boolean }
  /** 超过, 约, 不低于: how the number is meant. */
  | { readonly is: 'bound'; readonly bound: Bound }
  /** 分别, 依次: a number for each of the list. */
  | { readonly is: 'each' }
  /** 高于, 快于, 相当于: measured against something else. */
  | { readonly is: 'compare' }
  /** 占, 比重, 贡献率: a share of something else, a figure under a name of its own. */
  | { readonly is: 'share' }
  /** 力争, 目标: planned. `isFirm`: also where results are told. */
  | { readonly is: 'plan'; readonly isFirm: boolean }
  /** 已, 目前, 去年底: done. */
  | { readonly is: 'done' }
  /** 从, 由: what it came from. */
  | { readonly is: 'from' }
  /** 和, 与, 及. */
  | { readonly is: 'and' }
  /** 全市, 我县: the place of the report itself. */
  | { readonly is: 'own' }
  /** 其中: part of what was told before. */
  | { readonly is: 'of' }
  /** 累计, 同比, 实现 before a noun …: adds nothing. */
  | { readonly is: 'filler' }
  /** 培育, 建设, 发放: a verb whose object is counted; not part of a printed name. */
  | { readonly is: 'verb' }

const GROUPS: readonly (readonly [Word, string])[] = [
  [
    { is: 'change', sign: '+', isNoun: false },
    '增长 增加 提高 提升 上升 上涨 净增 净增加 增收 增产 多增 递增 回升 攀升 扩大 上浮 增 多收 增支 翻番增长 正增长 增加了 增长了 提高了 上升了 提升了 调高 上调 加快增长 净增长 提标 提速 增资 快速增长 高速增长 大幅增长 强劲增长 逆势增长 平稳增长 持续增长 稳步增长 较快增长 两位数增长 恢复性增长 涨 涨了 上涨了 多了 升了 增了 大增 大涨 猛增',
  ],
  [
    { is: 'change', sign: '-', isNoun: false },
    '下降 减少 降低 回落 下滑 下跌 跌 跌了 降了 少了 减了 缩小 负增长 压减 下调 减产 净减 净减少 压缩 少增 收窄 下降了 减少了 降低了 缩减 降 减',
  ],
  [
    { is: 'change', sign: '+', isNoun: true },
    '增速 增幅 增长率 涨幅 升幅 增长速度 上涨幅度 增长幅度 上升幅度 年增长率 增长目标 增长预期目标 增速目标 增速预期目标',
  ],
  [{ is: 'change', sign: '-', isNoun: true }, '降幅 降低率 下降率 下降幅度 降低幅度 减幅'],
  [
    { is: 'level', isTo: false },
    '达到 达 为 是 完成 实现 做到 到了 就有 一共 是不是 共计 合计 总计 共 总共 稳定在 保持在 维持在 控制在 稳定 保持 维持 控制 定为 确定为 定在 设定在 设定为 锚定在 锁定在 达到了 实现了 完成了 总数达 总数达到 总量达 总量达到 总额达 总额达到 累计达 累计达到 总值达 总值达到 规模达 规模达到 总计达到 安排为 在 有 上达 高达 多达 达成 创 创造 收 计',
  ],
  [
    { is: 'level', isTo: true },
    '增长到 增加到 提高到 提升到 上升到 增长至 增加至 提高至 提升至 上升至 增至 升至 增到 升到 降至 降到 减至 减到 下降到 下降至 减少到 减少至 降低到 降低至 回落到 回落至 下滑至 缩小到 缩小至 扩大到 扩大至 上升为 下降为 降为 升为 增加为 增长为 减为 调整到 调整为 调整至 上调至 上调到 调高至 调高到 提标至 提标到 跃升至 跃升到 攀升至 壮大到 壮大至 发展到 拓展到 拓展至 扩展到 扩展至 涨到 压减至 收窄至 收窄到 增为 变为 恢复到 恢复至 提升为 提高为 跃上 拉高到 低至 降低在 下降在 压降至 压缩到 压缩至 缩短到 缩短至 缩减到 缩减至 提速到 提速至 压减到 精简到 精简至 延长到 延长至 转为 控制到',
  ],
  [
    { is: 'bound', bound: 'over' },
    '突破 超过 超 逾 超出 多于 大于 跨过 跨越 迈过 越过 跨上 迈上 迈入 冲破 突破了 超过了 跨入 站上 站稳 过 破 再破 踏上 登上 首超 首破 >',
  ],
  [{ is: 'bound', bound: 'about' }, '约 近 接近 大约 将近 大约为 大致 约为 约占 近乎 趋近 可望接近 预计约 ≈'],
  [{ is: 'bound', bound: 'at-least' }, '不低于 不少于 至少 不小于 最低 ≥ 不低于每年'],
  [
    { is: 'bound', bound: 'at-most' },
    '不超过 不高于 不大于 不多于 最高 控制在不超过 ≤ < 少于 小于 不足 不到',
  ],
  [{ is: 'each' }, '分别 各 依次 均 都'],
  [
    { is: 'compare' },
    '高于 低于 快于 好于 优于 高出 低出 领先 落后 落后于 超额 相当于 相对于 比 较 倍于 慢于 大幅高于 明显高于 明显快于 高过 多出 少于全国 位居 排名 位列 名列 拉动 带动 贡献 目标的 任务的 计划的 预算的 目标任务的 年度目标的 年计划的 年度计划的 的比率 之比为',
  ],
  [{ is: 'share' }, '占 占比 比重 贡献率'],
  [
    { is: 'plan', isFirm: true },
    '力争 力争实现 力争达到 奋力实现 努力实现 努力争取 争取达到 争取实现 预期目标 主要预期目标 奋斗目标 预期性目标 约束性目标 主要目标是 目标是 目标为 有望 将达到 将达',
  ],
  [
    { is: 'plan', isFirm: false },
    '确保 目标 预期 计划 打算 要 安排 规划 计划新增 保证 努力 力求 必须 争取 不断 达到目标 完成目标 任务 争 将 可达 可达到 可实现 有望达到',
  ],
  [{ is: 'done' }, '已 已经 目前 现在 现有 截至 截止 现已 迄今 至今 累计已 一年来 已有 已达 已达到'],
  [{ is: 'from' }, '从 由'],
  [{ is: 'and' }, '和 与 及 以及 、'],
  [
    { is: 'own' },
    '全疆 全市 全县 全区 全省 全州 全镇 全乡 全旗 全盟 全师 全域 我市 我县 我区 我省 我州 我镇 本市 本县 本区 本省 辖区 市域 县域 全市上下 自治区 自治州 新区 全新区 全区上下 市本级 区本级 县本级 本级 境内 市级 县级 区级 省级 我国 全市的 全省的 全区的 全县的 地方 全社会',
  ],
  [{ is: 'of' }, '其中'],
  [
    { is: 'filler' },
    '预计 全年 同比 累计 首次 历史性 一举 成功 继续 再次 实际 名义 平均 每年 稳步 平稳 大幅 快速 净 又 再 也 总量 总额 规模 总规模 水平 总体 基本 年度 全部 全面 顺利 圆满 超额 预测 据初步统计 初步统计 初步核算 初步预计 据统计 统计 据测算 测算 经初步核算 按可比价计算 按可比价格计算 按不变价计算 按可比口径 可比口径 同口径 可比 扣除价格因素 扣除物价因素 扣除价格上涨因素 剔除价格因素 比价 首度 持续 不断 进一步 均已 就 仅 只 还 年 月 日 总计 合计 使 让 把 将 对 在 于 以 并 且 而 的 了 之 更 较快 较大 明显 显著 迅速 强劲 逆势 由此 带动了 指标 数 数量 额 量 值 率先 历年 可 能够 预算 全面完成 也将 突出 尤其是 特别是 主要 综合 其 该 共实现 共完成 双双 双 逐年 逐步 全年预计 预计全年 预计完成 预计实现 预计达 预计达到 估计 直接 相继 先后 始终 一直 一直 年末 年底 期末 常年 总和 一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 一要 二要 三要 四要 五要 计算 按可比口径计算 剔除不可比因素 剔除不可比 扣除不可比 扣除不可比因素 按可比价 按现价计算 按可比价计算 按可比价格 按现价 不变价 当年价 现价 扣除价格因素后 到 截至目前 达标 大关 关口 台阶 创历史新高 屡创历史新高 再创历史新高 创新高 再创新高 屡创新高 各项 各类 各地 各 约 等 等等 方面 情况 期间 时期 经济社会 此外 另外 同时 总数 总值 全口径 最终 就已 上 下 中 里 后 前 内 来 着 这 那 每 一个 一项 实实在在 稳定增长 恢复 恢复性 两位数 以 按 每人 连续 继 仍 亦 已连续 由于 因 加上 在高基数上 高基数上 强势 有效 有序 当年 同期 年内 全社会',
  ],
  [
    { is: 'verb' },
    '提出 建成 建设 打造 培育 引进 引入 发放 投入 投资 落实 实施 推进 推动 推行 开展 组织 举办 新增 新建 改造 提升改造 改造提升 兑现 筹集 争取到 争取资金 签约 签订 开工 开工建设 启动 创建 开通 开发 办理 解决 帮助 支持 扶持 清偿 兑付 安置 转移 输出 培训 招引 拨付 支付 下达 申请 获得 荣获 获批 获评 创成 认定 选派 查处 化解 整治 治理 修建 新改建 完善 抓好 加快 加快推进 加大 全力 全力推进 重点 稳定 巩固 扩大 发展 壮大 做好 实行 设立 组建 配备 安排资金 安排 减免 办结 受理 查办 保障 救助 惠及 覆盖 吸引 接受 承接 承办 举行 召开 出台 制定 修订 审批 批准 出让 收回 盘活 腾退 拆除 搬迁 征收 供应 储备 收储 供地 生产 销售 加工 出口到 购买 购置 补贴 补助 奖励 资助 培养 招聘 招收 引育 建立 形成 拥有 达成 促进 助力 深化 强化 优化 坚持 围绕 保持 保持在 落地 投产 竣工 完工 建成投用 投用 新开工 续建 谋划 储备 包装 策划 新签约 新引进 新培育 新认定 新设 新改扩建 改扩建 新建改建 新建成 种植 播种 种 栽植 完成了 落实好 保证 抢抓 充分 大力 深入 扎实 积极 有效 着力 精心 严格 统筹 撬动 围绕 通过 利用 用于 需要 必须 尽快 早日 率先 至少 不少 全力以赴 强力',
  ],
]

export interface WordMatch {
  readonly word: Word
  readonly length: number
}

interface Entry {
  readonly text: string
  readonly word: Word
}

/** By the code of the first character. */
const BY_FIRST = new Map<number, Entry[]>()
for (const [word, list] of GROUPS) {
  for (const text of list.split(' ').filter(Boolean)) {
    const known = BY_FIRST.get(text.charCodeAt(0))
    // The first group that lists a word decides.
    if (known === undefined) BY_FIRST.set(text.charCodeAt(0), [{ text, word }])
    else if (!known.some((entry) => entry.text === text)) known.push({ text, word })
  }
}
for (const entries of BY_FIRST.values()) entries.sort((a, b) => b.text.length - a.text.length)

/** The longest word at a place of a folded text, or null. */
export function wordAt(text: string, at: number): WordMatch | null {
  const entries = BY_FIRST.get(text.charCodeAt(at))
  if (entries === undefined) return null
  for (const entry of entries) {
    if (text.startsWith(entry.text, at)) return { word: entry.word, length: entry.text.length }
  }
  return null
}
