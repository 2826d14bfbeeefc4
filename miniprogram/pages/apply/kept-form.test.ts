import { expect } from 'chai'
import { formKept, formToKeep } from './kept-form.js'
import { emptyForm } from './resume-fields.js'

const begun = { ...emptyForm, name: '王小明', school: '浙江财经大学', idNumber: '11010519491231002X' }
const now = Date.parse('2026-12-01T09:00:00Z')
const day = 24 * 3_600_000

describe('the form that the phone keeps', () => {
  it('comes back as it was, without the identity number', () => {
    expect(formKept(formToKeep(begun, now), now + 60_000)).to.deep.equal({ ...begun, idNumber: '' })
  })

  it('is kept for a week, and not at all when nothing was filled in or it is larger than any application', () => {
    expect(formKept(formToKeep(begun, now), now + 8 * day)).to.equal(undefined)
    expect(formToKeep(emptyForm, now)).to.equal(undefined)
    expect(formToKeep({ ...begun, selfIntroduction: '字'.repeat(70_000) }, now)).to.equal(undefined)
  })
})
