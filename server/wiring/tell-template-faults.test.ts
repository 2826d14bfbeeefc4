import { expect } from 'chai'
import { tellTemplateFaults } from './tell-template-faults.js'

describe('subscription templates at start', () => {
  const told: string[] = []
  const log = {
    error: (_fields: object, text: string) => void told.push(`error ${text}`),
    warn: (_fields: object, text: string) => void told.push(`warn ${text}`),
  }

  beforeEach(() => told.splice(0))

  it('are told of in words when they do not fit', async () => {
    await tellTemplateFaults(
      { templateFaults: async () => [{ zh: '没有填 thing5', en: 'leaves thing5 empty' }] },
      log as never,
    )
    expect(told).to.deep.equal(['error a subscription template does not fit: leaves thing5 empty'])
  })

  it('keep nobody from starting when WeChat cannot be asked', async () => {
    await tellTemplateFaults({ templateFaults: async () => Promise.reject(new Error('away')) }, log as never)
    expect(told).to.have.length(1)
    expect(told[0]).to.contain('warn')
  })
})
