import { expect, it } from 'vitest'
import { read, withoutPlaces } from './project.js'

const files = {
  'docs/openapi.yaml': `openapi: 3.0.3
info: { title: t, version: "1" }
paths:
  /pets:
    $ref: paths/pets.yaml
  /a~b:
    $ref: 'paths/all.json#/one'
`,
  'docs/paths/pets.yaml': `get:
  parameters:
    - $ref: ../parts.yaml#/parameters/page
  responses:
    200:
      $ref: ../parts.yaml#/responses/pets
`,
  'docs/paths/all.json': `{
  "one": { "$ref": "#/two" },
  "two": {
    "post": {
      "requestBody": { "$ref": "../parts.yaml#/bodies/pet" },
      "responses": { "204": { "description": "done" } }
    }
  }
}`,
  'docs/parts.yaml': `parameters:
  page:
    name: page
    in: query
    schema:
      $ref: '#/schemas/page%20number'
responses:
  pets:
    description: d
    headers:
      X-Total: { $ref: '#/headers/total' }
    content:
      application/json:
        schema:
          type: array
          items: { $ref: ../models/pet.yaml }
headers:
  total: { schema: { type: integer } }
bodies:
  pet: { content: { application/json: { schema: { $ref: ../models/pet.yaml } } } }
schemas:
  page number: { type: integer }
`,
  'models/pet.yaml': `type: object
properties:
  name:
    type: string
`,
}

it('a tree of files is read as one document', async () => {
  const { endpoints, schemas, problems } = await read(files)
  expect(problems).toEqual([])
  expect(withoutPlaces(schemas)).toEqual({
    'page number': { type: ['integer'] },
    pet: { type: ['object'], properties: { name: { type: ['string'] } } },
  })
  expect(endpoints.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /pets', 'POST /a~b'])
  expect(withoutPlaces(endpoints[0]?.parameters)).toEqual([
    { name: 'page', in: 'query', required: false, schema: { ref: 'page number' } },
  ])
  expect(withoutPlaces(endpoints[0]?.responses[0]?.headers)).toEqual([
    { name: 'X-Total', required: false, schema: { type: ['integer'] } },
  ])
  expect(withoutPlaces(endpoints[1]?.body?.contents)).toEqual([
    { mediaType: 'application/json', schema: { ref: 'pet' } },
  ])
})

it('everything says where its text stands, in which file and at which pointer', async () => {
  const { endpoints, schemas } = await read(files)
  const [get, post] = endpoints
  expect([
    get?.at,
    get?.parameters[0]?.at,
    get?.parameters[0]?.schema.at,
    get?.responses[0]?.at,
    get?.responses[0]?.contents[0]?.at,
    get?.responses[0]?.headers[0]?.at,
    post?.at,
    schemas.pet?.at,
    schemas.pet?.properties?.name?.at,
  ]).toEqual([
    { file: 'docs/paths/pets.yaml', line: 1, column: 1, pointer: '/get' },
    { file: 'docs/parts.yaml', line: 2, column: 3, pointer: '/parameters/page' },
    { file: 'docs/parts.yaml', line: 5, column: 5, pointer: '/parameters/page/schema' },
    { file: 'docs/paths/pets.yaml', line: 5, column: 5, pointer: '/get/responses/200' },
    { file: 'docs/parts.yaml', line: 13, column: 7, pointer: '/responses/pets/content/application~1json' },
    { file: 'docs/parts.yaml', line: 18, column: 3, pointer: '/headers/total' },
    { file: 'docs/paths/all.json', line: 4, column: 5, pointer: '/two/post' },
    { file: 'models/pet.yaml', line: 1, column: 1, pointer: '' },
    { file: 'models/pet.yaml', line: 3, column: 3, pointer: '/properties/name' },
  ])
})

it('what stands beside the $ref of a path item wins over what it leads to', async () => {
  const { endpoints } = await read({
    'openapi.yaml': `openapi: 3.1.0
info: { title: t, version: "1" }
paths:
  /a:
    $ref: other.yaml
    get: { deprecated: true, responses: {} }
`,
    'other.yaml': 'get: { responses: {} }\nput: { responses: {} }\n',
  })
  expect(endpoints.map(({ method, deprecated }) => [method, deprecated])).toEqual([
    ['GET', true],
    ['PUT', false],
  ])
})

it('a $ref inside an example is data, and is left alone', async () => {
  const { problems } = await read({
    'openapi.yaml': `openapi: 3.0.3
info: { title: t, version: "1" }
paths: {}
components:
  schemas:
    A: { type: object, example: { $ref: nowhere.yaml }, default: { $ref: '#/nowhere' } }
`,
  })
  expect(problems).toEqual([])
})
