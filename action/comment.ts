/** Where the comment stands, and who writes it. */
export interface Thread {
  readonly api: string
  readonly repository: string
  readonly number: number
  readonly token: string
  /** Tells this comment from those of other runs of the same pull request; no one sees it. */
  readonly marker: string
}

/** What became of the comment; `refused` is what a token without the right to write gets, as that of a fork. */
export type Posted = 'created' | 'updated' | 'unchanged' | 'none' | 'refused'

interface Comment {
  readonly id: number
  readonly body?: string
}

/** Most pull requests have one page of comments; nobody reads what stands behind thirty. */
const mostPages = 30

/** Updates the comment in place; creates it only where there is something to say. Throws what the API complains of otherwise. */
export async function putComment(thread: Thread, text: string, hasFindings: boolean): Promise<Posted> {
  const { marker, number } = thread
  const body = `${marker}\n${text}`
  const found = await find(thread)
  if (found === 'refused') return 'refused'
  if (found === null && !hasFindings) return 'none'
  if (found !== null && found.body?.trim() === body.trim()) return 'unchanged'
  const answer =
    found === null
      ? await ask(thread, 'POST', `issues/${number}/comments`, { body })
      : await ask(thread, 'PATCH', `issues/comments/${found.id}`, { body })
  if (answer === 'refused') return 'refused'
  return found === null ? 'created' : 'updated'
}

async function find(thread: Thread): Promise<Comment | null | 'refused'> {
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await ask(thread, 'GET', `issues/${thread.number}/comments?per_page=100&page=${page}`)
    if (answer === 'refused') return answer
    // What the API documents; of each comment only its number and its text are used.
    const comments = (await answer.json()) as readonly Comment[]
    const own = comments.find(({ body }) => body?.startsWith(thread.marker))
    if (own !== undefined) return own
    if (comments.length < 100) return null
  }
  return null
}

async function ask(
  { api, repository, token }: Thread,
  method: string,
  path: string,
  content?: { readonly body: string },
): Promise<Response | 'refused'> {
  const answer = await fetch(`${api}/repos/${repository}/${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'user-agent': 'tattletype',
      'x-github-api-version': '2022-11-28',
      ...(content === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(content === undefined ? {} : { body: JSON.stringify(content) }),
    signal: AbortSignal.timeout(30_000),
  })
  if ([401, 403, 404].includes(answer.status)) return 'refused'
  if (!answer.ok) throw new Error(`the GitHub API answered ${answer.status} to ${method} ${path}`)
  return answer
}
