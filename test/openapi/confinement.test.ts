import { mkdir, symlink } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readDocument } from '../../src/openapi/read.js'
import { project } from './project.js'

const servers: ReturnType<typeof createServer>[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A server on this machine that counts who asks it, and answers with a schema. */
async function loopback(): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.setHeader('content-type', 'application/yaml').end('type: string\ndescription: secret\n')
  })
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, asked }
}

const document = (ref: string, others = '') => `openapi: 3.0.3
info: { title: t, version: "1" }
paths:
  /a:
    get:
      responses:
        200:
          description: d
          content:
            application/json:
              schema: { $ref: '${ref}' }
              examples: { one: { externalValue: '${ref}' } }
${others}`

async function schemaOf(root: string, file = 'openapi.yaml', allowRemote = false) {
  const result = await readDocument(file, { root, allowRemote })
  if (!result.ok) throw new Error(result.error.message)
  const { schemas, problems, notices } = result.value
  return { schemas, messages: problems.map(({ message }) => message), notices, text: JSON.stringify(result.value) }
}

describe('the network', () => {
  it('is not touched by a $ref, by an example or by a discriminator', async () => {
    const { url, asked } = await loopback()
    const mapping = `components: { schemas: { A: { type: object, properties: { k: { type: string } }, discriminator: { propertyName: k, mapping: { a: '${url}/m.yaml' } } } } }`
    const { messages } = await schemaOf(await project({ 'openapi.yaml': document(`${url}/pet.yaml`, mapping) }))
    expect(asked).toEqual([])
    expect(messages).toEqual([
      `$ref "${url}/pet.yaml" cannot be followed: it leads to a URL, and remote references are not allowed`,
      `the mapping leads to "${url}/m.yaml", which is no schema`,
    ])
  })

  it('is not touched by a lint configuration that extends a URL', async () => {
    const { url, asked } = await loopback()
    const { notices } = await schemaOf(
      await project({
        'openapi.yaml': document('pet.yaml'),
        'pet.yaml': 'type: string',
        'redocly.yaml': `extends: ['${url}/base.yaml']`,
      }),
    )
    expect(asked).toEqual([])
    expect(notices).toEqual([`redocly.yaml:1: "${url}/base.yaml" is a URL, and is not fetched`])
  })

  it('is used where the user allows it', async () => {
    const { url, asked } = await loopback()
    const { schemas, messages } = await schemaOf(
      await project({ 'openapi.yaml': document(`${url}/pet.yaml`) }),
      'openapi.yaml',
      true,
    )
    expect(asked).toEqual(['/pet.yaml'])
    expect(messages).toEqual([])
    expect(schemas.pet?.type).toEqual(['string'])
  })
})

describe('files outside the root and the folder of the document', () => {
  const outside = 'it lies outside the project root and the folder of the document'

  it.each([
    ['by a relative path', '../secret.yaml'],
    ['by an encoded path', '%2e%2e/secret.yaml'],
    ['by an absolute path', '/etc/hostname'],
  ])('are not read %s', async (_, ref) => {
    const folder = await project({ 'secret.yaml': 'description: secret', 'app/openapi.yaml': document(ref) })
    const { messages, text } = await schemaOf(join(folder, 'app'))
    expect(messages).toEqual([`$ref "${ref}" cannot be followed: ${outside}`])
    expect(text).not.toContain('"secret"')
  })

  it('are not read through a symbolic link to a file or a folder', async () => {
    const folder = await project({
      'secret/pet.yaml': 'type: string',
      'app/openapi.yaml': document('linked/pet.yaml', "components: { schemas: { A: { $ref: 'pet.yaml' } } }"),
    })
    await symlink(join(folder, 'secret'), join(folder, 'app/linked'))
    await symlink(join(folder, 'secret/pet.yaml'), join(folder, 'app/pet.yaml'))
    const { messages } = await schemaOf(join(folder, 'app'))
    expect(messages).toEqual([
      `$ref "linked/pet.yaml" cannot be followed: ${outside}`,
      `$ref "pet.yaml" cannot be followed: ${outside}`,
    ])
  })

  it('are read beside a document that lies outside the root itself', async () => {
    const folder = await project({ 'docs/openapi.yaml': document('pet.yaml'), 'docs/pet.yaml': 'type: string' })
    await mkdir(join(folder, 'app'))
    const { schemas, messages } = await schemaOf(join(folder, 'app'), '../docs/openapi.yaml')
    expect(messages).toEqual([])
    expect(schemas.pet?.at).toEqual({ file: '../docs/pet.yaml', line: 1, column: 1, pointer: '' })
  })
})

describe('code of the project', () => {
  const plugin = 'globalThis.pluginRan = true\nexport default () => ({ id: "p" })\n'

  it('is not run where the lint configuration names a plugin, or where one lies where Redocly looks', async () => {
    const root = await project({
      'openapi.yaml': document('pet.yaml'),
      'pet.yaml': 'type: string',
      'redocly.yaml': 'extends: [base.yaml]\nplugins: [./plugin.mjs]\n',
      'base.yaml': 'plugins: [./plugin.mjs]\nextends: [spec]\n',
      'plugin.mjs': plugin,
      '@theme/plugin.js': plugin,
      'package.json': '{ "type": "module" }',
    })
    const before = process.cwd()
    process.chdir(root)
    const { notices } = await schemaOf(root).finally(() => process.chdir(before))
    expect('pluginRan' in globalThis).toBe(false)
    expect(notices).toEqual(['redocly.yaml:2: the plugins of the lint configuration are code and are not run'])
  })
})
