/** What can be pressed or chosen on a template card (reference 02). */
import type { CardView } from '../../../shared/contracts/sandbox.js'
import { PlatformError } from '../core/platform-error.js'
import { child, listOf, textField } from './fields.js'

export type CardButton = CardView['buttons'][number]

export interface CardChoice {
  questionKey: string
  label: string
  options: { id: string; text: string }[]
}

const most = { buttons: 6, options: 10, checkbox: 20, selects: 3 }
const keyBytes = 1024
const optionIdBytes = 128
const buttonCharacters = 10

export function buttonsOf(card: unknown, cardType: string): CardButton[] {
  if (cardType === 'button_interaction')
    return distinct(listOf(card, 'button_list', { from: 1, to: most.buttons }).map(buttonOf))
  if (cardType === 'vote_interaction' || cardType === 'multiple_interaction')
    return [calledBack(child(card, 'submit_button'))]
  return []
}

export function choicesOf(card: unknown, cardType: string): CardChoice[] {
  const selection = child(card, 'button_selection')
  if (cardType === 'button_interaction') return selection === undefined ? [] : [choiceOf(selection, most.options)]
  if (cardType === 'vote_interaction') return [choiceOf(child(card, 'checkbox'), most.checkbox)]
  if (cardType === 'multiple_interaction')
    return listOf(card, 'select_list', { from: 1, to: most.selects }).map((select) => choiceOf(select, most.options))
  return []
}

/** Type 1 opens a page and is not called back. */
function buttonOf(button: unknown): CardButton {
  if (child(button, 'type') !== 1) return calledBack(button)
  const url = child(button, 'url')
  if (typeof url !== 'string' || url === '') throw new PlatformError(42039, 'button_list.url invalid')
  return { text: buttonText(button), ...styleOf(button), url }
}

function calledBack(button: unknown): CardButton {
  const key = child(button, 'key')
  const text = buttonText(button)
  if (typeof key !== 'string' || key === '' || Buffer.byteLength(key) > keyBytes)
    throw new PlatformError(42039, 'button key invalid')
  return { text, ...styleOf(button), key }
}

function buttonText(button: unknown): string {
  const text = child(button, 'text')
  if (typeof text !== 'string' || text.trim() === '' || [...text].length > buttonCharacters)
    throw new PlatformError(42038, 'button text invalid')
  return text
}

/** Absent or wrong counts as 1. */
const styleOf = (button: unknown): { style?: number } => {
  const style = child(button, 'style')
  return typeof style === 'number' && style >= 1 && style <= 4 ? { style } : {}
}

function distinct(buttons: CardButton[]): CardButton[] {
  const keys = buttons.flatMap(({ key }) => key ?? [])
  if (new Set(keys).size < keys.length) throw new PlatformError(42039, 'button key repeats')
  return buttons
}

function choiceOf(choice: unknown, mostOptions: number): CardChoice {
  const options = listOf(choice, 'option_list', { from: 1, to: mostOptions })
  return {
    questionKey: textField(choice, 'question_key', { bytes: keyBytes }),
    label: textField(choice, 'title', { characters: 13, optional: true }),
    options: options.map((option) => ({
      id: textField(option, 'id', { bytes: optionIdBytes }),
      text: textField(option, 'text', {}),
    })),
  }
}
