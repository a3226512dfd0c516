import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CodeOracle, nameless } from './code-oracle.js'
import { documentOracle, type Oracle } from './document-oracle.js'

/** One request to a started application, and the status that it must be answered with. */
export interface Question {
  /** `GET /pets/{id}`. */
  readonly operation: string
  /** `{name}` stands for what an earlier question kept. */
  readonly path: string
  /** Of an operation that answers any method; `GET` where absent. */
  readonly method?: string
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** Text and forms are sent as they are, all else as JSON. */
  readonly body?: unknown
  /** Keeps a field of the answer (`data.id`) for later questions, which write `{name}` for it. */
  readonly keep?: readonly [name: string, field: string]
}

/** A question of which the path is that of the operation, but for what is named. */
export function ask(operation: string, status: number, rest: Partial<Question> = {}): Question {
  return { operation, path: operation.replace(/^\w+ /, ''), status, ...rest }
}

interface Started {
  readonly base: string
  stop(): unknown
}

/** An application that is asked, and whom its answers are held against. */
interface Asked {
  /** In this order: later questions ask about what earlier ones made. */
  readonly questions: readonly Question[]
  start(): Promise<Started> | Started
  readonly code: CodeOracle
  /** A right document, where there is one. */
  readonly document?: string
  /** What the document leaves to `servers`. */
  readonly prefix?: string
  /** What the code serves and no question asks about. */
  readonly unasked?: readonly string[]
  /** `GET /pets/{id} 500`, statuses that were read and that no question can bring about; where given, all others are asked for. */
  readonly unprovoked?: readonly string[]
  /** For how many milliseconds a server is waited for that compiles what it is asked for. */
  readonly patience?: number
}

/** A server that listens already. */
export function listening(server: Server): Started {
  const { port } = server.address() as AddressInfo
  return { base: `http://127.0.0.1:${port}`, stop: () => server.close() }
}

/** Tests that ask every question and hold each answer against what the tool has read, and what a right document says. */
export function holdAnswers(asked: Asked): void {
  const { questions, start, code, document: file, prefix = '', unasked = [], unprovoked, patience } = asked
  // A document has no word for any number of segments.
  const documented = (operation: string) => operation.replace(` ${prefix}/`, ' /').replace('{*', '{')

  describe('started and asked', () => {
    const kept = new Map<string, string>()
    let server: Started
    let document: Oracle | undefined

    beforeAll(async () => {
      server = await start()
      document = file === undefined ? undefined : await documentOracle(file)
    }, patience)
    afterAll(() => server.stop())

    const title = '$operation answers $status as was read'
    it.each(questions)(title, patience === undefined ? {} : { timeout: patience }, async (question) => {
      const answer = await send(server.base, question, kept)
      // The words that a server writes into a redirection are nobody's to describe.
      const body = answer.status >= 300 && answer.status < 400 ? '' : await answer.text()
      if (question.keep) kept.set(question.keep[0], fieldOf(body, question.keep[1]))
      const read = code.complaints(question.operation, answer, body)
      const [method = '', template = ''] = documented(question.operation).split(' ')
      const written = document?.complaints(method, template, answer, body) ?? []
      expect({ status: answer.status, read, written }).toEqual({ status: question.status, read: [], written: [] })
    })

    it('has every endpoint asked that was read, and every one that is documented', () => {
      const asked = questions.map(({ operation }) => operation)
      const all = (operations: readonly string[]) => new Set(operations.map(nameless))
      expect(all([...asked, ...unasked])).toEqual(all(code.operations))
      if (document) expect(new Set(asked.map(documented))).toEqual(new Set(document.operations))
    })

    if (unprovoked)
      it('has every status asked for that was read', () => {
        const asked = new Set(questions.map(({ operation, status }) => nameless(`${operation} ${status}`)))
        expect(code.statuses.filter((each) => !asked.has(nameless(each)))).toEqual(unprovoked)
      })
  })
}

function fieldOf(body: string, field: string): string {
  return field.split('.').reduce((value, name) => value[name], JSON.parse(body))
}

function send(base: string, question: Question, kept: ReadonlyMap<string, string>): Promise<Response> {
  const { operation, body, headers } = question
  const filled = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => kept.get(name) ?? whole)
  const [method = ''] = operation.split(' ')
  const isForm = body instanceof FormData || body instanceof URLSearchParams
  const isPlain = typeof body === 'string' || isForm || body === undefined
  return fetch(base + filled(question.path), {
    // `ALL` answers any.
    method: method === 'ALL' ? (question.method ?? 'GET') : method,
    redirect: 'manual',
    headers: {
      ...(isPlain ? {} : { 'content-type': 'application/json' }),
      ...Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, filled(value)])),
    },
    ...(body === undefined ? {} : { body: isPlain ? body : filled(JSON.stringify(body)) }),
  })
}

/** The header of a client that shows who it is. */
export const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
