import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { parse } from 'yaml'
import type { OrganisationFile } from '../../../shared/contracts/organisation.js'
import { checkOrganisation, measuresVoices } from './organisation.js'

const demo = readFileSync(new URL('./data/jiangnan.yaml', import.meta.url), 'utf8')
const withMeasures = (profile?: 'cn' | 'eu', voiceMeasures?: boolean): OrganisationFile => {
  const { defaults, ...file } = parse(demo) as OrganisationFile
  return {
    ...file,
    ...(profile && { profile }),
    defaults: { ...defaults, ...(voiceMeasures !== undefined && { voiceMeasures }) },
  }
}

describe('the measures of a voice in an organisation’s file', () => {
  it('are off unless somebody switches them on', () => {
    expect([withMeasures(), withMeasures('cn', false), withMeasures('cn', true)].map(measuresVoices)).to.deep.equal([
      false,
      false,
      true,
    ])
  })

  it('are refused under eu in words, at their place, and are off there whatever is stored', () => {
    const [finding, ...others] = checkOrganisation(withMeasures('eu', true))

    expect(others).to.deep.equal([])
    expect(finding!.at).to.deep.equal(['defaults', 'voiceMeasures'])
    expect(finding!.message.zh).to.contain('欧盟')
    expect(
      checkOrganisation(withMeasures('eu', false)).concat(checkOrganisation(withMeasures('cn', true))),
    ).to.deep.equal([])
    expect(measuresVoices(withMeasures('eu', true))).to.equal(false)
  })
})
