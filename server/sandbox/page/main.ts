import { createApp } from 'vue'
import '../../../shared/look/tokens.css'
import App from './app.vue'
import './page.css'

createApp(App).mount('#app')
