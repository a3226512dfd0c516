import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'
import { createApp } from '../../samples/express-genai/src/app.js'
import { ask, bearer, holdAnswers, listening } from './asking.js'
import { codeOracle } from './code-oracle.js'
import { questions } from './express-genai.questions.js'

const folder = fileURLToPath(new URL('../../samples/express-genai/', import.meta.url))
const code = codeOracle(folder)
const prefix = '/v1'
const open = ['/auth/login', '/auth/refresh', '/models']

const asked = questions.map(({ operation, path, status, token = 'ada-token', body }) =>
  ask(operation.replace(' ', ` ${prefix}`), status, {
    path: prefix + path,
    headers: token === null ? {} : bearer(token),
    ...(body === undefined ? {} : { body }),
  }),
)

/** Whoever shows no token is refused on every path but the open ones. */
const strangers = asked
  .filter(({ path }) => !open.some((each) => path.startsWith(prefix + each)))
  .map((question) => ({ ...question, status: 401, headers: {} }))

const ada = { headers: bearer('ada-token') }
const nothing = { ...ada, body: {} }

/** What only a list of all statuses asks for. */
const others = [
  ask('POST /v1/auth/keys', 201, { ...ada, body: { name: 'ci', scopes: ['chat'] }, keep: ['key', 'data.id'] }),
  ask('DELETE /v1/auth/keys/{keyId}', 204, { ...ada, path: '/v1/auth/keys/{key}' }),
  ask('POST /v1/chat/completions', 200, {
    ...ada,
    body: { model: 'claude-4', messages: [{ role: 'user', content: 'Hello' }] },
    keep: ['running', 'data.id'],
  }),
  ask('POST /v1/chat/completions/{id}/cancel', 202, { ...ada, path: '/v1/chat/completions/{running}/cancel' }),
  ask('POST /v1/chat/completions/stream', 400, nothing),
  ask('POST /v1/completions', 400, nothing),
  ask('POST /v1/embeddings', 400, nothing),
  ask('POST /v1/embeddings/batches', 400, nothing),
  ask('POST /v1/collections', 400, nothing),
  ask('DELETE /v1/collections/{id}', 404, { ...ada, path: '/v1/collections/none' }),
  ask('POST /v1/collections/{id}/search', 400, { ...nothing, path: '/v1/collections/col_docs/search' }),
  ask('POST /v1/documents', 400, nothing),
  ask('GET /v1/documents/{id}', 404, { ...ada, path: '/v1/documents/none' }),
  ask('PATCH /v1/documents/{id}', 404, { ...ada, path: '/v1/documents/none', body: { tags: [] } }),
  ask('GET /v1/documents/{id}/content', 404, { ...ada, path: '/v1/documents/none/content' }),
  ask('DELETE /v1/conversations/{conversationId}', 404, { ...ada, path: '/v1/conversations/none' }),
  ask('POST /v1/conversations/{conversationId}/messages', 400, {
    ...nothing,
    path: '/v1/conversations/cnv_1/messages',
  }),
]

describe('express-genai', () => {
  holdAnswers({
    questions: [...strangers, ...asked, ...others],
    code,
    document: `${folder}openapi.right.yaml`,
    prefix,
    unprovoked: [],
    start: () => listening(createApp().listen(0)),
  })
})
