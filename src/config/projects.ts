import { join, posix } from 'node:path'
import type { ConfigRequest, Layer, Outcome, ProjectConfig, ProjectSettings, Settings } from './config.js'
import { discoverConfig } from './discover.js'
import { loadConfig, pairFrom } from './load.js'
import { type ProjectPlace, projectPlaces } from './project-folders.js'
import { resolveSettings } from './resolve.js'

/** What the projects of a configuration begin with, and what they end with. */
export interface Around {
  readonly defaults: Settings
  /** The configuration that lists them. */
  readonly top: Layer
  readonly line: Layer
}

/**
 * The projects that a configuration lists, sorted by name. Each is what the configuration says beside them, then what the
 * project's own configuration says, then what the list says of it, then the command line. The first mistake is the error.
 */
export async function loadProjects(
  request: ConfigRequest,
  around: Around,
): Promise<Outcome<readonly ProjectSettings[]>> {
  const { top } = around
  const mistake = misplaced(top)
  if (mistake !== null) return refused(top, mistake)
  const projects: ProjectSettings[] = []
  for (const place of await projectPlaces(request.root, top.values.projects ?? [])) {
    const project = await loadProject(request, around, place)
    if (!project.ok) return project
    const twin = projects.find(({ name }) => name === project.value.name)
    if (twin !== undefined) {
      const folders = [twin.folder, project.value.folder].map((folder) => folder || '.')
      return refused(top, `two projects are called "${twin.name}": ${folders.join(' and ')}; give one a "name".`)
    }
    projects.push(project.value)
  }
  if (projects.length === 0) {
    return refused(top, '"projects" names no folder with a configuration of its own, such as tattletype.config.json.')
  }
  return { ok: true, value: projects.sort((a, b) => (a.name < b.name ? -1 : 1)) }
}

function misplaced({ values }: Layer): string | null {
  const alone = (['spec', 'project', 'code'] as const).find((key) => values[key] !== undefined)
  return alone === undefined ? null : `"${alone}" stands beside "projects": say it of the project that it belongs to.`
}

async function loadProject(
  request: ConfigRequest,
  { defaults, top, line }: Around,
  place: ProjectPlace,
): Promise<Outcome<ProjectSettings>> {
  const { folder, entry, index, isFound } = place
  const own = await ownLayer(request, folder, top.from)
  if (!own.ok) return own
  if (own.value?.values.projects !== undefined) {
    return refused(own.value, `"projects" inside of a project that ${top.from} lists.`)
  }
  const name = entry?.name ?? own.value?.values.name ?? folder
  if (name === '') return refused(top, `"projects[${index}]" needs a "name" or a "folder".`)
  const listed = entry === undefined ? [] : [listedLayer(entry, folder, `${top.from} projects[${index}]`)]
  const layers = [forEach(top), ...(own.value === null ? [] : [forEach(own.value)]), ...listed, line]
  return {
    ok: true,
    value: {
      name,
      folder,
      layers,
      settings: resolveSettings(defaults, layers),
      ...(isFound && own.value !== null ? { foundBy: own.value.from } : {}),
    },
  }
}

async function ownLayer(request: ConfigRequest, folder: string, top: string): Promise<Outcome<Layer | null>> {
  const [name, other] = discoverConfig(join(request.root, folder)).map((each) => posix.join(folder, each))
  if (name === undefined || name === top) return { ok: true, value: null }
  if (other === undefined) return loadConfig({ ...request, file: name })
  const hint = 'Keep one of them.'
  return { ok: false, error: { message: `two configurations: ${name} and ${other}`, hint } }
}

function listedLayer({ folder: _, ...pair }: ProjectConfig, folder: string, from: string): Layer {
  return { from, values: pairFrom(pair, (file) => posix.join(folder, file)) }
}

/** What a configuration says of a pair; what it says of a whole run holds for a run of its own. */
function forEach({ from, values }: Layer): Layer {
  const { projects: _, format: __, baseline: ___, name: ____, ...pair } = values
  return { from, values: pair }
}

const refused = ({ from }: Layer, message: string) => ({ ok: false, error: { file: from, message } }) as const
