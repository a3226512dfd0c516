import { expect, it } from 'vitest'
import { readFiles } from '../in-memory.js'

it('takes the copy of a request for the request, in a helper too', () => {
  const compilerOptions = { strict: true, target: 'es2022', module: 'nodenext', types: [], lib: ['es2023', 'dom'] }
  const files = new Map([
    ['tsconfig.json', JSON.stringify({ compilerOptions })],
    ['package.json', '{"type":"module","dependencies":{"next":"16"}}'],
    [
      'helper.ts',
      `export async function bodyOf(request: Request) {
        if (request.method === 'GET') return { body: null }
        return { body: JSON.parse(await request.clone().text()) }
      }`,
    ],
    [
      'app/notes/route.ts',
      `import { bodyOf } from '../../helper.js'
      export async function POST(request: Request) {
        const copy = request.clone()
        const { body } = await bodyOf(request)
        return Response.json({ length: String(body).length, page: new URL(copy.url).searchParams.get('page') })
      }`,
    ],
  ])
  const code = readFiles('test/code/next', files)
  const [endpoint] = code.endpoints
  expect(endpoint?.body).not.toBeNull()
  expect(endpoint?.parameters.map(({ name }) => name)).toEqual(['page'])
})
