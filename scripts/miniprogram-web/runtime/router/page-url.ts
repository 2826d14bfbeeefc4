interface PageUrl {
  route: string
  query: string
  options: Record<string, string>
}

/** `../detail/detail?id=1` seen from `pages/list/list`. Options reach onLoad as text, still encoded, as WeChat hands them over. */
export function parsePageUrl(url: string, from: string): PageUrl {
  const [path = '', ...rest] = url.split('?')
  const query = rest.join('?')
  const route = new URL(path, `file:///${from}`).pathname.slice(1).replace(/\.html$/, '')
  const options = query
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [name, value.join('=')]
    })
  return { route, query, options: Object.fromEntries(options) as Record<string, string> }
}
