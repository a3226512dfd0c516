import type { CodeEdit } from './edit.js'

const express = { sample: 'express-genai' } as const
const fastify = { sample: 'fastify-orders' } as const
const nest = { sample: 'nest-library' } as const

const collections = { ...express, file: 'src/routes/collections.ts' }
const documents = { ...express, file: 'src/routes/documents.ts' }
const books = { ...nest, file: 'src/books/books.controller.ts' }
const productRoutes = { ...fastify, file: 'src/routes/products/index.ts' }
const orderRoutes = { ...fastify, file: 'src/routes/orders/index.ts' }

/** Changes of what is served where, and for whom. */
export const routeEdits = {
  'a route less': [
    {
      ...documents,
      from: "  router.delete('/:documentId', controller.drop)\n",
      to: '',
      expected: ['unimplemented-endpoint DELETE /documents/{id} endpoint'],
    },
    {
      ...collections,
      from: "  router.get('/:collectionId', (req, res) => ok(res, library.collection(req.params.collectionId)))\n",
      to: '',
      expected: ['unimplemented-endpoint GET /collections/{id} endpoint'],
    },
    {
      ...fastify,
      file: 'src/customers.ts',
      from: "  app.post<{ Body: NewCustomer; Reply: Customer }>('/', async",
      to: "  const unused = ('/', async",
      expected: ['unimplemented-endpoint POST /customers endpoint'],
    },
    {
      ...books,
      from: "  @Get(':id/copies/:number')\n",
      to: '',
      expected: ['unimplemented-endpoint GET /books/{bookId}/copies/{copy} endpoint'],
    },
  ],
  'a route more': [
    {
      ...documents,
      from: "  router.get('/:documentId/content', controller.content)\n",
      to: "  router.get('/:documentId/content', controller.content)\n  router.post('/:documentId/archive', controller.drop)\n",
      expected: ['undocumented-endpoint POST /documents/{documentId}/archive endpoint'],
    },
    {
      ...fastify,
      file: 'src/admin.ts',
      from: '  app.route({\n',
      to: "  app.get('/jobs', async () => ({ running: 0 }))\n\n  app.route({\n",
      expected: ['undocumented-endpoint GET /admin/jobs endpoint'],
    },
    {
      ...nest,
      file: 'src/loans/loans.controller.ts',
      from: "  @Post(':id/return')\n",
      to: "  @Post(':id/renew')\n  renew(@Param('id', ParseUUIDPipe) id: string) {\n    return this.loans.giveBack(id)\n  }\n\n  @Post(':id/return')\n",
      expected: ['undocumented-endpoint POST /loans/{id}/renew endpoint'],
    },
  ],
  'a route under another path': [
    {
      ...documents,
      from: "'/:documentId/content'",
      to: "'/:documentId/contents'",
      expected: ['moved-endpoint GET /documents/{id}/content endpoint'],
    },
    {
      ...express,
      file: 'src/routes/usage.ts',
      from: "usageRouter.get('/audit-log'",
      to: "usageRouter.get('/audit-logs'",
      expected: ['moved-endpoint GET /audit-log endpoint'],
    },
    {
      ...orderRoutes,
      from: "url: '/:orderId/cancel'",
      to: "url: '/:orderId/cancle'",
      expected: ['moved-endpoint POST /orders/{id}/cancel endpoint'],
    },
    {
      ...nest,
      file: 'src/loans/loans.controller.ts',
      from: "@Post(':id/return')",
      to: "@Post(':id/returns')",
      expected: ['moved-endpoint POST /loans/{loanId}/return endpoint'],
    },
  ],
  'a route under another method': [
    {
      ...documents,
      from: "router.patch('/:documentId'",
      to: "router.put('/:documentId'",
      expected: ['moved-endpoint PATCH /documents/{id} endpoint'],
    },
    {
      ...orderRoutes,
      from: 'app.put<{',
      to: 'app.patch<{',
      expected: ['moved-endpoint PUT /orders/{id}/shipping-address endpoint'],
    },
    {
      ...books,
      from: "  @Patch(':id')",
      to: "  @Post(':id')",
      expected: ['moved-endpoint PATCH /books/{bookId} endpoint'],
    },
  ],
  'a guard less': [
    {
      ...productRoutes,
      from: '      preHandler: app.authenticate,\n',
      to: '',
      expected: ['security-mismatch POST /products security'],
    },
    {
      ...express,
      file: 'src/routes/auth.ts',
      from: "authRouter.get('/me', requireAuth, ",
      to: "authRouter.get('/me', ",
      expected: ['security-mismatch GET /auth/me security'],
    },
    {
      ...books,
      from: '  @Roles(Role.Librarian)\n  @Post()\n',
      to: '  @Public()\n  @Post()\n',
      expected: ['security-mismatch POST /books security'],
    },
  ],
  'a guard more': [
    {
      ...books,
      from: "  @Public()\n  @Get(':id')\n",
      to: "  @Get(':id')\n",
      expected: ['security-mismatch GET /books/{bookId} security'],
    },
    {
      ...productRoutes,
      from: '{ schema: { querystring: ProductQuery, response: { 200: ProductPage } } }',
      to: '{ schema: { querystring: ProductQuery, response: { 200: ProductPage } }, preHandler: app.authenticate }',
      expected: ['security-mismatch GET /products security'],
    },
    {
      ...express,
      file: 'src/app.ts',
      from: "  api.use('/models', modelsRouter)\n  api.use(requireAuth)\n",
      to: "  api.use(requireAuth)\n  api.use('/models', modelsRouter)\n",
      expected: ['security-mismatch GET /models security', 'security-mismatch GET /models/{id} security'],
    },
  ],
  'a route deprecated': [
    {
      ...collections,
      from: "  router.get('/', (_req, res)",
      to: "  /** @deprecated use /documents */\n  router.get('/', (_req, res)",
      expected: ['deprecation-mismatch GET /collections endpoint'],
    },
    {
      ...books,
      from: "  @Public()\n  @Get('genres')\n",
      to: "  /** @deprecated use the search */\n  @Public()\n  @Get('genres')\n",
      expected: ['deprecation-mismatch GET /books/genres endpoint'],
    },
  ],
  'another error': [
    {
      ...express,
      file: 'src/http/errors.ts',
      from: 'super(404,',
      to: 'super(410,',
      expected: [
        'undocumented-status GET /documents/{id} response 410',
        'unsent-status GET /documents/{id} response 404',
        'undocumented-status GET /models/{id} response 410',
        'unsent-status GET /models/{id} response 404',
      ],
    },
    {
      ...express,
      file: 'src/http/errors.ts',
      from: 'super(409,',
      to: 'super(423,',
      expected: ['undocumented-status POST /collections response 423', 'unsent-status POST /collections response 409'],
    },
    {
      ...nest,
      file: 'src/books/books.controller.ts',
      from: 'new NotFoundException(`${book.title}',
      to: 'new ForbiddenException(`${book.title}',
      expected: ['undocumented-status GET /books/{bookId}/copies/{copy} response 403'],
    },
  ],
} satisfies Record<string, readonly CodeEdit[]>
