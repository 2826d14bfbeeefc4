/** A message as a letter: greeting, what it is about, its fields line by line, the link, who wrote it. Pure. */
import type { Composed } from '../candidate-channel.js'
import { texts } from '../../../texts/index.js'

export function writeEmail(
  { template, fields, contact, settings }: Pick<Composed, 'template' | 'fields' | 'contact' | 'settings'>,
  link: string,
): { subject: string; text: string } {
  const { language } = contact
  const organisation = settings.organisationName[language]
  const words = texts.email
  const rows = Object.entries(fields).flatMap(([field, value]) => {
    const label = words.labels[field as keyof typeof words.labels]?.[language]
    return label ? [words.row(label, value)[language]] : []
  })
  return {
    subject: words.subjects[template](organisation)[language],
    text: [
      words.greeting(contact.name)[language],
      '',
      words.intros[template](organisation)[language],
      ...rows,
      '',
      (template === 'deletion' ? words.openReceipt : words.open)[language],
      link,
      '',
      words.closing(organisation)[language],
    ].join('\n'),
  }
}
