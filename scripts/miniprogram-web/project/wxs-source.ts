/**
 * WXS differs from JavaScript: `x.constructor` is the name of the type, a `\d` in a string literal stays `\d`, and glass-easel
 * wants `require` without `.wxs`. Exported functions are marked, because `bind:x="{{a || wxs.fn}}"` carries no trace of a script.
 */
export function toJavaScript(wxs: string): string {
  const source = wxs
    .replace(/(require\(\s*['"][^'"]+)\.wxs(['"])/g, '$1$2')
    .replace(/\.constructor\b/g, '.__wxsCtor')
    .replace(/getRegExp\(\s*'((?:[^'\\]|\\.)*)'/g, (_, pattern: string) => `getRegExp('${escapeOnce(pattern)}'`)
  return `${source}\n;globalThis.__wxsMark(module.exports)`
}

const escapeOnce = (pattern: string) => pattern.replace(/\\\\/g, '\\').replace(/\\/g, '\\\\')

export function requiredScripts(wxs: string, fromPath: string): string[] {
  return [...wxs.matchAll(/require\(\s*['"]([^'"]+)['"]\s*\)/g)].map(([, reference = '']) => {
    const base = reference.startsWith('/') ? 'file:///' : `file:///${fromPath}`
    return new URL(reference, base).pathname.slice(1).replace(/\.wxs$/, '')
  })
}
