import fs from 'node:fs'
import { expect } from 'chai'

const variablesOf = (file: URL): Record<string, string> =>
  Object.fromEntries(
    [...fs.readFileSync(file, 'utf8').matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  )

describe('the tokens of the mini-program', () => {
  it('are those of the one look', () => {
    const here = variablesOf(new URL('tokens.wxss', import.meta.url))
    const everywhere = variablesOf(new URL('../../shared/look/tokens.css', import.meta.url))

    const { '--shadow': _noShadowsOnThePhone, ...phone } = everywhere
    expect(Object.keys(here).length).to.be.greaterThan(20)
    expect(here).to.deep.equal(phone)
  })
})
