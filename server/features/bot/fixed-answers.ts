/** What the bot says when it cannot do what was asked. */
import type { Bilingual } from '../../../shared/contracts/text.js'
import type { Command } from './command.js'
import { both } from './say.js'

export const unknownMember: Bilingual[] = [
  both('我还不认识你，所以不能回答。', 'I do not know you yet, so I cannot answer.'),
  both('请管理员在控制台的“人员”里加上你。', 'Please ask an administrator to add you in the console under “people”.'),
]
export const notAllowed: Bilingual[] = [
  both('你的角色不能这样做。', 'Your role does not allow this.'),
  both(
    '需要的话，请管理员调整你的角色或岗位。',
    'If you need it, ask an administrator to change your role or positions.',
  ),
]
export const cannotAnswerNow: Bilingual[] = [
  both('现在答不了。', 'I cannot answer right now.'),
  both('什么都没有改动，请过一会儿再发一次。', 'Nothing was changed. Please send it again in a little while.'),
]
export const onlyText: Bilingual[] = [
  both('我只看得懂文字。', 'I only read text.'),
  both('发“帮助”看看我能做什么。', 'Send “help” to see what I can do.'),
]

export function notUnderstood(nearest: Command | undefined): Bilingual[] {
  const english = nearest?.words.find((word) => /^[a-z]/.test(word))
  return [
    both('没看懂这句。', 'I did not understand this.'),
    nearest
      ? both(
          `你是想发“${`${nearest.words[0]} ${nearest.usage.zh}`.trim()}”吗？`,
          `Did you mean “${`${english} ${nearest.usage.en}`.trim()}”?`,
        )
      : both('发“帮助”看看我能做什么。', 'Send “help” to see what I can do.'),
  ]
}

export function whoIsMeant({ words, usage }: Command): Bilingual[] {
  const english = words.find((word) => /^[a-z]/.test(word))
  return [
    both('要说是谁，短码或姓名都行。', 'Tell me who, by short code or name.'),
    both(`例如：${words[0]} ${usage.zh}`, `For example: ${english} ${usage.en}`),
  ]
}

export function nobodyCalled(refs: readonly string[]): Bilingual[] {
  const who = refs.join('、')
  return [
    both(`没有找到 ${who}。`, `Nobody found for ${refs.join(', ')}.`),
    both('短码在群卡片和“名单”里；姓名要写全。', 'Short codes are on the cards and in “list”; names must be whole.'),
  ]
}

export const pressTexts = {
  notYours: [
    both('这张卡片只有发起的人能按。', 'Only the one who asked can press this.'),
    both('你也可以自己发一次命令。', 'You can send the command yourself.'),
  ],
  over: [
    both('这张卡片已经过期或按过了。', 'This card is out of date or was pressed before.'),
    both('要做的话，请再发一次命令。', 'If it is still wanted, send the command again.'),
  ],
  cancelled: both('已取消，什么都没有改动。', 'Cancelled. Nothing was changed.'),
  late: both('超过 5 分钟，没有执行。', 'More than five minutes have passed; nothing was done.'),
} as const
