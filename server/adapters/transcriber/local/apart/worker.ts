/** The process of a local model: loads it once, hears one clip after the other, ends with whoever started it. */
import { giveWay } from '../../../../threads/give-way.js'
import { hearClip } from '../hear-clip.js'
import { layoutOf } from '../layout.js'
import { sherpaRecognizer } from '../recognizer.js'
import type { FromProcess, ToProcess } from './messages.js'

const say = (message: FromProcess): void => void process.send?.(message)

giveWay()
process.on('disconnect', () => process.exit())
const [, , folder = '', language = 'auto'] = process.argv
const layout = layoutOf(folder)
if (typeof layout === 'string') throw new Error(`the model ${layout}`)
const recognizer = await sherpaRecognizer(layout, language)
process.on('message', (clip: ToProcess) => void hearClip(recognizer, clip).then(say))
say({ kind: 'ready' })
