import { expect } from 'chai'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { bundlePages } from '../scripts/miniprogram-web/bundle.js'
import { packageBytes } from '../scripts/miniprogram-web/lint/package-size.js'
import { compileTemplates } from '../scripts/miniprogram-web/project/compile-templates.js'
import { loadProject } from '../scripts/miniprogram-web/project/load-project.js'

const read = (file: string) =>
  JSON.parse(readFileSync(file, 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>>

describe('the package file of the mini-program', () => {
  it('names the very versions that the browser shows and the lint reads', () => {
    const { dependencies } = read('miniprogram/package.json')
    const { devDependencies } = read('package.json')

    expect(dependencies).to.have.any.keys('tdesign-miniprogram')
    for (const [name, version] of Object.entries(dependencies)) expect(devDependencies[name], name).to.equal(version)
  })
})

describe('the main package on phones', () => {
  it('stays well below what WeChat takes, so that it opens soon on a bad network', async () => {
    const project = loadProject(path.resolve('miniprogram'))
    const { code } = compileTemplates(project, { dev: false })
    const { main = 0, check = 0 } = packageBytes(project, await bundlePages(project, code, { dev: false }))

    expect(main).to.be.within(100_000, 1.5 * 1024 * 1024)
    expect(check, 'the device check is a package of its own').to.be.above(10_000)
  })
})

describe('the component framework on phones', () => {
  it('is the one that every client has: the pages ask for no other', () => {
    const app = JSON.parse(readFileSync('miniprogram/app.json', 'utf8')) as object
    expect(app).not.to.have.any.keys('componentFramework', 'glassEaselWebview', 'renderer')
  })

  it('meets no form in our pages that only glass-easel knows', () => {
    const ours = readdirSync('miniprogram', { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.(ts|wxml|json)$/.test(file) && !/miniprogram_npm|node_modules|\.test\.ts$/.test(file),
    )
    const onlyGlassEasel =
      /dynamicSlots|\b(Component|Behavior)\(\)|\.register\(|componentPlaceholder|<template[^>]+name="{{|\bsetup\(/
    const found = ours.filter((file) => onlyGlassEasel.test(readFileSync(`miniprogram/${file}`, 'utf8')))

    expect(ours.length).to.be.above(50)
    expect(found).to.deep.equal([])
  })
})
