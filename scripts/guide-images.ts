/** `npm run guides`: walks the journeys once more and keeps what they see as the pictures of docs/guides. */
import { spawnSync } from 'node:child_process'

const journeys = ['browser', 'hr-browser', 'video-answer', 'console-spoken', 'console-reviews'].map(
  (name) => `test/journeys/${name}.test.ts`,
)
const mocha = ['--import', 'tsx', 'node_modules/mocha/bin/mocha.js', '--timeout', '120000']

const { status } = spawnSync(process.execPath, [...mocha, ...journeys], {
  stdio: 'inherit',
  env: { ...process.env, GUIDE_IMAGES: 'yes' },
})
process.exitCode = status ?? 1
