import fc from 'fast-check'

/** Inputs tried by each property; `npm run fuzz` asks for many more. */
const runs = Number(process.env.FAST_CHECK_RUNS)
if (runs > 0) fc.configureGlobal({ numRuns: runs })
