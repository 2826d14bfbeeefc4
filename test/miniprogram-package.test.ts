import { expect } from 'chai'
import { readFileSync } from 'node:fs'

const read = (file: string) =>
  JSON.parse(readFileSync(file, 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>>

describe('the package file of the mini-program', () => {
  it('names the very version of TDesign that the browser shows and the lint reads', () => {
    expect(read('miniprogram/package.json').dependencies['tdesign-miniprogram']).to.equal(
      read('package.json').devDependencies['tdesign-miniprogram'],
    )
  })
})
