import { expect } from 'chai'
import { frameAt } from '../../../test/builders/miniprogram-frame.js'
import { noticeOnApplying, positionsOf } from '../../../test/fakes/candidate-samples.js'
import { ApiError } from '../../services/api-error.js'
import { ready } from '../../services/loadable.js'
import {
  acceptedOf,
  checked,
  edited,
  fileRead,
  formToSend,
  initialApply,
  toView,
  type ApplyState,
} from './apply-state.js'
import { experienceAdded, experienceEdited, experienceRemoved } from './experiences.js'
import { readResumeFile } from './read-resume-file.js'
import { emptyForm } from './resume-fields.js'
import { isSettledBy, submissionFor } from './submission.js'

const [teller] = positionsOf().positions as [ReturnType<typeof positionsOf>['positions'][0]]
const open: ApplyState = { ...initialApply, position: ready(teller) }
const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer
const seen = (state: ApplyState, frame = frameAt()) => toView(state, frame, emptyForm)

describe('the application page', () => {
  it('shows the position it is for', () => {
    expect(seen(open).position).to.include({ title: '综合柜员', where: '运营部 · 杭州', facts: '约 25 分钟 · 5 道题' })
  })

  it('says at each wrong field what is allowed, and how many there are', () => {
    const view = seen(checked(open))

    expect(view.fields.phone.fault).to.equal('手机号要填 11 位数字，以 1 开头。')
    expect(view.fields.email.fault).to.equal('')
    expect(view.submit.hint).to.equal('还有 6 处要改，已在上面标出。')
  })

  it('offers no file and promises no notice inside WeCom, where neither may be there', () => {
    const view = seen(open, frameAt({ isWeCom: true }))

    expect(view.text.attach).to.equal('')
    expect(view.submit.hint).to.equal('在企业微信里可能收不到通知，投递后随时回来看进度。')
    expect(seen(open).text.attach).not.to.equal('')
  })

  it('takes a fault away as soon as its field is edited', () => {
    const view = seen(edited(checked(open), 'phone', '138'))

    expect(view.fields.phone.fault).to.equal('')
    expect(view.fields.name.fault).to.not.equal('')
  })

  it('tells what a file brought and what stays behind', () => {
    const view = seen(
      fileRead(
        open,
        '王小明.json',
        readResumeFile(bytesOf('{"name":"王小明","gender":"男","experiences":[{"organisation":"a","role":"b"}]}')),
      ),
    )

    expect(view.fileNotes).to.deep.equal([
      '已从「王小明.json」读入，请核对一遍。',
      '一并读入：1 段经历。',
      '文件里这些内容我们不收集，没有读入：gender。',
    ])
  })

  it('keeps what was typed when a file cannot be read', () => {
    const state = fileRead(edited(open, 'name', '王小明'), 'x.json', readResumeFile(bytesOf('{')))

    expect(state.form.name).to.equal('王小明')
    expect(seen(state).fileFault).to.match(/^已填的内容都在。这个文件没/)
  })

  it('says why sending failed, safe things first', () => {
    expect(seen({ ...open, failure: 'position-closed' }).sendFailure).to.deep.equal({
      safe: '你填的内容还在这里。',
      told: '这个岗位刚刚停止招聘。可以看看别的岗位。',
    })
  })

  it('names the notice and its version beside the button, and opens it', () => {
    const state = { ...open, notice: noticeOnApplying() }

    expect(seen(state).notice).to.include({ lead: '点「投递」即表示你已阅读', toggle: '展开全文' })
    expect(seen(state).notice.sections).to.deep.equal([])
    expect(seen({ ...state, isNoticeOpen: true }).notice.sections.map(({ title }) => title)).to.include('处理什么')
    expect(acceptedOf(state).version).to.equal(noticeOnApplying().version)
  })

  it('leaves the identity number out until it is agreed to', () => {
    const notice = noticeOnApplying()
    const file = readResumeFile(bytesOf('{"name":"王小明","idNumber":"11010119900307123X"}'))
    const state = fileRead({ ...open, notice }, '王小明.json', file)
    const shown = toView(state, frameAt(), state.form)
    const agreed = { ...state, sendsIdNumber: true }

    expect(shown.fileNotes.join()).to.contain('文件里有身份证号')
    expect(shown.idNumber).to.include({ isAsked: true, isGranted: false, title: '身份证号' })
    expect(formToSend(state).idNumber).to.equal('')
    expect(acceptedOf(state).choices).to.deep.equal([{ purpose: 'id-number', granted: false }])
    expect(formToSend(agreed).idNumber).to.equal('11010119900307123X')
    expect(acceptedOf(agreed).choices).to.deep.equal([{ purpose: 'id-number', granted: true }])
    expect(seen(open).idNumber.isAsked).to.equal(false)
  })

  it('speaks English when asked', () => {
    expect(seen(checked(open), frameAt({ language: 'en' })).fields.name).to.include({
      label: 'Name',
      fault: 'The name needs 2–50 characters.',
    })
  })
})

describe('the experiences of an application', () => {
  const two = experienceAdded(experienceAdded(open))

  it('are added, filled in and taken away, each by itself', () => {
    const state = experienceEdited(experienceRemoved(two, 0), 1, { organisation: '某银行', from: '2024-07' })
    const { entries, experiences } = seen(state)

    expect(entries.map(({ heading }) => heading)).to.deep.equal(['第 1 段经历'])
    expect(experiences.map(({ fromShown, toShown }) => [fromShown, toShown])).to.deep.equal([
      ['2024-07', '不选就是至今'],
    ])
    expect(experienceAdded(state).form.experiences.map(({ id }) => id)).to.deep.equal([1, 2])
  })

  it('are pointed at one by one', () => {
    const state = checked(experienceEdited(two, 1, { organisation: '某银行' }))

    expect(seen(state).experiences.map(({ isFaulty }) => isFaulty)).to.deep.equal([false, true])
  })
})

describe('the key of an application', () => {
  let made = 0
  const newKey = () => `key-${++made}`

  it('stays the same until the server answered', () => {
    const first = submissionFor('teller', undefined, newKey)

    expect(submissionFor('teller', first, newKey)).to.equal(first)
    expect(submissionFor('manager', first, newKey).key).to.not.equal(first.key)
  })

  it('is settled by a refusal, not by silence', () => {
    expect(isSettledBy(new ApiError('invalid-input', 400))).to.equal(true)
    expect(isSettledBy(new ApiError('different-submission', 409))).to.equal(true)
    for (const error of [
      new ApiError('timeout', 0),
      new ApiError('store-away', 503),
      new ApiError('too-many-tries', 429),
      new ApiError('sign-in-needed', 401),
    ]) {
      expect(isSettledBy(error), error.code).to.equal(false)
    }
  })
})
