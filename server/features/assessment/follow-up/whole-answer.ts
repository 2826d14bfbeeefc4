/** What was said to a question and to its follow-ups as one text: quotations count their places in it. */

export interface WholeAnswer {
  text: string
  /** Where the answer to each follow-up begins in the text. */
  starts: number[]
}

/** Ends a clause, so that nothing is read across two answers. */
const between = '\n\n'

export function wholeAnswer(first: string, toFollowUps: readonly string[] = []): WholeAnswer {
  let text = first
  const starts = toFollowUps.map((said) => {
    if (said.trim() !== '') text += between + said
    return said.trim() === '' ? text.length : text.length - said.length
  })
  return { text, starts }
}
