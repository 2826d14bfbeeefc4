/** The code as it stands on the terminal, however it was typed. Pure. */
const shape = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/

/** Spaces, lower case and missing dashes are forgiven; undefined when it cannot be a code. */
export function codeIn(typed: string): string | undefined {
  const bare = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  const grouped = bare.match(/.{1,4}/g)?.join('-') ?? ''
  return shape.test(grouped) ? grouped : undefined
}
