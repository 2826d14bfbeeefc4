/** What would leave the browser on a phone (a call, a vibration): recorded, so that a test can see it happened. */
export const calls: { api: string; options: object }[] = []

export function record(name: string, options: object): void {
  calls.push({ api: name, options })
}
