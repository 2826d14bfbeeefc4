/** One word for a state wherever somebody reads of it: a text that is filed under a state's name says the word of shared/state-words. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { languages, type Language } from '../shared/contracts/text.js'
import { stateWords, type StateWords } from '../shared/state-words/index.js'
import { messages as consoleTexts } from '../server/console/i18n/messages.js'
import { textsOf } from '../miniprogram/i18n/texts.js'

/** A text under such a name that speaks of something else, or that is a whole sentence about what is done. */
const otherwise: Record<string, string> = {
  'applications.message.name': 'what a message is about',
  'applications.notShared': 'a sentence to whoever may not read',
  'bot.commands.progress.notShared': 'a sentence to whoever may not read',
  'bot.commands.progress.steps': 'times of what happened',
  'bot.commands.report.notShared': 'a sentence to whoever may not read',
  'bot.decisions.facts': 'replies in the words of the command that was typed',
  'console.home.dialog': 'sentences about many people',
  'console.noAccess.expired': 'a sign-in',
  'console.report.decide': 'sentences about one person',
  'console.report.retention': 'keeping data by law',
  'console.report.verdictOpens.advance': 'names the round',
  'flow.letter.tookPart': 'what somebody is thanked for',
  'flow.warnings.notShared': 'a sentence to whoever may not read',
  'notifications.memberCard.text': 'what to do',
  'phone.status.doneTitle': 'thanks for an interview',
  'phone.status.ended.abandoned': 'to the candidate it is the time that ended: they may have answered all they could',
}
const isOtherwise = (path: string) => Object.keys(otherwise).find((one) => path === one || path.startsWith(`${one}.`))

/** Under which names a state is filed, and what is said of it; in English a part of a sentence may bend the verb. */
const filedUnder: Record<string, (words: StateWords) => string> = {
  screening: ({ screening }) => screening,
  invite: ({ verdicts }) => verdicts.invite,
  advance: ({ verdicts }) => verdicts.advance,
  'decided-advance': ({ verdicts }) => verdicts.advance,
  hold: ({ verdicts }) => verdicts.hold,
  'decided-hold': ({ verdicts }) => verdicts.hold,
  'proposed-hold': ({ verdicts }) => verdicts.hold,
  held: ({ onHold }) => onHold,
  onHold: ({ onHold }) => onHold,
  decline: ({ verdicts }) => verdicts.decline,
  'decided-decline': ({ verdicts }) => verdicts.decline,
  'proposed-decline': ({ verdicts }) => verdicts.decline,
  'decline-suggested': ({ proposals }) => proposals.decline,
  'second-round': ({ proposals }) => proposals.advance,
  declined: ({ declined }) => declined,
  waiting: ({ waiting }) => waiting,
  deciding: ({ waiting }) => waiting,
  'decision-waiting': ({ waiting }) => waiting,
  overdue: ({ overdue }) => overdue,
  'decision-overdue': ({ overdue }) => overdue,
  unarranged: ({ unarranged }) => unarranged,
  unset: ({ unarranged }) => unarranged,
  noSlot: ({ unarranged }) => unarranged,
  slotNone: ({ unarranged }) => unarranged,
  'next-round-unset': ({ unarranged }) => unarranged,
  opened: ({ invitation }) => invitation.opened,
  expired: ({ invitation }) => invitation.expired,
  expiredTitle: ({ invitation }) => invitation.expired,
  'invitation-expired': ({ invitation }) => invitation.expired,
  revoked: ({ invitation }) => invitation.revoked,
  revokedTitle: ({ invitation }) => invitation.revoked,
  locked: ({ locked }) => locked,
  'invitation-locked': ({ locked }) => locked,
  interviewing: ({ interviewing }) => interviewing,
  submitted: ({ submitted }) => submitted,
  completed: ({ submitted }) => submitted,
  finished: ({ submitted }) => submitted,
  doneTitle: ({ submitted }) => submitted,
  abandoned: ({ abandoned }) => abandoned,
  'interview-abandoned': ({ abandoned }) => abandoned,
  'report-ready': ({ reportReady }) => reportReady,
  reportReady: ({ reportReady }) => reportReady,
  'report-failed': ({ reportFailed }) => reportFailed,
  'awaiting-human': ({ awaitingHuman }) => awaitingHuman,
  'report-awaiting-human': ({ awaitingHuman }) => awaitingHuman,
  awaiting: ({ awaitingHuman }) => awaitingHuman,
  toReview: ({ toReview }) => toReview,
  notShared: ({ notShared }) => notShared,
  passed: ({ passed }) => passed,
  passedTitle: ({ passed }) => passed,
  'all-rounds-passed': ({ passed }) => passed,
  unconfirmed: ({ message }) => message.unconfirmed,
}
describe('the word for a state', () => {
  it('is the same in the console, in the group, with the bot, on the phone and in what is sent', async () => {
    const texts = await everyText()
    const others = texts
      .filter(({ path }) => !isOtherwise(path))
      .filter(({ language, name, text }) => !plain(text).includes(plain(filedUnder[name]!(stateWords[language]))))
      .map(({ language, path, text }) => `${language} ${path}: ${text}`)

    expect(texts.length).to.be.above(200)
    expect(others).to.deep.equal([])
  })

  it('has no second one beside it, in texts and guides', () => {
    const found = written().flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => Object.values(second).some((words) => words.test(line)))
        .map((line) => `${file}: ${line.trim()}`),
    )

    expect(found).to.deep.equal([])
  })

  it('is left out only where something else is meant', async () => {
    const texts = await everyText()

    expect(Object.keys(otherwise).filter((one) => !texts.some(({ path }) => isOtherwise(path) === one))).to.deep.equal(
      [],
    )
  })
})

/** Words that once stood beside the one of the table. */
const second: Record<Language, RegExp> = {
  zh: /待定中|未定|没定(?!了)|简历筛选|等你们?决定|承诺时间|正在面试|面试(正在)?中断|建议邀请(?!面试)|建议不进入|建议进入复试|申诉|可能已发出|可能没有送到|邀请.{0,6}收回|收回了?这份邀请|锁上|被锁住|(删除|保留|这份|候选人的)(全部)?材料/,
  en: /proposed: (next round|a )|suggested: |your decision\b|asked again|interviewing now|invitation.{0,12}withdrawn|no time or place|interview completed/i,
}

const plain = (text: string) => text.toLowerCase().replace(/ (has|was)(?= )/g, '')

interface Filed {
  language: Language
  path: string
  name: string
  text: string
}

async function everyText(): Promise<Filed[]> {
  const folders = ['server/features', 'server/http'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(({ name, parentPath }) => name === 'zh.ts' && parentPath.endsWith('/texts'))
      .map(({ parentPath }) => parentPath),
  )
  const found: Filed[] = []
  for (const language of languages) {
    for (const folder of folders) {
      const file = (await import(join(process.cwd(), folder, `${language}.ts`))) as Record<string, object>
      found.push(...filedIn(file[language]!, folder.replace(/^server\/(features\/)?|\/texts$/g, ''), language))
    }
    found.push(...filedIn(consoleTexts[language], 'console', language))
    found.push(...filedIn(textsOf(language), 'phone', language))
  }
  return found
}

function written(): string[] {
  return ['server', 'miniprogram/i18n', 'docs/guides']
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => /(\/texts\/.*|\/texts|\/i18n\/.*)\.ts$|\/guides\/.*\.md$|\/messages\.yaml$/.test(file))
    .filter((file) => !file.endsWith('.test.ts'))
}

function filedIn(texts: object, at: string, language: Language): Filed[] {
  return Object.entries(texts).flatMap(([name, value]: [string, unknown]) => {
    const path = `${at}.${name}`
    if (typeof value === 'object' && value !== null) return filedIn(value, path, language)
    const state = name === 'title' ? at.split('.').at(-1)! : name
    if (!(state in filedUnder)) return []
    return [{ language, path, name: state, text: said(value as string | ((...all: unknown[]) => string)) }]
  })
}

/** With nothing of interest filled in. */
function said(text: string | ((...all: unknown[]) => string)): string {
  if (typeof text === 'string') return text
  return text(...Array.from({ length: text.length }, () => blank))
}
const blank: unknown = new Proxy(
  {},
  { get: (_it, key) => (key === Symbol.toPrimitive ? () => '_' : key === 'toLowerCase' ? () => '_' : blank) },
)
