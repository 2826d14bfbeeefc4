/** `npm run docs:flow` writes docs/flow.md from the state machine; `npm test` fails when it is out of date. */
import { readFile, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import {
  applicationStates,
  transitions,
  type Mover,
  type Sent,
  type Transition,
} from '../server/features/flow/states/application-states.js'
import { texts as flowTexts } from '../server/features/flow/texts/index.js'
import type { Bilingual } from '../shared/contracts/text.js'

export const flowPage = new URL('../docs/flow.md', import.meta.url)

const movers: Record<Mover, Bilingual> = {
  rule: { zh: '规则', en: 'rule' },
  person: { zh: '人（写明理由）', en: 'a person, with a reason' },
  candidate: { zh: '应聘者', en: 'candidate' },
  time: { zh: '到时', en: 'time' },
}
const messages: Record<Sent, Bilingual> = {
  invitation: { zh: '面试邀请', en: 'invitation' },
  progress: { zh: '进度', en: 'progress' },
  result: { zh: '结果', en: 'result' },
  'next-round': { zh: '下一轮通知', en: 'next round' },
  'decline-letter': { zh: '说明信', en: 'letter' },
  'group-card': { zh: '群动态', en: 'group' },
}
const conditions: Record<NonNullable<Transition['when']>, Bilingual> = {
  'another-round': { zh: '后面还有一轮', en: 'a round follows' },
  'last-round': { zh: '最后一轮', en: 'last round' },
  'of-screening': { zh: '初筛的决定', en: 'of screening' },
  'of-first-round': { zh: '第一轮的决定', en: 'of the first round' },
  'of-later-round': { zh: '后续轮次的决定', en: 'of a later round' },
}

export function flowDocument(): string {
  return `${[
    '<!-- Made by npm run docs:flow from server/features/flow/states/application-states.ts. Do not edit by hand. -->',
    '# 应聘流程 · The flow of an application',
    '',
    ...intro,
    '',
    '```mermaid',
    ...diagram(),
    '```',
    '',
    ...states(),
    '',
    ...table(),
  ].join('\n')}\n`
}

const intro = [
  '轮次、由谁决定、时间地点都写在岗位文件的 `rounds` 里（见 [content.md](content.md)）。机器只建议；婉拒一定由人决定，并记下是谁、为什么。',
  'Rounds, who decides them, time and place stand in the position’s `rounds` ([content.md](content.md)). Machines only propose; a decline is always decided by a person, kept with who and why.',
]

/** State ids with a dash are no words of Mermaid. */
const word = (state: string): string => state.replace(/-/g, '_')

function diagram(): string[] {
  const names = Object.entries(flowTexts.states).map(([id, { zh, en }]) => `  state "${zh} · ${en}" as ${word(id)}`)
  const ways = transitions.map(({ event, from, to, when }) => {
    const condition = when ? `（${conditions[when].zh}）` : ''
    return `  ${word(from)} --> ${word(to)}: ${flowTexts.events[event].zh}${condition}`
  })
  const ends = applicationStates
    .filter((state) => !transitions.some(({ from, event }) => from === state && event !== 'reconsider'))
    .map((state) => `  ${word(state)} --> [*]`)
  return ['stateDiagram-v2', ...names, '  [*] --> received', ...ways, ...ends]
}

function states(): string[] {
  return [
    '| 状态 · state | 中文 | English |',
    '|---|---|---|',
    ...Object.entries(flowTexts.states).map(([id, { zh, en }]) => `| \`${id}\` | ${zh} | ${en} |`),
  ]
}

function table(): string[] {
  const rows = transitions.map(({ event, from, to, who, sends, when }) => {
    const said = flowTexts.events[event]
    const condition = when ? `；${conditions[when].zh} · ${conditions[when].en}` : ''
    return `| \`${from}\` → \`${to}\` | ${said.zh} · ${said.en}${condition} | ${list(who.map((one) => movers[one]))} | ${list(sends.map((one) => messages[one]))} |`
  })
  return ['| 从 → 到 · from → to | 因为 · because | 由谁 · by | 发出 · sent |', '|---|---|---|---|', ...rows]
}

const list = (words: readonly Bilingual[]): string =>
  words.length === 0 ? '—' : `${words.map(({ zh }) => zh).join('、')} · ${words.map(({ en }) => en).join(', ')}`

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeFile(flowPage, flowDocument())

export const storedFlowDocument = (): Promise<string> => readFile(flowPage, 'utf8')
