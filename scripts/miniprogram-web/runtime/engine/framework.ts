import * as adapter from 'glass-easel-miniprogram-adapter'
import { packageWarnings, recordError, warnings } from '../health.js'
import type { Element } from './types.js'

export const { glassEasel } = adapter
export const env = new adapter.MiniProgramEnv()
export const space = env.createCodeSpace('main', true)
export const components = space.getComponentSpace()

const HARMLESS = [
  // legal, and TDesign does it
  /Use number as for-list/,
  /Some keys are not unique .*""/,
  // the other half of the relation is simply not used by this app
  /the target of relation .* "miniprogram_npm\//,
]

/** Makes the framework behave like the phone's and report to health(). */
export function configureFramework(): void {
  components.updateComponentOptions({ writeIdToDOM: true })
  fireReady()
  glassEasel.addGlobalWarningListener((message, component) => recordWarning(message, nameOf(component)))
  glassEasel.addGlobalErrorListener((cause, method, component) => {
    recordError(cause, `${nameOf(component)} ${JSON.stringify(method) ?? ''}`)
    console.error(cause)
    return false
  })
}

/** glass-easel 0.12.1 never fires `ready`; some 30 files of TDesign wait for it. */
function fireReady() {
  const behavior = components.defineBehavior({
    is: '',
    lifetimes: {
      attached(this: unknown) {
        const element = (this as { _$?: Element })._$ ?? (this as Element)
        setTimeout(() => {
          if ((element as unknown as { _$attached: boolean })._$attached) element.triggerLifetime('ready', [])
        })
      },
    },
  })
  space.setOverallBehavior(behavior as unknown as Parameters<typeof space.setOverallBehavior>[0])
}

function recordWarning(message: string, component: string) {
  if (HARMLESS.some((pattern) => pattern.test(message))) return false
  const list = component === '' || component.startsWith('miniprogram_npm/') ? packageWarnings : warnings
  list.add(`${message} @${component}`)
  return false
}

const nameOf = (component: unknown) => String((component as { is?: string } | null)?.is ?? component ?? '')
