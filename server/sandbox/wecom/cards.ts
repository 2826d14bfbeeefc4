/** Articles and cards, kept as the markdown that the group shows. */
import type { CardView } from '../../../shared/contracts/sandbox.js'
import { PlatformError } from '../core/platform-error.js'
import { child, textField } from './fields.js'
import { cardAsText, readCard } from './template-card.js'

const mostArticles = 8
const noticeTypes = ['text_notice', 'news_notice']

export function newsText(body: Record<string, unknown>): string {
  const articles = child(child(body, 'news'), 'articles')
  if (!Array.isArray(articles) || articles.length < 1 || articles.length > mostArticles) {
    throw new PlatformError(40058, 'news.articles size out of limit. invalid Request Parameter')
  }
  return articles
    .map((article) => {
      const title = textField(article, 'title', { bytes: 128 })
      const description = textField(article, 'description', { bytes: 512, optional: true })
      return `[${title}](${textField(article, 'url', { bytes: 2048 })})${description && `\n${description}`}`
    })
    .join('\n\n')
}

/** On a webhook (reference 03): notices only, no buttons and no callback, and shorter than elsewhere. */
export function noticeCard(body: Record<string, unknown>): { content: string; card: CardView } {
  const card = child(body, 'template_card')
  if (!noticeTypes.includes(String(child(card, 'card_type'))))
    throw new PlatformError(42017, 'template_card.card_type invalid')

  const { view } = readCard(card)
  textField(card, 'main_title.title', { characters: 26, optional: true })
  textField(card, 'main_title.desc', { characters: 30, optional: true })
  textField(card, 'sub_title_text', { characters: 112, optional: true })
  return { content: cardAsText(view), card: view }
}
