/** What takes longest begins first, so that all lanes end together; what nobody has measured might take longest. */
export const longestFirst = (files: readonly string[], seconds: Readonly<Record<string, number>>): string[] =>
  [...files].sort((a, b) => (seconds[b] ?? Infinity) - (seconds[a] ?? Infinity) || a.localeCompare(b))
