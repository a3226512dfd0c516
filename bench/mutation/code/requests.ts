import type { CodeEdit } from './edit.js'

const express = { sample: 'express-genai' } as const
const fastify = { sample: 'fastify-orders' } as const
const nest = { sample: 'nest-library' } as const

const documents = { ...express, file: 'src/routes/documents.ts' }
const collections = { ...express, file: 'src/routes/collections.ts' }
const bookDto = { ...nest, file: 'src/books/book.dto.ts' }
const memberDto = { ...nest, file: 'src/members/member.dto.ts' }
const product = { ...fastify, file: 'src/schemas/product.ts' }
const address = { ...fastify, file: 'src/schemas/address.ts' }
const orderRoutes = { ...fastify, file: 'src/routes/orders/index.ts' }

/** Changes of what the code takes. */
export const requestEdits = {
  'a tighter bound': [
    {
      ...documents,
      from: 'title: z.string().min(1).max(200)',
      to: 'title: z.string().min(1).max(80)',
      expected: ['constraint-mismatch POST /documents request - /title'],
    },
    {
      ...collections,
      from: '.min(1).max(4096)',
      to: '.min(1).max(1024)',
      expected: ['constraint-mismatch POST /collections request - /dimensions'],
    },
    {
      ...documents,
      from: 'limit: z.coerce.number().int().min(1).max(100)',
      to: 'limit: z.coerce.number().int().min(1).max(50)',
      expected: ['constraint-mismatch GET /documents query - /limit'],
    },
    {
      ...bookDto,
      from: '@Max(2100)',
      to: '@Max(2030)',
      expected: [
        'constraint-mismatch POST /books request - /year',
        'constraint-mismatch PATCH /books/{bookId} request - /year',
      ],
    },
    {
      ...memberDto,
      from: '@Length(4, 8)',
      to: '@Length(6, 8)',
      expected: [
        'constraint-mismatch POST /members request - /pin',
        'constraint-mismatch PATCH /members/{id}/email request - /pin',
      ],
    },
    {
      ...product,
      from: 'search: Type.Optional(Type.String({ minLength: 2 }))',
      to: 'search: Type.Optional(Type.String({ minLength: 3 }))',
      expected: ['constraint-mismatch GET /products query - /search'],
    },
    {
      ...orderRoutes,
      from: "note: { type: 'string', maxLength: 500 }",
      to: "note: { type: 'string', maxLength: 50 }",
      expected: ['constraint-mismatch POST /orders request - /note'],
    },
  ],
  'a looser bound': [
    {
      ...documents,
      from: 'z.array(z.string()).max(20)',
      to: 'z.array(z.string()).max(40)',
      expected: ['constraint-mismatch POST /documents request - /tags'],
    },
    {
      ...bookDto,
      from: '@MaxLength(200)',
      to: '@MaxLength(400)',
      expected: [
        'constraint-mismatch POST /books request - /title',
        'constraint-mismatch PATCH /books/{bookId} request - /title',
      ],
    },
    {
      ...orderRoutes,
      from: "quantity: { type: 'integer', minimum: 1, maximum: 99 }",
      to: "quantity: { type: 'integer', minimum: 1 }",
      expected: ['constraint-mismatch POST /orders request - /lines/*/quantity'],
    },
  ],
  'another pattern or format': [
    {
      ...collections,
      from: '/^[a-z][a-z0-9-]*$/',
      to: '/^[A-Z][a-z]+$/',
      expected: ['constraint-mismatch POST /collections request - /name'],
    },
    {
      ...bookDto,
      from: '@Matches(/^\\d{13}$/)',
      to: '@Matches(/^\\d{10}$/)',
      expected: [
        'constraint-mismatch POST /books request - /isbn',
        'constraint-mismatch PATCH /books/{bookId} request - /isbn',
      ],
    },
    {
      ...express,
      file: 'src/routes/auth.ts',
      from: 'z.object({ email: z.email(),',
      to: 'z.object({ email: z.string(),',
      expected: ['format-mismatch POST /auth/login request - /email'],
    },
    {
      ...orderRoutes,
      from: "customerId: { type: 'string', format: 'uuid' },",
      to: "customerId: { type: 'string', format: 'email' },",
      expected: ['format-mismatch POST /orders request - /customerId'],
    },
  ],
  'a field more that is taken': [
    {
      ...documents,
      from: '  text: z.string(),\n',
      to: '  text: z.string(),\n  language: z.string().optional(),\n',
      expected: ['undocumented-request-field POST /documents request - /language'],
    },
    {
      ...bookDto,
      from: '  summary?: string\n',
      to: '  summary?: string\n\n  @IsOptional()\n  @IsString()\n  shelf?: string\n',
      expected: [
        'undocumented-request-field POST /books request - /shelf',
        'undocumented-request-field PATCH /books/{bookId} request - /shelf',
      ],
    },
    {
      ...orderRoutes,
      from: "            note: { type: 'string', maxLength: 500 },\n",
      to: "            note: { type: 'string', maxLength: 500 },\n            gift: { type: 'boolean' },\n",
      expected: ['undocumented-request-field POST /orders request - /gift'],
    },
  ],
  'a field less that is taken': [
    {
      ...documents,
      from: '  tags: z.array(z.string()).max(20).optional(),\n',
      to: '',
      expected: ['unaccepted-request-field POST /documents request - /tags'],
    },
    {
      ...express,
      file: 'src/routes/conversations.ts',
      from: ', title: z.string().max(120).nullish() })',
      to: ' })',
      expected: ['unaccepted-request-field POST /conversations request - /title'],
    },
    {
      ...orderRoutes,
      from: "            note: { type: 'string', maxLength: 500 },\n",
      to: '',
      expected: ['unaccepted-request-field POST /orders request - /note'],
    },
    {
      ...nest,
      file: 'src/loans/loan.dto.ts',
      from: '\n  @IsOptional()\n  @IsInt()\n  @Min(1)\n  @Max(60)\n  days?: number\n',
      to: '',
      expected: ['unaccepted-request-field POST /loans request - /days'],
    },
  ],
  'a field that must, or need not, be given': [
    {
      ...documents,
      from: 'max(20).optional()',
      to: 'max(20)',
      expected: ['required-mismatch POST /documents request - /tags'],
    },
    {
      ...documents,
      from: '  text: z.string(),\n',
      to: '  text: z.string().optional(),\n',
      expected: ['required-mismatch POST /documents request - /text'],
    },
    {
      ...orderRoutes,
      from: "required: ['customerId', 'lines']",
      to: "required: ['lines']",
      expected: ['required-mismatch POST /orders request - /customerId'],
    },
    {
      ...address,
      from: "required: ['street', 'city', 'postalCode', 'country']",
      to: "required: ['street', 'city', 'postalCode']",
      expected: [
        'required-mismatch PUT /orders/{id}/shipping-address request - /country',
        'required-mismatch POST /orders request - /shippingAddress/country',
      ],
    },
    {
      ...nest,
      file: 'src/loans/loan.dto.ts',
      from: '  @IsOptional()\n',
      to: '',
      expected: ['required-mismatch POST /loans request - /days'],
    },
  ],
  'a field of another type that is taken': [
    {
      ...documents,
      from: '  text: z.string(),\n',
      to: '  text: z.number(),\n',
      expected: ['type-mismatch POST /documents request - /text'],
    },
    {
      ...memberDto,
      from: '  @IsString()\n  @Length(4, 8)\n  pin: string\n',
      to: '  @IsInt()\n  pin: number\n',
      expected: [
        'type-mismatch POST /members request - /pin',
        'type-mismatch PATCH /members/{id}/email request - /pin',
      ],
    },
    {
      ...orderRoutes,
      from: "note: { type: 'string', maxLength: 500 }",
      to: "note: { type: 'boolean' }",
      expected: ['type-mismatch POST /orders request - /note'],
    },
  ],
  'a parameter more': [
    {
      ...express,
      file: 'src/routes/conversations.ts',
      from: 'Number(req.query.limit ?? 20)',
      to: 'Number(req.query.limit ?? 20) + Number(req.query.offset ?? 0)',
      expected: ['undocumented-parameter GET /conversations query - /offset'],
    },
    {
      ...product,
      from: '  search: Type.Optional(',
      to: '  brand: Type.Optional(Type.String()),\n  search: Type.Optional(',
      expected: ['undocumented-parameter GET /products query - /brand'],
    },
    {
      ...bookDto,
      from: '  q?: string\n',
      to: '  q?: string\n\n  @IsOptional()\n  @IsString()\n  author?: string\n',
      expected: ['undocumented-parameter GET /books query - /author'],
    },
  ],
  'a parameter less': [
    {
      ...express,
      file: 'src/routes/conversations.ts',
      from: 'Number(req.query.limit ?? 20)',
      to: '20',
      expected: ['unimplemented-parameter GET /conversations query - /limit'],
    },
    {
      ...product,
      from: '  search: Type.Optional(Type.String({ minLength: 2 })),\n',
      to: '',
      expected: ['unimplemented-parameter GET /products query - /search'],
    },
    {
      ...bookDto,
      from: '\n  @IsOptional()\n  @IsString()\n  q?: string\n',
      to: '',
      expected: ['unimplemented-parameter GET /books query - /q'],
    },
  ],
  'a parameter of another name': [
    {
      ...express,
      file: 'src/routes/usage.ts',
      from: 'const { action, cursor } = req.query\n',
      to: 'const { action, after: cursor } = req.query\n',
      expected: [
        'unimplemented-parameter GET /audit-log query - /cursor',
        'undocumented-parameter GET /audit-log query - /after',
      ],
    },
    {
      ...nest,
      file: 'src/loans/loans.controller.ts',
      from: "@Query('status',",
      to: "@Query('state',",
      expected: [
        'unimplemented-parameter GET /loans query - /status',
        'undocumented-parameter GET /loans query - /state',
      ],
    },
  ],
} satisfies Record<string, readonly CodeEdit[]>
