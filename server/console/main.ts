import { createApp } from 'vue'
import 'tdesign-vue-next/es/style/index.css'
import '../../shared/look/tokens.css'
import './look/console.css'
import './look/parts.css'
import './look/lists.css'
import './look/report.css'
import './look/report-answers.css'
import './look/administration.css'
import App from './app.vue'
import { i18n } from './i18n/index.js'
import { consoleRouter } from './routes.js'

createApp(App).use(i18n).use(consoleRouter()).mount('#app')
