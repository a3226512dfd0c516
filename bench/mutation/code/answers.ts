import type { CodeEdit } from './edit.js'

const books = (rule: string, field: string): string[] => [
  `${rule} GET /books response 200 /items/*/${field}`,
  `${rule} POST /books response 201 /${field}`,
  `${rule} GET /books/{bookId} response 200 /${field}`,
  `${rule} PATCH /books/{bookId} response 200 /${field}`,
]
const loans = (rule: string, field: string): string[] => [
  `${rule} GET /loans response 200 /*/${field}`,
  `${rule} POST /loans response 201 /${field}`,
  `${rule} POST /loans/{loanId}/return response 200 /${field}`,
]
const products = (rule: string, field: string): string[] => [
  `${rule} GET /products response 200 /items/*/${field}`,
  `${rule} POST /products response 201 /${field}`,
  `${rule} GET /products/{id} response 200 /${field}`,
  `${rule} PATCH /products/{id} response 200 /${field}`,
]
const orders = (rule: string, field: string): string[] => [
  `${rule} GET /orders response 200 /orders/*/${field}`,
  `${rule} POST /orders response 201 /${field}`,
  `${rule} GET /orders/{id} response 200 /${field}`,
  `${rule} POST /orders/{id}/cancel response 200 /${field}`,
]
const documents = (rule: string, field: string): string[] => [
  `${rule} GET /documents response 200 /data/*/${field}`,
  `${rule} POST /documents response 201 /data/${field}`,
  `${rule} GET /documents/{id} response 200 /data/${field}`,
  `${rule} PATCH /documents/{id} response 200 /data/${field}`,
]

const express = { sample: 'express-genai' } as const
const fastify = { sample: 'fastify-orders' } as const
const nest = { sample: 'nest-library' } as const

const book = { ...nest, file: 'src/books/book.ts' }
const loan = { ...nest, file: 'src/loans/loan.ts' }
const product = { ...fastify, file: 'src/schemas/product.ts' }
const order = { ...fastify, file: 'src/schemas/order.ts' }
const stored = { ...express, file: 'src/domain/document.ts' }
const usage = { ...express, file: 'src/routes/usage.ts' }

/** Changes of what the code sends. */
export const answerEdits = {
  'a field less in the answer': [
    {
      ...nest,
      file: 'src/books/books.controller.ts',
      from: ', label: `${book.isbn}/${number}` }',
      to: ' }',
      expected: ['unsent-response-field GET /books/{bookId}/copies/{copy} response 200 /label'],
    },
    { ...stored, from: '  updatedAt: Date\n', to: '', expected: documents('unsent-response-field', 'updatedAt') },
    {
      ...usage,
      from: '  requests: number\n',
      to: '',
      expected: ['unsent-response-field GET /usage response 200 /rows/*/requests'],
    },
    {
      ...product,
      from: "  createdAt: Type.String({ format: 'date-time' }),\n",
      to: '',
      expected: products('unsent-response-field', 'createdAt'),
    },
    {
      ...fastify,
      file: 'src/admin.ts',
      from: '        orders: all.length,\n',
      to: '',
      expected: ['unsent-response-field GET /admin/stats response 200 /data/orders'],
    },
  ],
  'a field more in the answer': [
    {
      ...book,
      from: '  summary?: string\n',
      to: '  summary?: string\n  shelf: string\n',
      expected: books('undocumented-response-field', 'shelf'),
    },
    {
      ...nest,
      file: 'src/books/books.controller.ts',
      from: 'label: `${book.isbn}/${number}` }',
      to: 'label: `${book.isbn}/${number}`, worn: false }',
      expected: ['undocumented-response-field GET /books/{bookId}/copies/{copy} response 200 /worn'],
    },
    {
      ...stored,
      from: '  updatedAt: Date\n',
      to: '  updatedAt: Date\n  owner: string\n',
      expected: documents('undocumented-response-field', 'owner'),
    },
    {
      ...order,
      from: "    note: { type: 'string', maxLength: 500 },\n",
      to: "    note: { type: 'string', maxLength: 500 },\n    gift: { type: 'boolean' },\n",
      expected: orders('undocumented-response-field', 'gift'),
    },
    {
      ...fastify,
      file: 'src/app.ts',
      from: "status: 'ok' as const,",
      to: "status: 'ok' as const, version: '1',",
      expected: ['undocumented-response-field GET /health response 200 /version'],
    },
  ],
  'a field of another name in the answer': [
    {
      ...nest,
      file: 'src/books/books.service.ts',
      from: '      books: books.filter',
      to: '      count: books.filter',
      expected: [
        'unsent-response-field GET /books/genres response 200 /*/books',
        'undocumented-response-field GET /books/genres response 200 /*/count',
      ],
    },
    {
      ...usage,
      from: '  period: string\n',
      to: '  month: string\n',
      expected: [
        'unsent-response-field GET /usage response 200 /rows/*/period',
        'undocumented-response-field GET /usage response 200 /rows/*/month',
      ],
    },
    {
      ...product,
      from: 'export const Failure = Type.Object({ code: Type.String(), message',
      to: 'export const Failure = Type.Object({ reason: Type.String(), message',
      expected: [
        'unsent-response-field POST /products response 409 /code',
        'undocumented-response-field POST /products response 409 /reason',
        'unsent-response-field GET /products/{id} response 404 /code',
        'undocumented-response-field DELETE /products/{id} response 404 /reason',
      ],
    },
  ],
  'a field of the answer made optional': [
    { ...loan, from: '  dueAt: Date\n', to: '  dueAt?: Date\n', expected: loans('required-mismatch', 'dueAt') },
    {
      ...product,
      from: '  name: Type.String({ minLength: 1, maxLength: 120 }),\n  category: Category,\n  priceCents: Type.Integer({ minimum: 0 }),\n  description: Nullable',
      to: '  name: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),\n  category: Category,\n  priceCents: Type.Integer({ minimum: 0 }),\n  description: Nullable',
      expected: products('required-mismatch', 'name'),
    },
    {
      ...stored,
      from: '  title: string\n',
      to: '  title?: string\n',
      expected: documents('required-mismatch', 'title'),
    },
  ],
  'a field of the answer made required': [
    {
      ...book,
      from: '  summary?: string\n',
      to: '  summary: string\n',
      expected: books('required-mismatch', 'summary'),
    },
    {
      ...order,
      from: "'shippingAddress', 'placedAt']",
      to: "'shippingAddress', 'placedAt', 'note']",
      expected: orders('required-mismatch', 'note'),
    },
    {
      ...stored,
      from: '  failure?: string\n',
      to: '  failure: string\n',
      expected: documents('required-mismatch', 'failure'),
    },
  ],
  'a field of another type in the answer': [
    { ...book, from: '  year: number\n', to: '  year: string\n', expected: books('type-mismatch', 'year') },
    { ...loan, from: '  lentAt: Date\n', to: '  lentAt: number\n', expected: loans('type-mismatch', 'lentAt') },
    {
      ...usage,
      from: '  requests: number\n',
      to: '  requests: boolean\n',
      expected: ['type-mismatch GET /usage response 200 /rows/*/requests'],
    },
    {
      ...order,
      from: "    totalCents: { type: 'integer', minimum: 0 },",
      to: "    totalCents: { type: 'string' },",
      expected: orders('type-mismatch', 'totalCents'),
    },
    {
      ...fastify,
      file: 'src/admin.ts',
      from: 'orders: all.length',
      to: 'orders: String(all.length)',
      expected: ['type-mismatch GET /admin/stats response 200 /data/orders'],
    },
  ],
  'a field of the answer that may be null, or not': [
    {
      ...loan,
      from: '  returnedAt: Date | null\n',
      to: '  returnedAt: Date\n',
      expected: loans('nullable-mismatch', 'returnedAt'),
    },
    { ...book, from: '  isbn: string\n', to: '  isbn: string | null\n', expected: books('nullable-mismatch', 'isbn') },
    {
      ...stored,
      from: '  collectionId: string\n',
      to: '  collectionId: string | null\n',
      expected: documents('nullable-mismatch', 'collectionId'),
    },
    {
      ...product,
      from: "  sku: Type.String({ pattern: '^[A-Z]{3}-[0-9]{4}$' }),\n  name: Type.String({ minLength: 1, maxLength: 120 }),\n  category: Category,\n  priceCents: Type.Integer({ minimum: 0 }),\n  description: Nullable",
      to: "  sku: Nullable(Type.String({ pattern: '^[A-Z]{3}-[0-9]{4}$' })),\n  name: Type.String({ minLength: 1, maxLength: 120 }),\n  category: Category,\n  priceCents: Type.Integer({ minimum: 0 }),\n  description: Nullable",
      expected: products('nullable-mismatch', 'sku'),
    },
  ],
  'a value more, or less, in an enum': [
    {
      ...book,
      from: "  Children = 'children',\n",
      to: "  Children = 'children',\n  Poetry = 'poetry',\n",
      expected: [
        ...books('enum-mismatch', 'genre'),
        'enum-mismatch GET /books/genres response 200 /*/genre',
        'enum-mismatch POST /books request - /genre',
        'enum-mismatch GET /books query - /genre',
      ],
    },
    {
      ...loan,
      from: "  Overdue = 'overdue',\n",
      to: '',
      expected: [...loans('enum-mismatch', 'status'), 'enum-mismatch GET /loans query - /status'],
    },
    {
      ...stored,
      from: "'queued' | 'indexed' | 'failed'",
      to: "'queued' | 'indexed' | 'failed' | 'archived'",
      expected: documents('enum-mismatch', 'status'),
    },
    {
      ...usage,
      from: "type Granularity = 'day' | 'month'",
      to: "type Granularity = 'day' | 'month' | 'week'",
      expected: ['enum-mismatch GET /usage response 200 /granularity', 'enum-mismatch GET /usage query - /granularity'],
    },
    {
      ...order,
      from: "export const orderStatuses = ['pending', 'paid', 'shipped', 'cancelled']",
      to: "export const orderStatuses = ['pending', 'paid', 'shipped', 'cancelled', 'lost']",
      expected: [...orders('enum-mismatch', 'status'), 'enum-mismatch GET /orders query - /status'],
    },
  ],
  'another status': [
    {
      ...express,
      file: 'src/routes/conversations.ts',
      from: 'res.sendStatus(204)',
      to: 'res.sendStatus(202)',
      expected: [
        'undocumented-status DELETE /conversations/{conversationId} response 202',
        'unsent-status DELETE /conversations/{conversationId} response 204',
      ],
    },
    {
      ...express,
      file: 'src/routes/conversations.ts',
      from: 'res.status(201).json',
      to: 'res.status(200).json',
      expected: [
        'undocumented-status POST /conversations/{conversationId}/messages response 200',
        'unsent-status POST /conversations/{conversationId}/messages response 201',
      ],
    },
    {
      ...nest,
      file: 'src/books/books.controller.ts',
      from: '@HttpCode(204)',
      to: '@HttpCode(205)',
      expected: [
        'undocumented-status DELETE /books/{bookId} response 205',
        'unsent-status DELETE /books/{bookId} response 204',
      ],
    },
    {
      ...nest,
      file: 'src/loans/loans.controller.ts',
      from: '  @HttpCode(HttpStatus.OK)\n',
      to: '',
      expected: [
        'undocumented-status POST /loans/{loanId}/return response 201',
        'unsent-status POST /loans/{loanId}/return response 200',
      ],
    },
    {
      ...fastify,
      file: 'src/admin.ts',
      from: 'reply.code(202)',
      to: 'reply.code(200)',
      expected: [
        'undocumented-status POST /admin/reindex response 200',
        'unsent-status POST /admin/reindex response 202',
        'undocumented-status PUT /admin/reindex response 200',
      ],
    },
    {
      ...express,
      file: 'src/http/auth.ts',
      from: 'res.status(403)',
      to: 'res.status(402)',
      expected: ['undocumented-status GET /audit-log response 402', 'unsent-status GET /audit-log response 403'],
    },
  ],
  'another content type': [
    {
      ...express,
      file: 'src/routes/documents.ts',
      from: "res.type('text/plain')",
      to: "res.type('text/html')",
      expected: ['media-type-mismatch GET /documents/{id}/content response 200'],
    },
    {
      ...fastify,
      file: 'src/admin.ts',
      from: "reply.type('text/csv')",
      to: "reply.type('text/plain')",
      expected: ['media-type-mismatch GET /admin/export response 200'],
    },
  ],
  'another header': [
    {
      ...usage,
      from: 'X-Total-Count',
      to: 'X-Count',
      expected: [
        'unsent-header GET /audit-log response 200 /X-Total-Count',
        'undocumented-header GET /audit-log response 200 /X-Count',
      ],
    },
    {
      ...express,
      file: 'src/routes/embeddings.ts',
      from: "      .location('/v1/documents')\n",
      to: '',
      expected: ['unsent-header POST /embeddings/batches response 202 /Location'],
    },
    {
      ...nest,
      file: 'src/books/books.controller.ts',
      from: "@Header('Cache-Control', 'public, max-age=60')",
      to: "@Header('X-Source', 'catalogue')",
      expected: ['undocumented-header GET /books/genres response 200 /X-Source'],
    },
  ],
  'no envelope, or another': [
    {
      ...express,
      file: 'src/http/respond.ts',
      from: '=> ({ data })',
      to: '=> ({ result: data })',
      expected: [
        'unsent-response-field GET /auth/me response 200 /data',
        'undocumented-response-field GET /auth/me response 200 /result',
        'unsent-response-field GET /collections response 200 /data',
        'undocumented-response-field GET /collections/{id} response 200 /result',
      ],
    },
    {
      ...express,
      file: 'src/routes/models.ts',
      from: '  res.json({ data: model })',
      to: '  res.json(model)',
      expected: ['body-mismatch GET /models/{id} response 200 -'],
    },
    {
      ...fastify,
      file: 'src/admin.ts',
      from: 'send({ jobId: randomUUID() })',
      to: 'send([randomUUID()])',
      expected: [
        'type-mismatch|body-mismatch POST /admin/reindex response 202 -',
        'type-mismatch|body-mismatch PUT /admin/reindex response 202 -',
      ],
    },
  ],
} satisfies Record<string, readonly CodeEdit[]>
