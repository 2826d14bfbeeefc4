/** Keys that tell one act, or one phone, from another. They open nothing, so they need to be unlikely to meet, not secret. */
const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz'

export const randomKey = (random: () => number = Math.random): string =>
  Array.from({ length: 24 }, () => alphabet[Math.floor(random() * alphabet.length)]).join('')
