import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { openProject } from '../../../src/code/program/open.js'
import { readCode } from '../../../src/code/read.js'

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
  const project = openProject(resolve('test/code/next'), { virtual: { files, alone: true } })
  if (!project.ok) throw new Error(project.error.message)
  const code = readCode(project.value)
  if (!code.ok) throw new Error(code.error.message)
  const [endpoint] = code.value.endpoints
  expect(endpoint?.body).not.toBeNull()
  expect(endpoint?.parameters.map(({ name }) => name)).toEqual(['page'])
})
