import { expect } from 'chai'
import { frameAt } from '../../../test/builders/miniprogram-frame.js'
import { ApiError } from '../../services/api-error.js'
import { codeTyped, initialClaim as initialFor, refused, toView, typed } from './claim-state.js'

const frame = frameAt()
const initialClaim = initialFor('link')

describe('a link that is opened in a new WeChat', () => {
  it('asks for the last four digits of the phone it was sent to', () => {
    expect(toView(initialClaim, frame)).to.deep.include({
      text: {
        title: '先确认是你本人',
        guide: '这条消息发到了你报名的手机上。输入那个号码的后四位，就能在这里打开。',
        label: '手机号后四位',
        codeLabel: '',
        receipt: '',
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

    expect(view.failure?.told).to.equal('今天试的次数太多，为安全起见已锁定。明天可以再试，急的话联系 HR。')
  })
})

describe('an SMS that could carry no link of its own', () => {
  const byCode = initialFor('code')

  it('is opened by its short code and the last four digits of the phone', () => {
    const code = codeTyped(byCode, ' a7k2x')

    expect(toView(byCode, frame)).to.deep.include({
      asksForCode: true,
      text: {
        title: '打开短信里说的事',
        guide: '输入短信里的四位短码，和收到短信的手机号后四位。',
        codeLabel: '短码',
        label: '手机号后四位',
        receipt: '有回执号？查看删除回执',
      },
    })
    expect(code.code).to.equal('A7K2')
    expect(codeTyped(byCode, 'o1lu').code, 'no letter that looks like a digit').to.equal('011')
    expect(toView(code, frame).button.isDisabled).to.equal(true)
    expect(toView(typed(code, '8000'), frame).button.isDisabled).to.equal(false)
  })

  it('says no more than that they do not match', () => {
    const wrong = refused(
      typed(codeTyped(byCode, 'A7K2'), '1234'),
      new ApiError('wrong-claim-code', 403, { triesLeft: 3 }),
    )

    expect(toView(wrong, frame)).to.deep.include({
      code: 'A7K2',
      tail: '',
      fault: '短码和手机号后四位对不上，再核对一下。还可以试 3 次。',
    })
  })
})
