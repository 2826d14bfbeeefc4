import { defineButton } from './button.js'
import { defineCamera } from './camera.js'
import { defineChoices } from './choice.js'
import { defineFields } from './field.js'
import { defineForm } from './form.js'
import { defineImage } from './image.js'
import { definePicker } from './picker.js'
import { definePlain } from './plain.js'
import { defineRanges } from './range.js'
import { defineScrollView } from './scroll-view.js'
import { defineSwiper } from './swiper.js'

/** WeChat's native components, as far as TDesign and our pages use them. */
export function defineBuiltins(): void {
  definePlain()
  defineImage()
  defineButton()
  defineFields()
  defineChoices()
  defineForm()
  defineRanges()
  defineScrollView()
  defineSwiper()
  definePicker()
  defineCamera()
}
