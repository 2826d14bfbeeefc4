import { expect } from 'chai'
import type { InterviewForCandidate } from '../../../shared/contracts/interviews.js'
import type { InvitationForCandidate } from '../../../shared/contracts/invitations.js'
import { frameAt } from '../../../test/builders/miniprogram-frame.js'
import { ids, invitationOf, questions } from '../../../test/fakes/candidate-samples.js'
import { fakeInterview } from '../../../test/fakes/fake-interview.js'
import { ready } from '../../services/loadable.js'
import { actionOf, runningQuestionOf, toView } from './invitation-state.js'

const frame = frameAt()
const open = invitationOf(frame.nowMs)
const seen = (invitation: InvitationForCandidate) => toView(ready(invitation), frame)

describe('the invitation page', () => {
  it('says who is invited to what, until when, how long, how, and who sees it', () => {
    const view = seen(open)

    expect(view.open).to.include({ hello: '王小明，你好', invited: '邀请你参加「综合柜员」岗位的 AI 面试。' })
    expect(view.open.facts.map(({ value }) => value)).to.deep.equal([
      '11 月 25 日 10:00',
      '约 25 分钟 · 5 道题',
      '文字、数字',
      '招聘组与柜员岗面试官',
    ])
    expect(view.open.bring).to.deep.equal({ title: '开始前准备好', things: ['身份证', '安静的环境'] })
  })

  it('says what a question has left that was begun, beside the time for all of them', () => {
    const interview = fakeInterview(() => frame.nowMs).view()
    const question = questions[0]!
    const running = (kind: 'thinking' | 'answering', leftMs: number) =>
      runningQuestionOf({
        ...interview,
        step: {
          kind,
          question,
          endsAt: new Date(frame.nowMs + leftMs).toISOString(),
          draft: { text: '', revision: 0 },
        } as InterviewForCandidate['step'],
      })

    const seenRunning = toView(
      ready({ ...open, bound: true, interviewId: ids.interview, running: running('answering', 125_000)! }),
      frame,
    )
    expect(seenRunning.open.running).to.match(/^第 1 题正在计时，到 .*10:02 为止，还剩不到 3 分钟。/)
    expect(running('thinking', 60_000)?.leftMs).to.equal(60_000 + question.answerSeconds * 1_000)
    expect(running('answering', 0)).to.equal(undefined)
    expect(seen(open).open.running).to.equal('')
  })

  it('leads to the consents first', () => {
    expect(actionOf(ready(open))).to.deep.equal({ kind: 'consent' })
    expect(seen(open).button).to.equal('开始准备')
  })

  it('tries the phone before the first question where somebody may speak, and at any time before', () => {
    const spoken = { ...open, answerModes: ['text', 'voice'] } as typeof open
    const bound = { ...spoken, bound: true }

    expect(actionOf(ready(spoken))).to.deep.equal({ kind: 'consent' })
    expect(actionOf(ready(bound))).to.deep.equal({
      kind: 'check',
      invitationId: ids.invitation,
      ways: ['text', 'voice'],
    })
    expect(actionOf(ready({ ...bound, interviewId: ids.interview }))).to.include({ kind: 'interview' })
    expect(actionOf(ready({ ...open, bound: true }))).to.include({ kind: 'interview' })
    expect(
      [open, spoken, { ...spoken, answerModes: ['video' as const] }].map((one) => seen(one).open.check),
    ).to.deep.equal([...['先试试网络', '先试试麦克风和网络', '先试试麦克风、摄像头和网络']])
    expect(seen({ ...bound, interviewId: ids.interview }).open.check).to.equal('')
  })

  it('goes on with the interview when it was begun', () => {
    const begun = { ...open, bound: true, interviewId: ids.interview }

    expect(actionOf(ready(begun))).to.deep.equal({ kind: 'interview', invitationId: ids.invitation })
    expect(seen(begun).button).to.equal('接着答')
    expect(seen(begun).open.next).to.equal('你已经开始了，可以接着答。')
  })

  it('leads to the status when it is done', () => {
    const done = { kind: 'done', applicationId: ids.application } as const

    expect(actionOf(ready(done))).to.deep.equal({ kind: 'status', applicationId: ids.application })
    expect(seen(done).over.title).to.equal('面试已提交')
  })

  it('says when it ended and what can still be done', () => {
    expect(seen({ kind: 'expired', at: '2026-11-21T10:00:00Z' }).over).to.deep.equal({
      title: '这份邀请已过期',
      lines: ['作答时间到 11 月 21 日 18:00 为止。', '还想参加的话，联系 HR，可以重新发给你。'],
    })
    expect(seen({ kind: 'expired' }).over.lines[0]).to.equal('作答时间已经过了。')
  })

  it('tells a stranger nothing about the person it belongs to', () => {
    const view = seen({ kind: 'taken' })

    expect(JSON.stringify(view)).to.not.include('王小明')
    expect(actionOf(ready({ kind: 'revoked' }))).to.deep.equal({ kind: 'positions' })
  })
})
