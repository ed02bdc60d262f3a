/** What went wrong with a request, as RFC 9457 has it. */
interface Problem {
  status: 400 | 404
  title: string
  /** One sentence that says what was found and what is expected. */
  detail: string
  /** The parameter at fault, if it is one. */
  parameter?: string
}

/** An answer of type `application/problem+json`, see RFC 9457. */
export function problemResponse(problem: Problem): Response {
  return Response.json(
    { type: 'about:blank', ...problem },
    {
      status: problem.status,
      headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
    },
  )
}
