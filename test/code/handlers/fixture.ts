import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { express } from '../../../src/code/handlers/dialects/express.js'
import type { Exchange } from '../../../src/code/handlers/exchange.js'
import { readExchange } from '../../../src/code/handlers/read-exchange.js'
import { openProject } from '../../../src/code/program/open.js'
import { moduleScope } from '../../../src/code/values/scope.js'
import type { Reference } from '../../../src/code/values/value.js'
import type { Method } from '../../../src/model/endpoint.js'

/** Opens a folder of fixtures as one program; gives what reads the exchange of one case of one file. */
export function openFixtures(folder: string) {
  const opened = openProject(fileURLToPath(new URL(folder, import.meta.url)))
  if (!opened.ok) throw new Error(opened.error.message)
  const project = opened.value

  const constant = (file: string, name: string): ts.Expression => {
    const source = project.files.find((each) => each.fileName.endsWith(`/${file}.ts`))
    const declarations = source?.statements.flatMap((each) =>
      ts.isVariableStatement(each) ? each.declarationList.declarations : [],
    )
    const found = declarations?.find((each) => each.name.getText() === name)?.initializer
    if (found === undefined) throw new Error(`${file} has no ${name}`)
    return found
  }
  const reference = (expression: ts.Expression): Reference => ({ expression, scope: moduleScope })

  const exchange = (
    file: string,
    name: string,
    path = '/',
    errorHandler?: string,
    method: Method = 'POST',
  ): Exchange => {
    const cases = constant(file, 'cases')
    if (!ts.isObjectLiteralExpression(cases)) throw new Error('cases is no object literal')
    const property = cases.properties.find((each) => each.name?.getText() === name)
    if (property === undefined || !ts.isPropertyAssignment(property)) throw new Error(`no case ${name}`)
    if (!ts.isArrayLiteralExpression(property.initializer)) throw new Error('a case is an array')
    return readExchange(
      project,
      {
        method,
        path,
        at: project.locate(property),
        middlewares: [],
        handlers: property.initializer.elements.map(reference),
        errorHandlers: errorHandler === undefined ? [] : [reference(constant(file, errorHandler))],
      },
      express,
    )
  }
  return { project, exchange }
}

/** `201 application/json`, one for each status and media type. */
export function answers(exchange: Exchange): readonly string[] {
  return exchange.responses.map(({ status, contents }) => [status, ...contents.map((each) => each.mediaType)].join(' '))
}

/** A schema without positions and reasons. */
export function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, each) => (key === 'at' ? undefined : key === 'inexact' ? true : each)) ?? 'null',
  )
}
