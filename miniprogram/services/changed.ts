/** The keys of a view that differ from what is shown: small setData calls, and none at all when nothing changed. */
export function changedKeys<View extends object>(shown: Partial<View>, next: View): Partial<View> {
  const keys = Object.keys(next) as (keyof View)[]
  const changed = keys.filter((key) => JSON.stringify(shown[key]) !== JSON.stringify(next[key]))
  return Object.fromEntries(changed.map((key) => [key, next[key]])) as Partial<View>
}
