/** The app's trusted domain (reference 08, errcode 50001): the product, as a browser on this machine may name it. */
const loopback = ['localhost', '127.0.0.1', '[::1]']

export interface Origins {
  /** Where a path without a host leads. */
  publicUrl: string
  trusted: Set<string>
}

export function productOrigins({
  productUrl,
  publicUrl = productUrl,
}: {
  productUrl: string
  publicUrl?: string
}): Origins {
  return { publicUrl, trusted: new Set([...aliasesOf(productUrl), ...aliasesOf(publicUrl)]) }
}

export const originOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).origin : undefined)

/** `localhost` and `127.0.0.1` are the same machine, and who plays with it mixes them. */
function aliasesOf(url: string): string[] {
  const { protocol, hostname, port, origin } = new URL(url)
  return loopback.includes(hostname) ? loopback.map((name) => `${protocol}//${name}${port && `:${port}`}`) : [origin]
}
