import { expect } from 'chai'
import { languageFor, listed, nextLanguage } from './languages.js'

describe('the languages of the console', () => {
  it('begin with what was chosen before, else with what the browser asks for', () => {
    expect([languageFor('zh', 'en-GB'), languageFor(null, 'zh-TW'), languageFor('xx', 'fr')]).to.deep.equal([
      ...['zh', 'zh', 'en'],
    ])
  })

  it('are switched in a circle', () => {
    expect([nextLanguage('zh'), nextLanguage('en')]).to.deep.equal(['en', 'zh'])
  })

  it('join a list as each of them does', () => {
    expect(listed(['地点', '联系人', '时间'], 'zh')).to.equal('地点、联系人、时间')
    expect(listed(['place', 'contact', 'time'], 'en')).to.equal('place, contact, time')
  })
})
