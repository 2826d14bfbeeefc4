import { expect } from 'chai'
import { chooseChannel, type Choosing } from './to-candidate/choose-channel.js'
import { fillTemplate } from './to-candidate/fill-template.js'
import { sayMessage } from './to-candidate/icu-text.js'
import { maskName } from './mask-name.js'
import { afterTryLater, deliveryOf, type Attempt, type Message } from './outbox/message.js'
import { quietUntil } from './outbox/quiet-hours.js'
import type { TemplateVariables } from './to-candidate/templates.js'
import { defaultTexts as texts } from '../../../test/builders/notifications.js'
import {
  candidateChannels,
  candidateTemplates,
  type CandidateTemplate,
} from '../../../shared/contracts/notifications.js'
import { fieldsOf } from '../../../shared/contracts/message-texts.js'
import { languages, type Language } from '../../../shared/contracts/text.js'

const zone = 'Asia/Shanghai'
const quietHours = { from: '22:00', to: '08:00' }
const morning = new Date('2026-11-22T02:00:00Z') // 10:00 in Shanghai
const night = new Date('2026-11-22T15:00:00Z') // 23:00 in Shanghai

describe('choosing a channel', () => {
  const both: Choosing = {
    contact: { openid: 'o-wang', phone: '13800001234' },
    left: { subscription: 1, email: Infinity, sms: Infinity },
    channels: candidateChannels,
    refusedBy: [],
    now: morning,
    zone,
    quietHours,
    exempt: false,
  }

  const noneLeft = { subscription: 0, email: Infinity, sms: Infinity }

  it('prefers the service notice that the candidate accepted', () => {
    expect(chooseChannel(both)).to.deep.equal({ kind: 'go', channel: 'subscription', why: 'subscription-accepted' })
  })

  it('goes by SMS when no accept is left, and says whether WeChat was ever there', () => {
    expect(chooseChannel({ ...both, left: noneLeft })).to.deep.equal({
      kind: 'go',
      channel: 'sms',
      why: 'no-subscription',
    })
    expect(chooseChannel({ ...both, contact: { phone: '13800001234' } })).to.deep.equal({
      kind: 'go',
      channel: 'sms',
      why: 'no-wechat',
    })
  })

  it('goes by SMS after WeChat refused this very message', () => {
    expect(chooseChannel({ ...both, refusedBy: ['subscription'] })).to.deep.equal({
      kind: 'go',
      channel: 'sms',
      why: 'subscription-refused',
    })
  })

  it('waits for the tap of a candidate whose phone is in the app, then no longer', () => {
    const tapUntil = new Date(morning.getTime() + 20_000)
    const waiting = { ...both, left: noneLeft, tapUntil }

    expect(chooseChannel(waiting)).to.deep.equal({
      kind: 'later',
      at: tapUntil,
      why: 'waits-for-tap',
      tapOpenid: 'o-wang',
    })
    expect(chooseChannel({ ...waiting, left: both.left })).to.include({ channel: 'subscription' })
    expect(chooseChannel({ ...waiting, now: tapUntil })).to.include({ channel: 'sms' })
    expect(chooseChannel({ ...waiting, contact: { phone: '13800001234' } }), 'nobody can tap').to.include({
      channel: 'sms',
    })
  })

  it('knows when there is no way left', () => {
    expect(chooseChannel({ ...both, contact: {}, left: noneLeft })).to.deep.equal({
      kind: 'unreachable',
      why: 'no-way',
    })
    expect(chooseChannel({ ...both, refusedBy: ['subscription', 'sms'] })).to.deep.equal({
      kind: 'unreachable',
      why: 'refused-everywhere',
    })
    expect(chooseChannel({ ...both, left: noneLeft, refusedBy: ['sms'] })).to.deep.equal({
      kind: 'unreachable',
      why: 'refused-everywhere',
    })
  })

  it('holds at night what is not exempt', () => {
    const eight = new Date('2026-11-23T00:00:00Z')

    expect(chooseChannel({ ...both, now: night })).to.deep.equal({ kind: 'later', at: eight, why: 'quiet-hours' })
    expect(chooseChannel({ ...both, now: night, exempt: true })).to.include({ kind: 'go' })
  })
})

describe('quiet hours', () => {
  const until = (at: string, hours = quietHours) => quietUntil(new Date(at), zone, hours)?.toISOString()

  it('run from 22:00 to 08:00 by the organisation’s own clock', () => {
    expect(until('2026-11-22T13:59:59Z')).to.equal(undefined)
    expect(until('2026-11-22T14:00:00Z')).to.equal('2026-11-23T00:00:00.000Z')
    expect(until('2026-11-22T23:59:59Z')).to.equal('2026-11-23T00:00:00.000Z')
    expect(until('2026-11-23T00:00:00Z')).to.equal(undefined)
  })

  it('may lie within one day, or not exist', () => {
    expect(until('2026-11-22T04:30:00Z', { from: '12:00', to: '13:30' })).to.equal('2026-11-22T05:30:00.000Z')
    expect(until('2026-11-22T05:30:00Z', { from: '12:00', to: '13:30' })).to.equal(undefined)
    expect(until('2026-11-22T15:00:00Z', { from: '00:00', to: '00:00' })).to.equal(undefined)
  })
})

describe('an attempt that may be made again', () => {
  const failed: Attempt = { at: morning, channel: 'sms', why: 'no-wechat', outcome: 'try-later', code: '-1' }
  const after = (failures: number, afterMs = 0, notAfter?: Date) =>
    afterTryLater(
      { ledger: Array.from({ length: failures }, () => failed), ...(notAfter && { notAfter }) },
      morning,
      afterMs,
    )
  const inMs = (result: ReturnType<typeof after>) =>
    result.kind === 'again' ? result.at.getTime() - morning.getTime() : result.reason

  it('waits longer each time and ends after five', () => {
    expect([1, 2, 3, 4, 5].map((failures) => inMs(after(failures)))).to.deep.equal([
      2_000,
      15_000,
      120_000,
      600_000,
      'too-many-attempts',
    ])
  })

  it('waits as long as the platform asks', () => {
    expect(inMs(after(1, 60_000))).to.equal(60_000)
  })

  it('is given up when the next one would come too late', () => {
    expect(inMs(after(1, 60_000, new Date(morning.getTime() + 60_000)))).to.equal('too-late')
  })
})

describe('what became of a message', () => {
  const soon = new Date(morning.getTime() + 1_000)
  const sms: Attempt = { at: morning, channel: 'sms', why: 'no-wechat', outcome: 'sent' }
  const message = (rest: Partial<Message>): Message => ({
    id: 'm1',
    orgId: 'o1',
    dedupeKey: 'k',
    about: { kind: 'invitation', id: 'i1' },
    to: { kind: 'candidate', applicationId: 'a1', candidateId: 'c1' },
    template: 'invitation',
    status: 'queued',
    queuedAt: morning,
    quiet: 'hold',
    ledger: [],
    ...rest,
  })

  it('is one of five answers', () => {
    expect(deliveryOf(message({ status: 'sent', ledger: [sms], settledAt: morning }), soon)).to.deep.equal({
      kind: 'sent',
      channel: 'sms',
      at: morning,
    })
    expect(deliveryOf(message({ status: 'unconfirmed', ledger: [sms] }), soon)).to.deep.equal({
      kind: 'unconfirmed',
      channel: 'sms',
    })
    expect(deliveryOf(message({ status: 'dropped', reason: 'too-late' }), soon)).to.deep.equal({
      kind: 'dropped',
      reason: 'too-late',
    })
    expect(deliveryOf(message({ status: 'failed', reason: 'no-way' }), soon)).to.deep.equal({
      kind: 'unreachable',
      reason: 'no-way',
    })
    expect(deliveryOf(message({ dueAt: night }), soon)).to.deep.equal({ kind: 'later', at: night })
  })

  it('is never to be asked for again at once', () => {
    expect(deliveryOf(message({ dueAt: morning }), soon)).to.deep.equal({ kind: 'later', at: soon })
    expect(deliveryOf(message({ status: 'sending', dueAt: morning }), soon)).to.deep.equal({ kind: 'later', at: soon })
  })
})

describe('the texts to a candidate', () => {
  const position = { zh: '综合柜员', en: 'Bank teller' }
  const samples = {
    invitation: { position, deadline: '2026-11-25T10:00:00Z', minutes: 25, token: 'tok' },
    progress: { expectedBy: '2026-11-22T02:21:00Z', applicationId: 'a1' },
    result: { state: 'feedback-ready', expectedBy: '2026-11-25T10:00:00Z', applicationId: 'a1', interviewId: 'i1' },
    'next-round': {
      round: { zh: '复试', en: 'Second round' },
      startsAt: '2026-11-28T01:30:00Z',
      place: { zh: '总行 12 楼', en: 'HQ, floor 12' },
      contact: { name: { zh: '张老师', en: 'Zhang' }, phone: '025-0000 0000' },
      applicationId: 'a1',
    },
  } as const

  const filled = <T extends CandidateTemplate>(
    template: T,
    variables: TemplateVariables[T],
    language: Language = 'zh',
  ) => {
    const { kind, ...rest } = fillTemplate(template, variables, { language, zone, texts }) as unknown as {
      kind: string
      fields: Record<string, string>
    }
    expect(kind).to.equal('filled')
    return rest
  }
  const tryToFill = (variables: TemplateVariables['invitation'], given = texts) =>
    fillTemplate('invitation', variables, { language: 'zh', zone, texts: given })

  it('say the same fields in either language, in the organisation’s time', () => {
    expect(filled('invitation', samples.invitation)).to.deep.equal({
      fields: { position: '综合柜员', deadline: '2026年11月25日 18:00', tip: '约25分钟，不用下载' },
      page: 'pages/invitation/invitation',
      query: 'token=tok',
    })
    expect(filled('invitation', samples.invitation, 'en').fields).to.deep.equal({
      position: 'Bank teller',
      deadline: '2026年11月25日 18:00',
      tip: '25 min, no install',
    })
  })

  for (const template of candidateTemplates) {
    it(`fill every field of ${template} within 20 characters`, () => {
      for (const language of languages) {
        const { fields } = filled(template, samples[template] as never, language)

        expect([...Object.keys(fields), 'code']).to.have.members(fieldsOf(template))
        for (const value of Object.values(fields)) expect(value.length, value).to.be.within(1, 20)
      }
    })
  }

  it('cannot be made with a variable missing', () => {
    expect(() => sayMessage('约{minutes}分钟', 'zh', {})).to.throw()
    expect(tryToFill({ ...samples.invitation, minutes: undefined } as never)).to.deep.equal({
      kind: 'refused',
      reason: 'text-tip-variable-minutes',
    })
  })

  it('are never sent with a hole: not empty, not with an empty variable, not unreadable', () => {
    const withTip = (zh: string) =>
      tryToFill(samples.invitation, { ...texts, invitation: { ...texts.invitation, tip: { zh, en: 'x' } } })

    expect(withTip('约{minute}分钟')).to.deep.equal({ kind: 'refused', reason: 'text-tip-variable-minute' })
    expect(withTip('  ')).to.deep.equal({ kind: 'refused', reason: 'text-tip-empty' })
    expect(withTip('约{minutes分钟')).to.deep.equal({ kind: 'refused', reason: 'text-tip-unreadable' })
    expect(tryToFill({ ...samples.invitation, position: { zh: ' ', en: 'x' } })).to.deep.equal({
      kind: 'refused',
      reason: 'text-position-variable-position',
    })
  })

  it('open the feedback when there is one, otherwise the status', () => {
    const { interviewId: _interviewId, ...noInterview } = samples.result

    expect(filled('result', samples.result)).to.include({ page: 'pages/feedback/feedback', query: 'interview=i1' })
    expect(filled('result', noInterview)).to.include({ page: 'pages/status/status', query: 'application=a1' })
  })
})

describe('a masked name', () => {
  for (const [name, masked] of [
    ['王小明', '王*明'],
    ['欧阳小明', '欧*明'],
    ['李雷', '李*'],
    ['李', '*'],
    ['', '*'],
    ['Jane Smith', 'J*** S***'],
    ['Li Lei', 'L*** L***'],
    ['𠮷田太郎', '𠮷*郎'],
    ['王𠮷', '王*'],
    ['阿卜杜·热合曼', '阿*曼'],
    ['王👨‍👩‍👧明', '王*明'],
    ['  王小明 ', '王*明'],
  ] as const)
    it(`of ${name || 'nobody'} is ${masked}`, () => {
      expect(maskName(name)).to.equal(masked)
    })
})
