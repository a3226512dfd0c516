/** What names an endpoint in a report. */
interface Named {
  readonly project?: string
  readonly method: string
  readonly path: string
}

/** `GET /pets`, or where several projects are audited, `billing: GET /pets`. */
export const endpointName = ({ project, method, path }: Named): string =>
  `${project === undefined ? '' : `${project}: `}${method} ${path}`
