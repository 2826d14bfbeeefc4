/**
 * newtmpl/gettemplate: the templates that this mini-program has, with their keywords. Names and form as documented; `type` 2 is
 * one message for one accept.
 */
import type { World } from '../core/world.js'
import { templates, titleOf, type Template } from './templates.js'

export const ownTemplates = (world: World) => ({
  errcode: 0,
  errmsg: 'ok',
  data: templates.map((template) => ({
    priTmplId: template.id,
    title: titleOf(world.state, template),
    content: template.fields.map(({ key, label }) => `${label}:{{${key}.DATA}}\n`).join(''),
    example: '',
    type: 2,
    ...choicesOf(template),
  })),
})

function choicesOf({ fields }: Template) {
  const lists = fields.flatMap(({ key, choices }) =>
    choices ? [{ keywordCode: `${key}.DATA`, enumValueList: choices }] : [],
  )
  return lists.length > 0 && { keywordEnumValueList: lists }
}
