/** At the end of every page: whom to ask, with the number, and the other language. The page draws itself anew when told `language`. */
import { callContact } from '../../services/contact.js'
import { frame } from '../../services/frame.js'
import { switchLanguage } from '../../services/language.js'
import { nextLanguageName } from '../../i18n/texts.js'

const nothing = { contact: '', language: '' }

Component({
  properties: {
    /** Whatever changes once the page knows more: the number comes with the session. */
    when: { type: String, value: '' },
    noLanguage: { type: Boolean, value: false },
    noContact: { type: Boolean, value: false },
  },
  data: nothing,
  observers: {
    when() {
      this.refresh()
    },
  },
  pageLifetimes: {
    show() {
      this.refresh()
    },
  },
  methods: {
    refresh() {
      const { text, contact, language } = frame()
      this.setData({
        contact: contact ? text.contact(contact.name, contact.phone ?? '') : '',
        language: nextLanguageName(language),
      })
    },
    onContact() {
      callContact()
    },
    onLanguage() {
      switchLanguage()
      this.refresh()
      this.triggerEvent('language')
    },
  },
})
