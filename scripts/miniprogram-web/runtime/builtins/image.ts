import type { Builtin } from '../engine/types.js'
import { defineBuiltin } from './define.js'
import { addNode, assetUrl } from './nodes.js'

const FITS: Record<string, string> = { aspectFit: 'contain', aspectFill: 'cover', center: 'none' }

export function defineImage(): void {
  defineBuiltin('image', {
    props: {
      src: String,
      mode: { type: String, value: 'scaleToFill' },
      lazyLoad: Boolean,
      showMenuByLongpress: Boolean,
      webp: Boolean,
      fadeIn: Boolean,
      fadeShow: Boolean,
    },
    create(self) {
      const image = addNode(self.$$, 'img', { draggable: false, alt: '' }, ['load', 'error'])
      image.addEventListener('load', () => {
        fitToImage(self, image)
        self.triggerEvent('load', { width: image.naturalWidth, height: image.naturalHeight })
      })
      image.addEventListener('error', () => self.triggerEvent('error', { errMsg: `load ${self.data.src} failed` }))
    },
    update(self) {
      const image = imageOf(self)
      const source = assetUrl(self, self.data.src)
      if (!source) image.removeAttribute('src')
      else if (image.getAttribute('src') !== source) image.setAttribute('src', source)
      image.style.objectFit = FITS[self.data.mode as string] ?? 'fill'
      fitToImage(self, image)
    },
  })
}

const imageOf = (self: Builtin) => self.$$.querySelector('img') as HTMLImageElement

function fitToImage({ $$, data }: Builtin, { naturalWidth, naturalHeight }: HTMLImageElement) {
  if (!naturalWidth) return
  if (data.mode === 'widthFix') $$.style.height = `${($$.clientWidth * naturalHeight) / naturalWidth}px`
  if (data.mode === 'heightFix') $$.style.width = `${($$.clientHeight * naturalWidth) / naturalHeight}px`
}
