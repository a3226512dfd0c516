/** A small document around the paths of an example. */
export function documentOf(paths: string): string {
  return `openapi: 3.0.3
info: { title: Pets, version: 1.0.0 }
paths:
${indent(paths, '  ')}`
}

/** A small Express application around the routes of an example. */
export function appOf(routes: string): string {
  return `import express, { type Request, type Response } from 'express'

const app = express()
app.use(express.json())

${indent(routes, '')}
app.listen(3000)
`
}

function indent(text: string, by: string): string {
  const lines = text.replace(/^\n+|\s+$/g, '').split('\n')
  const margin = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)))
  return `${lines.map((line) => (line.trim() === '' ? '' : by + line.slice(margin))).join('\n')}\n`
}
