import fs from 'node:fs'
import path from 'node:path'
import { BUILTIN_TAGS, TEMPLATE_TAGS } from '../builtin-tags.js'
import type { MpComponent, Project } from '../project/load-project.js'
import { positionAt, withoutComments } from './wxml-text.js'

const TAG = /<([a-zA-Z][\w-]*)/g
const HANDLER = /\s(?:capture-)?(?:mut-)?(?:bind|catch):?[\w-]+="([A-Za-z_$][\w$]*)"/g

/** Tags nobody defines, and handlers that the script never mentions: WeChat draws nothing for the first and ignores taps on the second. */
export function lintTags(project: Project, component: MpComponent): void {
  const wxml = withoutComments(fs.readFileSync(`${component.base}.wxml`, 'utf8'))
  const file = `${component.path}.wxml`
  const known = new Set([
    ...Object.keys(component.using),
    ...Object.keys(project.globalUsing),
    ...Object.keys(component.generics),
  ])

  for (const { 1: tag = '', index } of wxml.matchAll(TAG)) {
    if (known.has(tag) || BUILTIN_TAGS.has(tag) || TEMPLATE_TAGS.has(tag)) continue
    project.report({
      path: file,
      message: `unknown tag <${tag}> (no built-in, not in usingComponents)`,
      ...positionAt(wxml, index),
    })
  }
  for (const { 1: handler = '', index } of missingHandlers(component, wxml)) {
    const script = path.basename(component.script ?? '')
    project.report({
      path: file,
      message: `event handler "${handler}" does not exist in ${script}`,
      ...positionAt(wxml, index + 1),
    })
  }
}

function missingHandlers({ script }: MpComponent, wxml: string) {
  const source = script ? fs.readFileSync(script, 'utf8') : ''
  if (/\bbehaviors\s*:/.test(source)) return [] // it may stand in a behavior
  return [...wxml.matchAll(HANDLER)].filter(
    ([, handler = '']) => !new RegExp(`\\b${handler.replace(/\$/g, '\\$')}\\b`).test(source),
  )
}
