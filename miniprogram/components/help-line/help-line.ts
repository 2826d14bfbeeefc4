/** At the end of every page: whom to ask, with the number, and the other language. The page draws itself anew when told `language`. */
import { session } from '../../services/candidate.js'
import { callContact } from '../../services/contact.js'
import { frame } from '../../services/frame.js'
import { switchLanguage } from '../../services/language.js'
import { nextLanguageName } from '../../i18n/texts.js'

const nothing = { contact: '', language: '' }

Component({
  properties: {
    /** Whatever changes when the page is drawn anew. */
    when: { type: String, value: '' },
    noLanguage: { type: Boolean, value: false },
  },
  data: nothing,
  observers: {
    when() {
      this.refresh()
    },
  },
  lifetimes: {
    /** The number comes with the session. */
    attached() {
      void session.open().then(
        () => this.refresh(),
        () => undefined,
      )
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
