import { createApp } from 'vue'
import '../../../shared/look/tokens.css'
import App from './app.vue'
import './look/frame.css'
import './look/menus.css'
import './look/phone.css'
import './look/chats.css'
import './look/cards.css'
import './look/side.css'
// Last: it changes the others for low and narrow windows.
import './look/windows.css'

createApp(App).mount('#app')
