import type ts from 'typescript'
import { optionsOf } from '../../routing/handlers.js'
import { pathsOf } from '../../routing/paths.js'
import { report } from '../../routing/report.js'
import type { Reference } from '../../values/value.js'
import { reasonOf } from '../../values/values.js'
import { appOf } from './apps.js'
import { readPath } from './path.js'
import { placeOf } from './place.js'
import type { Session, Step } from './session.js'

/** `app.route(prefix, child)`, and `app.mount(prefix, child.fetch)`, which leads to another application whole. */
export function mountStep(
  session: Session,
  call: ts.CallExpression,
  name: 'route' | 'mount',
  [prefix, child]: readonly Reference[],
): readonly Step[] {
  const { project } = session
  const { at } = placeOf(session, call)
  if (prefix === undefined || child === undefined) return []
  const { templates, problems } = pathsOf(project, prefix, readPath)
  for (const problem of problems) report(session, at, `the prefix of a mount cannot be read: ${problem}`)
  return optionsOf(project.values.evaluate(child)).flatMap((value): readonly Step[] => {
    const handle = appOf(session, value)
    if (handle !== null) {
      handle.app.mounted = true
      return templates.length === 0 ? [] : [{ kind: 'mount', prefixes: templates, child: handle, at }]
    }
    const where = templates.map(({ path }) => path).join(', ')
    const what = name === 'mount' ? 'what another framework serves as' : 'the application'
    report(
      session,
      at,
      `${what} \`${child.expression.getText()}\` under ${where} cannot be followed: ${reasonOf(value)}`,
    )
    return []
  })
}
