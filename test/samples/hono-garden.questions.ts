/** One request to the sample, and the status that it gets. */
export interface Question {
  readonly operation: string
  readonly path: string
  readonly status: number
  readonly body?: unknown
  readonly stranger?: true
}

const basil = { name: 'Basil', kind: 'herb', bed: null }

/** In this order: later questions ask about what earlier ones made or dropped. */
export const questions: readonly Question[] = [
  { operation: 'GET /health', path: '/health', status: 200 },
  { operation: 'POST /login', path: '/login', status: 200, body: { email: 'a@b.example', password: 'green fingers' } },
  { operation: 'POST /login', path: '/login', status: 401, body: { email: 'a@b.example', password: 'black thumbs' } },
  { operation: 'GET /plants', path: '/plants?kind=herb&limit=5', status: 200 },
  { operation: 'POST /plants', path: '/plants', status: 201, body: basil },
  { operation: 'POST /plants', path: '/plants', status: 409, body: basil },
  { operation: 'POST /plants', path: '/plants', status: 401, body: basil, stranger: true },
  { operation: 'GET /plants/{id}', path: '/plants/p1', status: 200 },
  { operation: 'GET /plants/{id}', path: '/plants/none', status: 404 },
  { operation: 'PATCH /plants/{id}', path: '/plants/p1', status: 200, body: { bed: null } },
  { operation: 'PATCH /plants/{id}', path: '/plants/none', status: 404, body: {} },
  { operation: 'PATCH /plants/{id}', path: '/plants/p1', status: 401, body: {}, stranger: true },
  { operation: 'POST /plants/{id}/waterings', path: '/plants/p1/waterings', status: 201, body: { litres: 1.5 } },
  { operation: 'POST /plants/{id}/waterings', path: '/plants/none/waterings', status: 404, body: { litres: 1 } },
  {
    operation: 'POST /plants/{id}/waterings',
    path: '/plants/p1/waterings',
    status: 401,
    body: { litres: 1 },
    stranger: true,
  },
  { operation: 'GET /plants/{id}/waterings', path: '/plants/p1/waterings', status: 200 },
  { operation: 'GET /plants/{id}/waterings', path: '/plants/none/waterings', status: 404 },
  { operation: 'DELETE /plants/{id}', path: '/plants/p2', status: 401, stranger: true },
  { operation: 'DELETE /plants/{id}', path: '/plants/p2', status: 204 },
  { operation: 'DELETE /plants/{id}', path: '/plants/p2', status: 404 },
  { operation: 'GET /beds', path: '/beds', status: 200 },
  { operation: 'GET /beds/{bedId}/plan', path: '/beds/north/plan', status: 200 },
  { operation: 'GET /beds/{bedId}/plan', path: '/beds/none/plan', status: 404 },
  { operation: 'GET /latest', path: '/latest', status: 302 },
]
