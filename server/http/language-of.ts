import type { Context } from 'koa'
import { languages, type Language } from '../../shared/contracts/text.js'

/** What the reader's device asks for, or else the first language. */
export const languageOf = (ctx: Pick<Context, 'acceptsLanguages'>): Language =>
  languages.find((language) => language === ctx.acceptsLanguages(...languages)) ?? languages[0]
