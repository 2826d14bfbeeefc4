import { expect } from 'chai'
import { textsOf } from '../i18n/texts.js'
import { loadingView } from './loading-view.js'
import { failed } from './loadable.js'
import { tailFaultText } from './phone-tail.js'

const zh = textsOf('zh')

describe('what a wrong try is told', () => {
  it('is how often one may still try, and after the last that it is locked', () => {
    expect(tailFaultText({ kind: 'wrong', triesLeft: 1 }, zh)).to.contain('还可以试 1 次')
    expect(tailFaultText({ kind: 'wrong', triesLeft: 0 }, zh))
      .to.contain('已锁定')
      .and.not.contain('0 次')
  })

  it('is at a broken link that the page was not found: nothing is marked where nothing was typed', () => {
    const { failure } = loadingView(failed('invalid-input'), zh)

    expect(failure.told).to.contain('链接').and.not.contain('标出')
  })
})
