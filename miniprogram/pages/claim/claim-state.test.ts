import { expect } from 'chai'
import { frameAt } from '../../../test/builders/miniprogram-frame.js'
import { ApiError } from '../../services/api-error.js'
import { initialClaim, refused, toView, typed } from './claim-state.js'

const frame = frameAt()

describe('a link that is opened in a new WeChat', () => {
  it('asks for the last four digits of the phone it was sent to', () => {
    expect(toView(initialClaim, frame)).to.deep.include({
      text: {
        title: '先确认是你本人',
        guide: '这条消息发到了你报名的手机上。输入那个号码的后四位，就能在这里打开。',
        label: '手机号后四位',
      },
      button: { label: '下一步', isDisabled: true, isBusy: false },
    })
    expect(toView(typed(initialClaim, '8 0a0012'), frame)).to.deep.include({
      tail: '8000',
      button: { label: '下一步', isDisabled: false, isBusy: false },
    })
  })

  it('says how many tries are left, and clears the digits', () => {
    const view = toView(
      refused({ ...initialClaim, tail: '1234', isBusy: true }, new ApiError('wrong-phone-tail', 403, { triesLeft: 2 })),
      frame,
    )

    expect(view).to.deep.include({ tail: '', fault: '对不上，再核对一下。还可以试 2 次。', failure: null })
  })

  it('says when there are no tries left today, and who can help', () => {
    const view = toView(refused(initialClaim, new ApiError('claim-locked', 423)), frame)

    expect(view.failure?.told).to.equal('今天试的次数太多，为安全起见先锁上了。明天可以再试，急的话联系 HR。')
  })
})
