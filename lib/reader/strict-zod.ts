import { z } from 'zod'

// Zod probes whether it may compile code, which the Content-Security-Policy forbids and reports.
z.config({ jitless: true })

/** Zod for schemas that run in browsers. */
export { z }
