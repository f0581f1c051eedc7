/** `yinju start`: the bot in Telegram when there is a token, in this terminal when there is none. */
import { loadConfig } from '../config.ts'
import { defineCommand } from './command.ts'

const HELP = `usage: yinju start

Runs the bot until Ctrl-C: in Telegram when BOT_TOKEN is set, in this terminal when it is not.
Settings come from the environment and the file .env; .env.example explains each of them.
`

export const startCommand = defineCommand({
  help: HELP,
  options: {},
  run: async (_given, io) => {
    const { botToken, ...config } = loadConfig(io.env)
    if (botToken !== null) {
      const { runInTelegram } = await import('../run/start.ts')
      return await runInTelegram({ ...config, botToken }, io)
    }
    const { chat } = await import('./chat.ts')
    return await chat(io, { language: 'zh-hans', tellsOfToken: true })
  },
})
