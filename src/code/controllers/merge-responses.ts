import type { Content, Response } from '../../model/endpoint.js'

/** One response for each status: implied only where nothing else answers with it. */
export function mergeResponses(responses: readonly Response[]): readonly Response[] {
  const byStatus = new Map<string, Response>()
  for (const response of responses) {
    const known = byStatus.get(response.status)
    byStatus.set(response.status, known ? together(known, response) : response)
  }
  return [...byStatus.values()].sort((left, right) =>
    left.status < right.status ? -1 : left.status > right.status ? 1 : 0,
  )
}

function together(left: Response, right: Response): Response {
  const first = left.implied && !right.implied ? right : left
  const { implied: _implied, ...plain } = first
  return {
    ...plain,
    contents: joined([...left.contents, ...right.contents], left.implied !== right.implied),
    headers: left.headers,
    ...(left.implied && right.implied ? { implied: true } : {}),
  }
}

const besides = 'the framework itself answers with this status too'

/** Each media type once; beside a body that the project writes, one of the framework's need not be described. */
function joined(contents: readonly Content[], mixed: boolean): readonly Content[] {
  const byType = new Map<string, Content>()
  for (const content of contents) {
    const known = byType.get(content.mediaType)
    if (!known) byType.set(content.mediaType, content)
    else if (JSON.stringify(known.schema) !== JSON.stringify(content.schema)) {
      byType.set(content.mediaType, {
        ...known,
        schema: {
          anyOf: [...(known.schema.anyOf ?? [known.schema]), content.schema],
          ...(mixed && !known.implied ? { inexact: besides } : {}),
        },
      })
    }
  }
  return [...byType.values()]
}
