import { expect } from 'chai'
import { languageFor, nextLanguage, nextLanguageName, textsOf } from './texts.js'

describe('the languages of the phone', () => {
  it('begin with what the phone speaks: Chinese when it does not say, English when it is none of ours', () => {
    expect(['zh_CN', 'zh-Hant', 'ZH', 'en', 'en_GB', '', 'fr'].map(languageFor)).to.deep.equal([
      ...['zh', 'zh', 'zh', 'en', 'en', 'zh', 'en'],
    ])
  })

  it('are switched in a circle, and the button names the next one', () => {
    expect([nextLanguage('zh'), nextLanguage('en')]).to.deep.equal(['en', 'zh'])
    expect([nextLanguageName('zh'), nextLanguageName('en')]).to.deep.equal(['English', '中文'])
  })

  it('join a list as each of them does', () => {
    expect(textsOf('zh').list(['文字', '数字', '语音'])).to.equal('文字、数字、语音')
    expect([[], ['text'], ['text', 'numbers'], ['text', 'numbers', 'voice']].map(textsOf('en').list)).to.deep.equal([
      ...['', 'text', 'text and numbers', 'text, numbers and voice'],
    ])
  })
})
