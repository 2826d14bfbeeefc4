import { expect } from 'chai'
import { dropDrafts, keepDraft, keptDraft, type DraftStorage } from './kept-drafts.js'

function storage(full = false): DraftStorage & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    get length() {
      return kept.size
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (full) throw new Error('QuotaExceededError')
      kept.set(key, value)
    },
    removeItem: (key) => void kept.delete(key),
  }
}
const here = { memberId: 'm1', page: '/candidates/1' }

describe('what somebody has typed and not sent', () => {
  it('is there again on the same page for the same member, and nowhere else', () => {
    const tab = storage()
    keepDraft(tab, here, 'decide', { reason: '等部门意见' })

    expect(keptDraft(tab, here, 'decide')).to.deep.equal({ reason: '等部门意见' })
    expect(keptDraft(tab, { ...here, page: '/candidates/2' }, 'decide')).to.equal(undefined)
    expect(keptDraft(tab, { ...here, memberId: 'm2' }, 'decide')).to.equal(undefined)
  })

  it('is gone once it is sent or given up', () => {
    const tab = storage()
    keepDraft(tab, here, 'decide', { reason: '等部门意见' })
    keepDraft(tab, here, 'decide', undefined)

    expect(tab.kept.size).to.equal(0)
  })

  it('is gone when somebody signs out, and when somebody else signs in', () => {
    const tab = storage()
    tab.setItem('language', 'zh')
    keepDraft(tab, here, 'decide', 'mine')
    keepDraft(tab, { ...here, memberId: 'm2' }, 'decide', 'theirs')

    dropDrafts(tab, 'm1')
    expect([...tab.kept.keys()]).to.deep.equal(['language', 'xiaozhao-draft m1 /candidates/1 decide'])
    dropDrafts(tab)
    expect([...tab.kept.keys()]).to.deep.equal(['language'])
  })

  it('stops nobody where nothing can be kept, or what was kept is damaged', () => {
    const tab = storage(true)
    keepDraft(tab, here, 'decide', 'x')
    expect(keptDraft(tab, here, 'decide')).to.equal(undefined)

    tab.kept.set('xiaozhao-draft m1 /candidates/1 decide', '{')
    expect(keptDraft(tab, here, 'decide')).to.equal(undefined)
  })
})
