/** WXML with comments and scripts blanked out, so that positions stay what they are in the file. */
export const withoutComments = (wxml: string) =>
  wxml.replace(/<!--[\s\S]*?-->/g, blank).replace(/<wxs[\s\S]*?(<\/wxs>|\/>)/g, blank)

const blank = (text: string) => text.replace(/[^\n]/g, ' ')

export function positionAt(text: string, index: number): { startLine: number; startColumn: number } {
  const before = text.slice(0, index).split('\n')
  return { startLine: before.length - 1, startColumn: before.at(-1)?.length ?? 0 }
}
