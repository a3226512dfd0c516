import { STATUS_CODES } from 'node:http'

/** `NOT_FOUND` to 404: the names that the packages of status constants give. */
const byName: ReadonlyMap<string, number> = new Map([
  ...Object.entries(STATUS_CODES).map(([code, phrase]): [string, number] => [upper(phrase ?? ''), Number(code)]),
  ['REQUEST_TOO_LONG', 413],
  ['REQUEST_ENTITY_TOO_LARGE', 413],
  ['UNPROCESSABLE_CONTENT', 422],
  ['IM_A_TEAPOT', 418],
  ['SERVER_ERROR', 500],
])

const packages = new Set([
  'http-status-codes',
  'http-status',
  'http2',
  'node:http2',
  '@nestjs/common',
  'http-codes',
  'statuses',
  '@tsed/exceptions',
])

/** The status that a constant of a package stands for: `StatusCodes.OK`, `httpStatus.NOT_FOUND`, `constants.HTTP_STATUS_OK`. */
export function statusConstant(module: string, name: string): number | null {
  if (!packages.has(module)) return null
  const last = name.split('.').at(-1) ?? name
  return byName.get(last.replace(/^HTTP_STATUS_/, '')) ?? null
}

function upper(phrase: string): string {
  return phrase
    .replace(/['’]/g, '')
    .replace(/[^A-Za-z]+/g, '_')
    .toUpperCase()
}
