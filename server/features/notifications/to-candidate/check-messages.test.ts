import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { notificationSetup, defaultTexts, invitationTo } from '../../../../test/builders/notifications.js'
import { messageVariables, type MessagesFile } from '../../../../shared/contracts/message-texts.js'
import { candidateTemplates } from '../../../../shared/contracts/notifications.js'
import { readDataFile, problemsAt, type ReadFile } from '../../../data-files/read-data-file.js'
import { checkMessages, sampleMessages } from './check-messages.js'
import { notifications } from '../notifications.js'
import { sampleVariables } from './sample-variables.js'
import { templates } from './templates.js'

const shipped = readFileSync(new URL('../data/messages.yaml', import.meta.url), 'utf8')

/** What is told about the shipped file after one replacement, with the line. */
function faults(from: string, to: string): { line: number; zh: string }[] {
  expect(shipped).to.contain(from)
  const reading = readDataFile({ path: 'messages.yaml', text: shipped.replace(from, to) })
  const problems =
    reading.kind === 'refused'
      ? reading.problems
      : problemsAt(reading.file, checkMessages((reading.file as ReadFile<MessagesFile>).content))
  return problems.map(({ line, message }) => ({ line, zh: message.zh }))
}
const lineOf = (text: string) => shipped.slice(0, shipped.indexOf(text)).split('\n').length

describe('message texts', () => {
  it('as they come with the product have no fault', () => {
    expect(faults('kind: messages', 'kind: messages')).to.deep.equal([])
  })

  for (const [what, from, to, said] of [
    ['an unknown variable', '约{minutes}分钟，不用下载', '约{minute}分钟', /没有变量“minute”/],
    ['a variable of another message', '已收到，正在生成报告', '{position}的报告', /没有变量“position”/],
    [
      'an unknown variable inside a plural',
      '{minutes} min, no install',
      '{minutes, plural, one {# {unit}} other {#}}',
      /没有变量“unit”/,
    ],
    ['a date made of a name', '约{minutes}分钟，不用下载', '约{minutes, date}分钟', /“minutes”不能写成 date/],
    ['a time made of a number', '约{minutes}分钟，不用下载', '约{minutes, time}分钟', /“minutes”不能写成 time/],
    ['a number made of a name', '约{minutes}分钟，不用下载', '{deadline, number}', /“deadline”不能写成 number/],
    ['a plural of a name', '约{minutes}分钟，不用下载', '{deadline, plural, other {#}}', /“deadline”不能写成 plural/],
    [
      'a date inside a choice',
      '约{minutes}分钟，不用下载',
      '{minutes, plural, other {{position, date}}}',
      /“position”不能写成 date/,
    ],
    ['an empty text', 'zh: "约{minutes}分钟，不用下载"', 'zh: ""', /太短/],
    ['a text of blanks', '约{minutes}分钟，不用下载', '   ', /是空的/],
    ['a brace that is not closed', '约{minutes}分钟，不用下载', '约{minutes分钟', /读不懂/],
    [
      'a text too long with its sample',
      '约{minutes}分钟，不用下载',
      '整场面试大约需要{minutes}分钟，请提前准备好设备',
      /最多 20 个/,
    ],
    ['words beside a time', '{ zh: "{deadline}"', '{ zh: "请在{deadline}前"', /只能是一个时间/],
  ] as const) {
    it(`with ${what} are refused at the line where it stands`, () => {
      const found = faults(from, to)

      expect(found.map(({ line }) => line)).to.deep.equal([lineOf(from)])
      expect(found[0]!.zh).to.match(said)
    })
  }

  it('with a field missing or unknown are refused', () => {
    expect(
      faults('    tip: {', '    hint: {')
        .map(({ zh }) => zh)
        .join(),
    )
      .to.match(/缺少“tip”/)
      .and.to.match(/不认识“hint”/)
  })

  it('are shown with every sample filled in', () => {
    const samples = sampleMessages({ kind: 'messages', id: 'messages', templates: defaultTexts })

    expect(samples).to.deep.include({ at: 'templates.invitation.tip.zh', text: '约120分钟，不用下载' })
    expect(samples.filter(({ at }) => at === 'templates.result.state.en').map(({ text }) => text)).to.include.members([
      'Feedback is ready',
      'Review by people',
    ])
  })

  it('know the variables that the product fills in', () => {
    const say = { text: ({ zh }: { zh: string }) => zh, time: () => 't' }
    for (const template of candidateTemplates) {
      for (const variables of sampleVariables[template]) {
        expect(Object.keys(templates[template].values(variables as never, say))).to.have.members([
          ...messageVariables[template],
        ])
      }
    }
  })
})

describe('a message whose text cannot be said', () => {
  it('fails with the reason, the group is told, and nothing goes out', async () => {
    const at = await notificationSetup()
    at.deps.textsOf = async () => ({
      ...defaultTexts,
      invitation: { ...defaultTexts.invitation, tip: { zh: '约{hours}小时', en: '{hours} h' } },
    })

    expect(await notifications(() => at.deps).deliver(invitationTo('li'))).to.deep.equal({
      kind: 'unreachable',
      reason: 'text-tip-variable-hours',
    })

    expect(at.platform.calls).to.equal(0)
    expect(await at.deps.groupEvents.orgsWithNews()).to.deep.equal(['o1'])
  })

  it('fails as well when the organisation has no texts at all', async () => {
    const at = await notificationSetup()
    at.deps.textsOf = async () => undefined

    expect(await notifications(() => at.deps).deliver(invitationTo('li'))).to.deep.equal({
      kind: 'unreachable',
      reason: 'no-texts',
    })
  })
})
