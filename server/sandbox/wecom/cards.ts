/** Articles and cards, kept as the markdown that the group shows. */
import { PlatformError } from '../core/platform-error.js'
import { child, textField } from './fields.js'

const mostArticles = 8
const jumpTypes = [1, 2]

export function newsText(body: Record<string, unknown>): string {
  const articles = child(child(body, 'news'), 'articles')
  if (!Array.isArray(articles) || articles.length < 1 || articles.length > mostArticles) {
    throw new PlatformError(40058, 'news.articles size out of limit. invalid Request Parameter')
  }
  return articles.map((article) => {
    const title = textField(article, 'title', { bytes: 128 })
    const description = textField(article, 'description', { bytes: 512, optional: true })
    return `[${title}](${textField(article, 'url', { bytes: 2048 })})${description && `\n${description}`}`
  }).join('\n\n')
}

/** A text notice: no buttons and no callback on a webhook; it must lead somewhere when tapped (card_action). */
export function cardText(body: Record<string, unknown>): string {
  const card = child(body, 'template_card')
  if (child(card, 'card_type') !== 'text_notice') throw new PlatformError(42017, 'template_card.card_type invalid')
  if (!jumpTypes.includes(Number(child(child(card, 'card_action'), 'type')))) throw new PlatformError(42045, 'template_card.card_action invalid')

  const title = textField(card, 'main_title.title', { characters: 26 })
  const description = textField(card, 'main_title.desc', { characters: 30, optional: true })
  const text = textField(card, 'sub_title_text', { characters: 112, optional: true })
  return [`**${title}**`, description, text].filter((line) => line !== '').join('\n')
}
