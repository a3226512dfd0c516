/** One request to the sample, and the status that it gets. */
export interface Question {
  readonly operation: string
  readonly path: string
  readonly status: number
  readonly body?: unknown
  readonly token?: string | null
}

const chat = { model: 'claude-4', messages: [{ role: 'user', content: 'Hello' }] }
const filter = { all: [{ attribute: 'title', equals: 'Handbook' }] }

/** In this order: later questions ask about what earlier ones made or dropped. */
export const questions: readonly Question[] = [
  {
    operation: 'POST /auth/login',
    path: '/auth/login',
    status: 200,
    token: null,
    body: { email: 'ada@example.com', password: 'correct horse' },
  },
  {
    operation: 'POST /auth/login',
    path: '/auth/login',
    status: 401,
    token: null,
    body: { email: 'ada@example.com', password: 'wrong horse' },
  },
  { operation: 'POST /auth/login', path: '/auth/login', status: 400, token: null, body: { email: 'ada' } },
  {
    operation: 'POST /auth/refresh',
    path: '/auth/refresh',
    status: 200,
    token: null,
    body: { refreshToken: 'ada-refresh' },
  },
  { operation: 'POST /auth/refresh', path: '/auth/refresh', status: 401, token: null, body: { refreshToken: 'spent' } },
  { operation: 'GET /auth/me', path: '/auth/me', status: 200 },
  { operation: 'GET /auth/me', path: '/auth/me', status: 401, token: null },
  { operation: 'POST /auth/keys', path: '/auth/keys', status: 201, body: { name: 'ci', scopes: ['chat'] } },
  { operation: 'POST /auth/keys', path: '/auth/keys', status: 400, body: { name: 'ci' } },
  { operation: 'GET /auth/keys', path: '/auth/keys', status: 200 },
  { operation: 'DELETE /auth/keys/{keyId}', path: '/auth/keys/none', status: 404 },
  { operation: 'GET /models', path: '/models?capability=chat', status: 200, token: null },
  { operation: 'GET /models/{id}', path: '/models/old-1', status: 200, token: null },
  { operation: 'GET /models/{id}', path: '/models/none', status: 404, token: null },
  { operation: 'POST /chat/completions', path: '/chat/completions', status: 200, body: chat },
  {
    operation: 'POST /chat/completions',
    path: '/chat/completions',
    status: 400,
    body: { model: 'claude-4', messages: [] },
  },
  { operation: 'POST /chat/completions/stream', path: '/chat/completions/stream', status: 200, body: chat },
  { operation: 'POST /chat/completions/{id}/cancel', path: '/chat/completions/none/cancel', status: 404 },
  { operation: 'POST /completions', path: '/completions', status: 200, body: { model: 'old-1', prompt: 'Hi' } },
  { operation: 'POST /embeddings', path: '/embeddings', status: 200, body: { model: 'embed-1', input: ['a', 'b'] } },
  {
    operation: 'POST /embeddings/batches',
    path: '/embeddings/batches',
    status: 202,
    body: { model: 'embed-1', collectionId: 'col_docs', callbackUrl: null },
  },
  { operation: 'GET /collections', path: '/collections', status: 200 },
  { operation: 'POST /collections', path: '/collections', status: 201, body: { name: 'notes', dimensions: 3 } },
  { operation: 'POST /collections', path: '/collections', status: 409, body: { name: 'notes', dimensions: 3 } },
  { operation: 'GET /collections/{id}', path: '/collections/col_docs', status: 200 },
  { operation: 'GET /collections/{id}', path: '/collections/none', status: 404 },
  {
    operation: 'POST /collections/{id}/search',
    path: '/collections/col_docs/search',
    status: 200,
    body: { query: 'kind', filter },
  },
  {
    operation: 'POST /collections/{id}/search',
    path: '/collections/none/search',
    status: 404,
    body: { query: 'kind' },
  },
  { operation: 'GET /documents', path: '/documents?limit=1', status: 200 },
  { operation: 'GET /documents', path: '/documents?limit=0', status: 400 },
  {
    operation: 'POST /documents',
    path: '/documents',
    status: 201,
    body: { collectionId: 'col_docs', title: 'Rota', text: 'Ada cooks.' },
  },
  {
    operation: 'POST /documents',
    path: '/documents',
    status: 404,
    body: { collectionId: 'none', title: 'Rota', text: '' },
  },
  { operation: 'GET /documents/{id}', path: '/documents/doc_1', status: 200 },
  { operation: 'PATCH /documents/{id}', path: '/documents/doc_1', status: 200, body: { tags: [] } },
  { operation: 'GET /documents/{id}/content', path: '/documents/doc_1/content', status: 200 },
  { operation: 'DELETE /documents/{id}', path: '/documents/doc_1', status: 204 },
  { operation: 'DELETE /documents/{id}', path: '/documents/doc_1', status: 404 },
  { operation: 'DELETE /collections/{id}', path: '/collections/col_docs', status: 204 },
  { operation: 'GET /conversations', path: '/conversations', status: 200 },
  { operation: 'POST /conversations', path: '/conversations', status: 201, body: { model: 'claude-4' } },
  { operation: 'POST /conversations', path: '/conversations', status: 400, body: { model: 'claude-4', mood: 'fine' } },
  { operation: 'GET /conversations/{conversationId}', path: '/conversations/cnv_1', status: 200 },
  { operation: 'GET /conversations/{conversationId}', path: '/conversations/none', status: 404 },
  { operation: 'GET /conversations/{conversationId}/messages', path: '/conversations/cnv_1/messages', status: 200 },
  {
    operation: 'POST /conversations/{conversationId}/messages',
    path: '/conversations/cnv_1/messages',
    status: 201,
    body: { role: 'user', content: [{ type: 'text', text: 'Hi' }] },
  },
  { operation: 'DELETE /conversations/{conversationId}', path: '/conversations/cnv_1', status: 204 },
  { operation: 'GET /usage', path: '/usage?from=2026-01-01', status: 200 },
  { operation: 'GET /audit-log', path: '/audit-log', status: 200 },
  { operation: 'GET /audit-log', path: '/audit-log', status: 403, token: 'bob-token' },
  { operation: 'POST /auth/logout', path: '/auth/logout', status: 204, token: 'bob-token' },
]
