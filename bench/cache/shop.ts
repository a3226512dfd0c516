/**
 * A small project in which everything that a reading can look at stands a few steps away from the route: types three imports off
 * and in a dependency, a tsconfig that extends another, a document in two files, a lint configuration.
 */
export const shop: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "shop", "type": "module", "dependencies": { "express": "^5", "shapes": "^1" } }\n',
  'tsconfig.json': '{ "extends": "./tsconfig.base.json", "include": ["src"] }\n',
  'tsconfig.base.json':
    '{ "compilerOptions": { "strict": true, "module": "NodeNext", "target": "ES2022", "types": [], "skipLibCheck": true } }\n',
  'redocly.yaml': 'extends:\n  - spec\n',
  'openapi.yaml': `openapi: 3.0.3
info: { title: Shop, version: 1.0.0 }
paths:
  /goods:
    get:
      parameters:
        - { name: size, in: query, schema: { type: integer } }
      responses:
        '200':
          description: All goods.
          content:
            application/json:
              schema: { type: array, items: { $ref: 'schemas.yaml#/Good' } }
  /goods/{id}:
    get:
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        '200':
          description: One of them.
          content:
            application/json:
              schema: { $ref: 'schemas.yaml#/Good' }
        '404':
          description: There is none.
    delete:
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        '204':
          description: It is gone.
`,
  'schemas.yaml': `Good:
  type: object
  required: [id, name, price]
  properties:
    id: { type: string }
    name: { type: string }
    price: { type: number }
    state: { type: string, enum: [new, used] }
    shape: { type: string, enum: [round, square] }
`,
  'src/app.ts': `import express from 'express'
import { goods } from './routes/goods.js'

const app = express()
app.use('/goods', goods)
app.listen(3000)
`,
  'src/routes/goods.ts': `import { Router } from 'express'
import { find, list, remove } from '../services/goods.js'

export const goods = Router()

goods.get('/', (req, res) => {
  res.json(list(Number(req.query.size)))
})
goods.get('/:id', (req, res) => {
  const good = find(req.params.id)
  if (good === null) {
    res.status(404).end()
    return
  }
  res.json(good)
})
goods.delete('/:id', (req, res) => {
  remove(req.params.id)
  res.status(204).end()
})
`,
  'src/services/goods.ts': `import type { Good } from '../models/good.js'

const all: Good[] = []

export const list = (size: number): Good[] => all.slice(0, size)
export const find = (id: string): Good | null => all.find((good) => good.id === id) ?? null
export const remove = (id: string): void => void all.splice(Number(id), 1)
`,
  'src/models/good.ts': `import type { Shape } from 'shapes'
import type { Named } from './named.js'

export interface Good extends Named {
  price: number
  state?: 'new' | 'used'
  shape?: Shape
}
`,
  'src/models/named.ts': `export interface Named {
  id: string
  name: string
}
`,
  'node_modules/shapes/package.json': '{ "name": "shapes", "version": "1.0.0", "types": "index.d.ts" }\n',
  'node_modules/shapes/index.d.ts': "export * from './shape.js'\n",
  'node_modules/shapes/shape.d.ts': "export type Shape = 'round' | 'square'\n",
}
