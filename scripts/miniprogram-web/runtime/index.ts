import { defineBuiltins } from './builtins/index.js'
import { configureFramework } from './engine/framework.js'
import { callApp } from './engine/page-globals.js'
import { listenToGestures } from './engine/gestures.js'
import { installProject } from './engine/project-meta.js'
import { limitSetData } from './engine/set-data-limit.js'
import { installWxs } from './engine/wxs.js'
import { onRecordedError, watchErrors } from './health.js'
import { pauseTimersInBackground } from './phone/timers.js'
import { inspector } from './inspector.js'
import { pageScope } from './page-scope.js'
import { start } from './start.js'
import { emit } from './wx/events.js'
import { interruptAudio } from './wx/audio.js'
import { interruptCamera } from './wx/camera.js'
import { interruptRecorder } from './wx/recorder.js'
import { interruptRequests } from './wx/request.js'

watchErrors()
onRecordedError((message) => {
  callApp('onError', message)
  emit('Error', { message })
})
configureFramework()
limitSetData()
installWxs()
defineBuiltins()
listenToGestures()
pauseTimersInBackground()
interruptRequests()
interruptRecorder()
interruptAudio()
interruptCamera()

/** app.js calls install, pageScope and start; tests read the rest. Page code cannot see it. */
Object.assign(globalThis, { __xz: { install: installProject, pageScope, start, ...inspector } })
