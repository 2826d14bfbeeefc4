// Run by chromium.ts in a process of its own: the package unpacks under TMPDIR and changes the environment of whoever imports it.
const { default: chromium } = await import('@sparticuz/chromium')
await chromium.executablePath()
