/** A day in the group as somebody would read it. Codes and times differ from run to run and are replaced. */
import { commands } from '../../server/features/bot/commands/index.js'
import type { GroupPost } from '../../shared/contracts/sandbox.js'
import { isNews, type Told } from './hr-group.js'

const head = `# 群里的一天 · A day in the group

李静是招聘专员。下面是她和同事在群里对机器人“小招”说的话和它的回答，由测试 \`test/journeys/bot.test.ts\` 在真实的进程里走一遍后写成
（设 \`WRITE_DOCS=1\` 再跑一遍就会重写）。短码和时间每次不同，这里写成“短码甲”和“··”。

The bot answers in two lines: the fact, then which way a message went and why. It knows people by short code or name, in Chinese or
English; names are masked; scores, answers and phones never appear. What concerns several people, or cannot be taken back, is asked
about first: five minutes, once, only who asked. Every command is written into the audit trail; a role that may not is refused.
The answer comes in the language of the command. In English the commands are:
${commands.map(({ verb }) => `\`${verb}\``).join(' ')}.

Behind a command, whoever is known by a word is a person, and from the first word that nobody is known by it is the reason: \`婉拒 A7K2
CET4 没过\` declines one person. What can be read in two ways is asked about: a word that is one person's code and another's name,
\`pass\`, a name that nothing parts from what follows (as in speech), a reason that begins like a code. A name or a code alone asks for
progress; thanks are thanked for; \`/\` in front and 。 ？ behind change nothing.

---
`

export function transcript(told: readonly Told[]): string {
  const plain = masking()
  return `${head}\n${told.map((one) => exchange(one, plain)).join('\n\n')}\n`
}

type Plain = ReturnType<typeof masking>

function exchange({ who, did, bot }: Told, plain: Plain): string {
  const answer = `小招：\n\n${quoted(linesOf(bot), plain)}${buttonsOf(bot, plain)}`
  return who && did ? `**${who}**：${plain(did)}\n\n${answer}` : answer
}

/** Which news share a card depends on the minute; the report and who waits are on it in any case. */
function linesOf(post: GroupPost): string[] {
  const lines = post.content
    .replace(/<[^>]*>/g, '')
    .split('\n')
    .filter((line) => !/还有 \d+ 项没有复核/.test(line)) // the questions are drawn
    .map((line) => line.replace(/^> /, ''))
  return isNews(post) ? lines.filter((line) => /报告已生成|^综合柜员$|^等待决定|^报告：/.test(line)) : lines
}

const quoted = (lines: readonly string[], plain: Plain): string => lines.map((line) => `> ${plain(line)}`).join('  \n')

function buttonsOf({ card }: GroupPost, plain: Plain): string {
  if (!card) return ''
  const texts = card.settledText ? [card.settledText] : card.buttons.map(({ text }) => plain(text))
  return `  \n> ${texts.map((text) => `［${text}］`).join(' ')}`
}

const code = /(?<![0-9A-Za-z/])[0-9A-HJKMNP-TV-Z]{4}(?![0-9A-Za-z])/gi
/** Lines that show how a command is written: their code is nobody's. */
const showsExample = /^\*\*\S+\*\* A7K2|(例如|是想发).*A7K2/
const marks = '甲乙丙丁戊己庚辛壬癸'

function masking() {
  const known = new Map<string, string>()
  return (text: string): string =>
    showsExample.test(text)
      ? text
      : text
          .replace(code, (found) => {
            const upper = found.toUpperCase()
            if (found !== upper && !known.has(upper)) return found
            if (!known.has(upper)) known.set(upper, `短码${marks[known.size] ?? known.size}`)
            return known.get(upper)!
          })
          .replace(/\d{2}-\d{2} \d{2}:\d{2}/g, '··')
          .replace(/已等 [\d 天小时分钟]+(?=[），。]|$)/g, '已等 ··')
          .replace(/(?<=^Waiting longest: .*), [\d a-z]+$/, ', ··')
}
