/** How many wait for a decision, as last read by a page; the navigation shows it. */
import { ref } from 'vue'

export const waitingCount = ref(0)
