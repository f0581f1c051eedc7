/** Words of everyday speech that stand around what is asked about and say nothing of it, as the segmenter cuts them. Folded. */
import { cutWords } from '../../text/words.ts'

const WORDS = `
我 你 您 他 她 它 咱 俺 我们 你们 他们 咱们 俺们 自己 人家 大家 别人 谁家 家里 家里人 家人 屋里 屋头 这里 这儿 那里 那儿 那边 这边 外头 外面 里头 里面
上面 下面 上边 下边 旁边 跟前 附近 地方 地儿 东西 玩意 事情 事儿 有事 办法 法子 路子 说法 样子 时候 工夫 功夫 意思 情况 咋回事 怎么回事 回事 原因
老百姓 百姓 老乡 乡亲 大伙 大伙儿 小伙 大爷 大妈 大叔 阿姨 大哥 大姐 朋友 上头 当地 本地 咱家 我家 我妈 我爸 爸爸 妈妈 爹妈 爸妈 老爸 老妈
今天 明天 昨天 平时 平常 最近 近来 以前 从前 以后 往后 将来 后来 刚刚 刚才 马上 立刻 赶紧 早就 一直 老是 总是 经常 常常 有时 有时候 天天 年年 月月 每回 每次 这次 那次 这回 那回 上次
这个 那个 这些 那些 这种 那种 这样 那样 这么 那么 一些 有些 好些 好多 很多 许多 不少 几个 几家 几次 几回 一点 一点儿 一下 一下子 一会 一会儿 一个 一种 一样 两个 一回 一句 一整 整年 整天 
能 能够 可以 应该 应当 必须 需要 想要 想 愿意 肯 敢 会 得 让 叫 使 给 替 帮 帮忙 帮着 跟 同 陪 靠 凭 按 照 往 朝 从 到 在 离 把 被 将
是 有 没 没有 没得 不 不能 不会 不用 不让 不要 不想 不敢 不是 不够 不好 不行 别 甭 未 无 非 也 都 就 才 只 还 又 再 更 最 很 太 真 挺 蛮 老 非常 十分 比较 稍微 几乎 差点 差不多 大概 大约 也许 可能 恐怕 肯定 一定 确实 真的 到底 究竟 其实 反正 居然 竟然 难道 简直 只好 只能 只有 光 净 全 全都 都是 也是 还是 就是 还有 还要 还能 也能 也有 也要 就能
来 去 走 跑 回 回来 回去 过来 过去 出来 出去 进来 进去 上来 上去 下来 下去 起来 上 下 进 出 起 过 到了 来了 走了
说 讲 讲讲 说说 提 提到 谈 问 问问 告诉 知道 听说 听 看 看看 看到 看见 瞧 瞅 见 找 找到 寻 想想 觉得 感觉 认为 以为 希望 盼 盼着 担心 怕 喜欢 爱 记得 记着 忘
做 干 搞 弄 办 整 弄好 搞好 做好 办好 修好 弄成 变成 成了 变 算 算是 当 当成 用 拿 拿来 拿到 放 摆 搁 带 带来 送 给我 给我们 交给 要 打算 准备 继续 接着 完 完了 做完 成 动 管 管管 对付 应付 得到 拿出 花了 用了 
多少 几 多 少 大 小 高 低 长 短 好 坏 新 旧 早 晚 快 慢 难 容易 厉害 严 清楚 明白 合适 划算 有用 没用 管用 有效 行 成不成 对 错
但 但是 可是 不过 所以 因为 因此 如果 要是 假如 虽然 而且 并且 或者 或 还要是 那 那就 于是 然后 另外 除了 关于 对于 比如 例如 以及 和 与 及 跟着 连 连着 甚至
了 着 过 的 地 得了 吗 呢 吧 啊 呀 嘛 哦 啦 哟 哇 么 没呢 了没 了吗 咋 咋样 怎样 怎么样 怎么 如何 为啥 为什么 啥 什么 哪 哪个 哪些 哪里 哪儿 谁 几时
一年 一年到头 一天 一个月 这几年 这两年 这些年 每年 每月 每天 全年 当年 那年 前年 年底 年初
嘅 咩 唔 冇 俾 畀 揾 攞 喺 哋 佢 啲 咗 嚟 嗰 乜 乜嘢 边度 点解 点样 而家 依家 有冇 系咪 唔系 会唔会 我哋 你哋 佢哋 呢度 嗰度
`

const FILLERS = new Set(WORDS.split(/\s+/u).filter((word) => word !== ''))

/** A folded text with spaces for the words that say nothing of what is asked about. */
export function withoutFillers(folded: string): string {
  return cutWords(folded)
    .map(({ segment }) => (isFiller(segment) ? ' '.repeat(segment.length) : segment))
    .join('')
}

/** @param word A word as cutWords gives it, folded. */
export function isFiller(word: string): boolean {
  return FILLERS.has(word)
}
