import { expect } from 'chai'
import type { ApplicationForCandidate } from '../../../shared/contracts/talent.js'
import { frameAt } from '../../../test/builders/miniprogram-frame.js'
import { applicationOf } from '../../../test/fakes/candidate-samples.js'
import { ready } from '../../services/loadable.js'
import { actionOf, initialStatus, loaded, nextPollMs, toView, type StatusState } from './status-state.js'

const frame = frameAt()
const submitted = applicationOf(frame.nowMs)
const invited: ApplicationForCandidate = {
  ...submitted,
  invitationToken: 'token-0123456789',
  steps: [
    { step: 'applied', state: 'done' },
    { step: 'invited', state: 'now' },
    { step: 'submitted', state: 'todo' },
  ],
}
const at = (application: ApplicationForCandidate, changes: Partial<StatusState> = {}): StatusState => ({
  ...initialStatus,
  application: ready(application),
  ...changes,
})

describe('the status page', () => {
  it('thanks after the interview and offers to tell the result', () => {
    const view = toView(at(submitted), frame)

    expect(view.hero).to.include({ kind: 'done', title: '完成了，辛苦啦' })
    expect(view).to.deep.include({ action: 'notify', button: { label: '出结果时通知我', hint: '' } })
  })

  it('says that a recording of this interview is still on its way, and asks to keep the app open', () => {
    const onItsWay = { interviewId: submitted.interviewId ?? '', percent: 86, isVideo: false }

    expect(toView(at(submitted, { onItsWay }), frame).uploading).to.equal('录音还在上传，已完成 86%。先别关掉小程序。')
    const other = { ...onItsWay, interviewId: 'f'.repeat(24) }
    expect(toView(at(submitted, { onItsWay: other }), frame).uploading).to.equal('')
    expect(toView(at(submitted), frame).uploading).to.equal('')
  })

  it('says inside WeCom that messages may not come', () => {
    const hint = (changes: Partial<StatusState>) =>
      toView(at(submitted, changes), frameAt({ isWeCom: true })).button.hint

    expect(hint({})).to.equal('在企业微信里可能收不到通知，可以随时回到这里看')
    expect(hint({ asked: 'accepted' }), 'where they do come').not.to.contain('企业微信')
  })

  it('shows each step with when it was or by when it is promised', () => {
    expect(toView(at(submitted), frame).steps.map(({ title, detail }) => `${title} ${detail}`.trim())).to.deep.equal([
      '简历已投递 今天 09:00',
      '面试已提交 今天 09:59',
      '正在生成报告 预计 10:10 前',
      '招聘组复核 由人决定是否进入下一轮，预计 11 月 25 日 10:00 前',
      '复试通知',
    ])
  })

  for (const [ended, title] of [
    ['revoked', '面试邀请已撤销'],
    ['expired', '面试邀请已过期'],
    ['abandoned', '作答时间已结束'],
  ] as const)
    it(`does not invite any more once the invitation is ${ended}`, () => {
      const view = toView(at({ ...submitted, ended, steps: submitted.steps.slice(0, 1) }), frame)

      expect(view.hero.title).to.equal(title)
      expect(view).to.deep.include({ action: 'none', button: { label: '', hint: '' } })
    })

  it('says that a promise is late instead of naming a time that has passed', () => {
    const steps = [
      { step: 'report' as const, state: 'now' as const, dueBy: new Date(frame.nowMs - 60_000).toISOString() },
    ]

    expect(toView(at({ ...submitted, steps }), frame).steps[0]?.detail).to.equal(
      '比预计的晚了，还在处理；急的话可以联系 HR',
    )
  })

  it('reads a step aloud with its state', () => {
    expect(toView(at(submitted), frame).steps[2]?.spoken).to.equal('正在生成报告，进行中，预计 10:10 前')
  })

  it('asks for messages once', () => {
    expect(actionOf(at(submitted, { asked: 'accepted' }))).to.equal('none')
    expect(toView(at(submitted, { asked: 'accepted' }), frame).button.hint).to.equal('好，出结果会发微信通知你')
    expect(toView(at(submitted, { asked: 'refused' }), frame).button.hint).to.equal('没有开通通知，可以随时回来看')
  })

  it('leads to the feedback as soon as it is there', () => {
    const view = toView(at({ ...submitted, feedbackReady: true }), frame)

    expect(view).to.deep.include({ action: 'feedback' })
    expect(view.button.label).to.equal('看面试反馈')
  })

  it('leads a declined candidate to the letter, before the feedback, and asks for nothing more', () => {
    const declined: ApplicationForCandidate = {
      ...submitted,
      outcome: 'declined',
      letterReady: true,
      feedbackReady: true,
    }

    expect(actionOf(at(declined))).to.equal('letter')
    expect(toView(at(declined), frame).hero).to.include({ kind: 'letter', title: '结果已经出来了' })
    expect(toView(at(declined), frame).button).to.deep.equal({ label: '看给你的说明', hint: '' })
  })

  it('says time, place and contact of the round that comes', () => {
    const nextRound = {
      name: { zh: '复试', en: 'Second round' },
      startsAt: '2026-12-08T06:00:00Z',
      place: { zh: '总行 12 楼', en: 'HQ' },
      contact: { name: { zh: '张老师', en: 'Zhang' }, phone: '025-0000 0000' },
    }
    const advanced = toView(at({ ...submitted, outcome: 'advanced', nextRound }), frame)

    expect(advanced.hero.kind).to.equal('advanced')
    expect(advanced.round).to.deep.equal({
      name: '复试',
      lines: [
        { label: '时间', text: '12 月 8 日 14:00' },
        { label: '地点', text: '总行 12 楼' },
        { label: '联系人', text: '张老师 025-0000 0000' },
      ],
    })
    expect(toView(at(submitted), frame).round.name).to.equal('')
  })

  it('leads to the interview when there is an invitation', () => {
    expect(actionOf(at(invited))).to.equal('invitation')
    expect(toView(at(invited), frame).hero.kind).to.equal('invited')
  })

  it('says by when the candidate has to act, and promises only what others do', () => {
    const waiting: ApplicationForCandidate = {
      ...invited,
      steps: [{ step: 'invited', state: 'now', dueBy: '2026-11-25T02:00:00Z' }],
    }

    expect(toView(at(waiting), frame).steps[0]?.detail).to.equal('请在 11 月 25 日 10:00 前完成')
  })

  it('offers my data only once there are choices to change', () => {
    const { interviewId: _none, ...before } = invited

    expect(toView(at(before), frame).hasChoices).to.equal(false)
    expect(toView(at(submitted), frame).hasChoices).to.equal(true)
  })

  it('offers to prove what was not proved while applying, and stays to say that it is done', () => {
    const unproved = { phone: '13800138000', email: 'wang@example.com' }
    const shown = loaded(initialStatus, { ...submitted, unproved })

    expect(toView(shown, frame).offers).to.deep.equal(unproved)
    expect(toView(loaded(shown, submitted), frame).offers).to.deep.equal(unproved)
    expect(toView(shown, frameAt({ mayProveEmail: false })).offers.email).to.equal('')
    expect(toView(loaded(initialStatus, submitted), frame).offers).to.deep.equal({ phone: '', email: '' })
  })

  it('has no button while only the others can act', () => {
    const applied: ApplicationForCandidate = {
      ...submitted,
      interviewId: 'x',
      steps: [
        { step: 'applied', state: 'done' },
        { step: 'screened', state: 'now' },
      ],
    }

    expect(toView(at(applied), frame)).to.deep.include({ action: 'none', button: { label: '', hint: '' } })
  })

  it('asks the server often while a report is being made, seldom otherwise and after a while', () => {
    expect(nextPollMs(at(submitted))).to.equal(4_000)
    expect(nextPollMs(at(submitted, { polls: 30 }))).to.equal(20_000)
    expect(nextPollMs(at(invited))).to.equal(20_000)
  })
})
