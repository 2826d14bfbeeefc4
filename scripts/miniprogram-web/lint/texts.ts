import fs from 'node:fs'
import type { MpComponent, Project } from '../project/load-project.js'
import { positionAt, withoutComments } from './wxml-text.js'

const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/
const WORD = /[A-Za-z]{2,}/
const NODE = />([^<>]*)</g
const ATTRIBUTE = /\s([a-zA-Z][\w:-]*)\s*=\s*("[^"]*"|'[^']*')/g
const SHOWN = new Set([
  'title',
  'label',
  'placeholder',
  'content',
  'description',
  'note',
  'text',
  'tips',
  'header',
  'footer',
  'suffix',
  'alt',
  'empty',
  'aria-label',
  'ariaLabel',
  'confirm-btn',
  'cancel-btn',
])
const COMPARED = /[=!]==?\s*('[^']*'|"[^"]*")/g
const STRING = /'([^']*)'|"([^"]*)"/g

/** What a person reads comes from i18n/ through data. Names of icons, themes and classes are no texts. */
export function lintTexts({ report }: Project, { base, path: name }: MpComponent): void {
  const wxml = withoutComments(fs.readFileSync(`${base}.wxml`, 'utf8'))
  const tell = (text: string, index: number) =>
    report({
      path: `${name}.wxml`,
      message: `text "${text.trim().slice(0, 30)}" belongs in i18n/`,
      ...positionAt(wxml, index),
    })

  for (const { 1: text = '', index } of withoutExpressionTags(wxml).matchAll(NODE))
    if (isText(text)) tell(text, index + 1)
  for (const { 1: attribute = '', 2: quoted = '', index } of wxml.matchAll(ATTRIBUTE)) {
    const value = quoted.slice(1, -1)
    if (CHINESE.test(value) || (SHOWN.has(attribute) && isText(value))) tell(value, index + 1)
  }
}

/** `{{a > b}}` would look like the end of a tag. */
const withoutExpressionTags = (wxml: string) =>
  wxml.replace(/\{\{[\s\S]*?\}\}/g, (expression) => expression.replace(/[<>]/g, ' '))

/** Letters outside of {{ }}, or inside a string in it. */
function isText(text: string) {
  const fixed = text.replace(/\{\{[\s\S]*?\}\}/g, '')
  const strings = [...text.matchAll(/\{\{([\s\S]*?)\}\}/g)].flatMap(([, expression = '']) => stringsShown(expression))
  return [fixed, ...strings].some((part) => CHINESE.test(part) || WORD.test(part))
}

/** A string that is only compared (`kind === 'text'`) is not shown. */
const stringsShown = (expression: string) =>
  [...expression.replace(COMPARED, '').matchAll(STRING)].map(([, single, double]) => single ?? double ?? '')
