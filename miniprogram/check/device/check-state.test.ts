import { expect } from 'chai'
import type { AnswerMode } from '../../../shared/contracts/answer-modes.js'
import { frameAt } from '../../../test/builders/miniprogram-frame.js'
import { brightnessOf, lightOf } from './camera-state.js'
import { againAct, checkOf, type CheckState } from './check-state.js'
import { toView } from './check-view.js'
import { asked, concluded, listening, soundCame, untriedMicrophone, type MicrophonePart } from './microphone-state.js'
import type { NetworkVerdict } from './network-state.js'

const frame = frameAt()
const voice: AnswerMode[] = ['text', 'voice']
const state = (change: Partial<CheckState> = {}, ways = voice, invitationId = 'one'): CheckState => ({
  ...checkOf(ways, invitationId),
  ...change,
})
const seen = (change: Partial<CheckState> = {}, ways = voice, invitationId = 'one') =>
  toView(state(change, ways, invitationId), frame)
const part = (key: string, change: Partial<CheckState>, ways = voice) =>
  seen(change, ways).parts.find((one) => one.key === key)
const network = (verdict: NetworkVerdict) => ({ network: { kind: 'done', verdict } }) as const
const levels = (...given: number[]): MicrophonePart =>
  given.reduce((sum, levelDb) => soundCame(sum, { levelDb }), listening('levels'))

describe('the device check', () => {
  it('tries what the position offers, and the network for everybody', () => {
    const keys = (ways: AnswerMode[]) => seen({}, ways).parts.map(({ key }) => key)

    expect(keys(['text', 'number'])).to.deep.equal(['network'])
    expect(keys(voice)).to.deep.equal(['microphone', 'network'])
    expect(keys(['text', 'voice', 'video'])).to.deep.equal(['microphone', 'camera', 'network'])
  })

  it('lets everybody go on, whatever was tried and found', () => {
    const parts = [
      untriedMicrophone,
      asked(),
      listening('mp3'),
      ...(['heard', 'silent', 'drowned', 'refused', 'broken'] as const).map((verdict) =>
        concluded(listening('levels'), verdict),
      ),
    ]
    const views = parts.map((microphone) => seen({ microphone, ...network('none') }))

    for (const view of views) expect(view.secondary.act).to.equal('begin')
    expect(views.map(({ primary }) => primary.act)).to.deep.equal([
      ...['try-microphone', 'none', 'none', 'practise', 'try-microphone', 'try-microphone', 'open-settings'],
      'try-microphone',
    ])
    expect(views.map(({ secondary }) => secondary.label)).to.deep.equal([
      ...Array.from({ length: 3 }, () => '先不试，开始面试'),
      '开始面试',
      ...Array.from({ length: 4 }, () => '用文字开始面试'),
    ])
  })

  it('leads back to the invitation where no interview begins', () => {
    expect(seen({}, voice, '').secondary).to.deep.equal({ label: '返回邀请', act: 'back' })
    expect(seen({}, ['text'], '').primary).to.include({ label: '返回邀请', act: 'back' })
    expect(seen({}, ['text']).primary).to.include({ label: '开始面试', act: 'begin' })
  })

  it('says what helps, and that writing is another way', () => {
    for (const verdict of ['silent', 'drowned', 'refused', 'broken'] as const)
      expect(part('microphone', { microphone: concluded(listening('levels'), verdict) })?.cure, verdict).to.contain(
        '文字作答',
      )
    expect(part('camera', { camera: { kind: 'refused' } }, ['video'])?.cure).to.contain('语音或文字作答')
  })

  it('tells of the room what can be known', () => {
    const heard = (microphone: MicrophonePart) => part('microphone', { microphone: concluded(microphone, 'heard') })

    expect(heard(levels(-60, -58, -20, -18))).to.include({ tag: 'tag-ok', cure: '周围也安静。' })
    expect(heard(levels(-30, -28, -12, -10))?.tag).to.equal('tag-warn')
    expect(heard(listening('mp3'))).to.include({ tag: 'tag-ok' })
    expect(heard(listening('mp3'))?.cure).to.contain('读不到音量')
  })

  it('advises by what is offered where the network is slow', () => {
    const cure = (ways: AnswerMode[]) => part('network', network('slow'), ways)?.cure

    expect(cure(['text', 'voice', 'video'])).to.contain('建议用语音或文字')
    expect(cure(['text', 'video'])).to.contain('建议用文字')
    expect(cure(voice)).to.contain('语音会边录边传')
    expect(cure(['text'])).to.equal('文字作答没有问题，边写边存。')
    expect(part('network', network('tight'), ['text', 'voice', 'video'])).to.include({
      tag: 'tag-warn',
      cure: '录的都会存在手机上接着传，不会丢；想省心就用语音或文字作答。',
    })
    expect(part('network', network('tight'), ['text', 'video'])?.cure).to.contain('想省心就用文字作答')
    expect(part('network', network('good'))).to.include({ tag: 'tag-ok', verdict: '又快又稳。' })
    expect(part('network', network('none'))?.verdict).to.equal('现在连不上。')
  })

  it('shows how loud it is only while it listens, and moves by sound where loudness is not told', () => {
    const heights = (microphone: MicrophonePart) => seen({ microphone }).bars.map(({ style }) => style)

    expect(heights(untriedMicrophone)).to.deep.equal([])
    expect(heights(levels(-70, -12)).slice(-3)).to.deep.equal(['height: 8%', 'height: 8%', 'height: 100%'])
    const before = soundCame(listening('mp3'), { isSound: true })
    expect(new Set(heights(listening('mp3'))).size).to.equal(1)
    expect(heights(before)).not.to.deep.equal(heights(soundCame(before, { isSound: true })))
  })

  it('opens the settings for a camera that was refused', () => {
    expect(againAct(state({ camera: { kind: 'refused' } }), 'camera')).to.equal('open-camera-settings')
    expect(againAct(state({ camera: { kind: 'broken' } }), 'camera')).to.equal('try-camera')
    expect(againAct(state(), 'microphone')).to.equal('try-microphone')
    expect(againAct(state(), 'network')).to.equal('try-network')
  })

  it('sees when it is too dark or too light, and says nothing where it sees nothing', () => {
    const grey = (level: number) => brightnessOf(new Uint8Array(4 * 400).fill(level).buffer)

    expect([grey(20), grey(128), grey(250), undefined].map(lightOf)).to.deep.equal([
      'dark',
      'good',
      'bright',
      'unknown',
    ])
    expect(brightnessOf(new ArrayBuffer(0))).to.equal(undefined)
    expect(part('camera', { camera: { kind: 'open', light: 'dark' } }, ['video'])?.tag).to.equal('tag-warn')
    expect(part('camera', { camera: { kind: 'open', light: 'unknown' } }, ['video'])).to.include({
      tag: 'tag-ok',
      cure: '',
    })
  })
})
