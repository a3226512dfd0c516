/** One request that was really asked, and what came back. */
export interface Exchange {
  readonly method: string
  readonly url: string
  readonly requestHeaders: Readonly<Record<string, string>>
  readonly requestBody?: string
  readonly status: number
  readonly responseHeaders: Headers
  readonly responseBody: string
}

interface Question {
  readonly operation: string
  readonly path: string
  readonly body?: unknown
}

/** Asks a running sample every question, in their order. */
export async function record<Asked extends Question>(
  base: string,
  questions: readonly Asked[],
  authorization: (question: Asked) => string | null,
): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = []
  for (const question of questions) {
    const token = authorization(question)
    const requestHeaders = {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: token }),
    }
    const method = question.operation.split(' ')[0] ?? 'GET'
    const url = base + question.path
    const body = question.body === undefined ? {} : { body: JSON.stringify(question.body) }
    const answer = await fetch(url, { method, redirect: 'manual', headers: requestHeaders, ...body })
    exchanges.push({
      method,
      url,
      requestHeaders,
      ...(body.body === undefined ? {} : { requestBody: body.body }),
      status: answer.status,
      responseHeaders: answer.headers,
      responseBody: await answer.text(),
    })
  }
  return exchanges
}
