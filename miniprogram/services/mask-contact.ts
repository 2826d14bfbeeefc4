/** Enough to be known by whose it is, and too little for who looks over a shoulder: 138****8000, wa***@example.com. */
export function maskContact(contact: string): string {
  const [name = '', domain] = contact.split('@')
  return domain === undefined ? `${name.slice(0, 3)}****${name.slice(-4)}` : `${name.slice(0, 2)}***@${domain}`
}
