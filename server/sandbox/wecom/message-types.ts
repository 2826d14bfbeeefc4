/**
 * Bodies of app messages (reference 02): what each type must have and how long it may be. Too long is 40058, missing is 93017
 * (our assumption; the real one cuts off some texts instead, which a reader would not want either). Media needs an upload, which
 * is not simulated, so no media_id is valid: 40007.
 */
import type { MemberMessage } from '../../../shared/contracts/sandbox.js'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import { PlatformError } from '../core/platform-error.js'
import { newsText } from './cards.js'
import { child, listOf, textField, tooLong } from './fields.js'
import { cardAsText, readCard, type ReadCard } from './template-card.js'

type Body = Record<string, unknown>
export type MessageContent = Omit<MemberMessage, 'id' | 'at'> & { read?: ReadCard }

const urlBytes = 2048
const media = ['image', 'voice', 'video', 'file', 'mpnews']

export function messageContent(body: Body): MessageContent {
  const { msgtype } = body
  if (media.includes(String(msgtype))) throw new PlatformError(40007, 'invalid media_id (uploads are not simulated)')
  const read = readers[String(msgtype)]
  if (!read) throw new PlatformError(40008, 'invalid message type')
  return { msgtype: String(msgtype), ...read(body) }
}

const readers: Record<string, (body: Body) => Omit<MessageContent, 'msgtype'>> = {
  text: (body) => ({ content: textField(body, 'text.content', { bytes: 2048 }) }),
  markdown: (body) => ({ content: textField(body, 'markdown.content', { bytes: 2048 }) }),
  textcard: textCard,
  news: (body) => ({ content: newsText(body) }),
  miniprogram_notice: miniprogramNotice,
  template_card: (body) => {
    const read = readCard(body.template_card)
    return { content: cardAsText(read.view), card: read.view, read, ...(read.view.opens && { opens: read.view.opens }) }
  },
}

function textCard(body: Body): Omit<MessageContent, 'msgtype'> {
  const title = textField(body, 'textcard.title', { characters: 128 })
  const description = textField(body, 'textcard.description', { characters: 512 })
  const opens = textField(body, 'textcard.url', { bytes: urlBytes })
  textField(body, 'textcard.btntxt', { characters: 4, optional: true })
  return { content: `**${title}**\n${description.replace(/<[^>]*>/g, '')}`, opens }
}

function miniprogramNotice(body: Body): Omit<MessageContent, 'msgtype'> {
  const notice = child(body, 'miniprogram_notice')
  if (child(notice, 'appid') !== sandboxCredentials.wechat.appId)
    throw new PlatformError(90207, 'miniprogram_notice.appid invalid')
  if (String(body.touser) === '@all') throw new PlatformError(81013, 'miniprogram_notice does not go to @all')
  const page = textField(notice, 'page', { bytes: 1024, optional: true })
  const title = titleOf(notice, 'title')
  const description = child(notice, 'description') === undefined ? '' : titleOf(notice, 'description')
  const rows = listOf(notice, 'content_item', { from: 0, to: 10 }).map(
    (item) => `${textField(item, 'key', { characters: 10 })}：${textField(item, 'value', { characters: 30 })}`,
  )
  return { content: [`**${title}**`, description, ...rows].filter(Boolean).join('\n'), ...(page && { opens: page }) }
}

/** 4–12 characters. */
function titleOf(notice: unknown, key: string): string {
  const text = textField(notice, key, { characters: 12 })
  if ([...text].length < 4) throw tooLong(key, 12)
  return text
}
