import type { DocumentContract } from '../model/contract.js'
import type { Endpoint, Response } from '../model/endpoint.js'
import type { Schema } from '../model/schema.js'

/**
 * What a document that stands for the code does not tell: frameworks export what their types and decorators say, and leave
 * out what nobody declared. A body without a schema may be any, an answer without a body may have one, and the answer that
 * FastAPI itself gives to every faulty request is nobody's promise.
 */
export function asCode(contract: DocumentContract): DocumentContract {
  return { ...contract, endpoints: contract.endpoints.map(endpointAsCode) }
}

/** Why a schema without a word is unknown where the document stands for the code. */
export const blank = 'the export says nothing of this value'

function endpointAsCode(endpoint: Endpoint): Endpoint {
  return { ...endpoint, responses: endpoint.responses.map(responseAsCode) }
}

/** Statuses whose answers have no body by their nature. */
const bodiless = /^(1..|204|205|3..)$/

function responseAsCode(response: Response): Response {
  const { status, contents, at } = response
  if (contents.some(({ schema }) => isFromFastApi(schema))) {
    return { ...response, implied: true, contents: contents.map((content) => ({ ...content, implied: true })) }
  }
  if (contents.length > 0 || bodiless.test(status)) return response
  return { ...response, contents: [{ mediaType: '*/*', schema: { inexact: blank, at }, at, implied: true }] }
}

const isFromFastApi = ({ ref }: Schema): boolean => ref === 'HTTPValidationError'
