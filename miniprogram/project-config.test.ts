import { readFileSync } from 'node:fs'
import { expect } from 'chai'

const { setting } = JSON.parse(readFileSync('project.config.json', 'utf8')) as { setting: Record<string, unknown> }

describe('the project for WeChat DevTools', () => {
  it('uploads what a page uses, and not a component library whole', () => {
    expect(setting).to.include({ ignoreUploadUnusedFiles: true, minified: true })
  })
})
