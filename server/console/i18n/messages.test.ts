import { expect } from 'chai'
import { messages } from './messages.js'

type Tree = { [name: string]: string | Tree }

const textsIn = (tree: Tree, at = ''): [string, string][] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [[at + name, value] as [string, string]] : textsIn(value, `${at}${name}.`),
  )
const blanksIn = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

const [zh, en] = [new Map(textsIn(messages.zh)), new Map(textsIn(messages.en))]

describe('the words of the console', () => {
  it('are the same in both languages, with the same blanks to fill', () => {
    expect([...en.keys()].sort()).to.deep.equal([...zh.keys()].sort())
    const different = [...zh]
      .filter(([name, text]) => String(blanksIn(text)) !== String(blanksIn(en.get(name) ?? '')))
      .map(([name]) => name)
    expect(different).to.deep.equal([])
  })

  it('hold no sign that the message format would read as its own, and no exclamation', () => {
    const special = [...zh, ...en].filter(([, text]) => /[@|!！]/.test(text)).map(([name]) => name)

    expect(special).to.deep.equal([])
  })
})
