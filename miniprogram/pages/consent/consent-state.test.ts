import { expect } from 'chai'
import { frameAt } from '../../../test/builders/miniprogram-frame.js'
import { consentOf } from '../../../test/fakes/candidate-samples.js'
import { ApiError } from '../../services/api-error.js'
import { choicesOf, consentLoaded, initialConsent, switched, tailRefused, toView, typedTail } from './consent-state.js'

const frame = frameAt()
const fresh = consentOf()
const accepted = {
  ...fresh,
  acceptedVersion: '2026-11',
  acceptedAt: '2026-11-22T01:00:00Z',
  choices: [{ purpose: 'ai-scoring', granted: true }],
} as typeof fresh
const first = consentLoaded(initialConsent('first'), fresh)
const later = consentLoaded(initialConsent('later'), accepted)

describe('the phone check', () => {
  const tail = { ...initialConsent('first'), step: 'tail' } as const

  it('takes four digits and nothing else', () => {
    expect(typedTail(tail, '8 0a0012').tail).to.equal('8000')
    expect(toView(typedTail(tail, '800'), frame).button.isDisabled).to.equal(true)
    expect(toView(typedTail(tail, '8000'), frame).button.isDisabled).to.equal(false)
  })

  it('says how many tries are left and clears the boxes', () => {
    const view = toView(
      tailRefused({ ...tail, tail: '1234' }, new ApiError('wrong-phone-tail', 403, { triesLeft: 4 })),
      frame,
    )

    expect(view.tail).to.deep.include({ value: '', fault: '对不上，再核对一下。还可以试 4 次。' })
  })

  it('tells a lock as a failure with its way out', () => {
    const view = toView(tailRefused(tail, new ApiError('invitation-locked', 423)), frame)

    expect(view.sendFailure?.told).to.equal('试的次数太多，为安全起见已锁定。请联系 HR 解锁。')
  })
})

describe('the choices', () => {
  it('are all off at first, whatever the server sends along', () => {
    const ticked = { ...fresh, choices: fresh.notice.purposes.map(({ purpose }) => ({ purpose, granted: true })) }

    expect(
      toView(consentLoaded(initialConsent('first'), ticked), frame).purposes.map(({ isGranted }) => isGranted),
    ).to.deep.equal([false, false])
  })

  it('can go on with everything refused', () => {
    expect(toView(first, frame).button).to.include({ label: '继续', isDisabled: false })
    expect(choicesOf(first)).to.deep.equal([
      { purpose: 'ai-scoring', granted: false },
      { purpose: 'sharing', granted: false },
    ])
  })

  it('send every purpose with what was chosen', () => {
    expect(choicesOf(switched(first, 'ai-scoring', true))).to.deep.include({ purpose: 'ai-scoring', granted: true })
  })

  it('name the notice and its version beside the button, and open its text', () => {
    const { notice } = toView(first, frame)

    expect(notice.lead + notice.link + notice.version).to.equal(
      '点「继续」即表示你已阅读《面试信息处理说明》（2026-11 版）',
    )
    expect(notice.sections).to.deep.equal([])
    expect(toView({ ...first, isNoticeOpen: true }, frame).notice.sections).to.have.length(2)
  })

  it('show later what was chosen, and save only a change', () => {
    expect(toView(later, frame).purposes.map(({ isGranted }) => isGranted)).to.deep.equal([true, false])
    expect(toView(later, frame).button).to.include({ label: '保存', isDisabled: true, hint: '上次选择：今天 09:00' })
    expect(toView(switched(later, 'ai-scoring', false), frame).button.isDisabled).to.equal(false)
    expect(toView(switched(switched(later, 'sharing', true), 'sharing', false), frame).button.isDisabled).to.equal(true)
  })
})
