// Draws docs/audit.svg from what the tool really prints about samples/express-genai: npm run picture (after npm run build).
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const command = ['npx', 'tattletype', '-s', 'openapi.drifted.yaml']
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const cwd = fileURLToPath(new URL('../samples/express-genai', import.meta.url))
const target = fileURLToPath(new URL('../docs/audit.svg', import.meta.url))

const columns = 100
const cell = { width: 8.43, height: 20 }
const padding = { x: 26, top: 62, bottom: 22 }
const colours = { 31: '#ff7b72', 32: '#7ee787', 33: '#e3b341', 34: '#79c0ff', 36: '#76e3ea' }
const ground = { paper: '#0d1117', bar: '#161b22', edge: '#30363d', text: '#e6edf3', faint: '#8b949e' }

const { stdout, stderr, status } = spawnSync(
  process.execPath,
  [cli, ...command.slice(2), '--color', '--fail-on', 'never'],
  {
    cwd,
    encoding: 'utf8',
  },
)
if (status !== 0) throw new Error(stderr)
writeFileSync(target, svgOf(excerpt(stdout.trimEnd().split('\n'))))

/** The opening, what stands on one side only, two findings as they are told, and the summary. */
function excerpt(lines) {
  const plain = lines.map((line) => withoutColour(line))
  const headings = plain.flatMap((line, index) => (line.startsWith('── ') ? [index] : []))
  const end = plain.findIndex((line) => /^✖ \d+ error/.test(line))
  const until = (from) => plain.findIndex((line, index) => index > from && line === '') + 1
  const told = (needle) => {
    const at = plain.findIndex((line) => line.includes(needle))
    const heading = headings.findLast((index) => index <= at)
    return [...lines.slice(heading, until(heading)), ...lines.slice(at, until(at))]
  }
  const oneSided = lines.slice(headings[0], headings[1])
  const more = [paint(2, '   ⋮'), '']
  return [
    `${paint(32, '$')} ${paint(1, command.join(' '))}`,
    ...lines.slice(0, headings[0]),
    ...oneSided,
    ...told('nullable-mismatch'),
    ...told('enum-mismatch  response'),
    ...more,
    ...lines.slice(end),
  ]
}

function paint(code, text) {
  return `\u001b[${code}m${text}\u001b[0m`
}

function withoutColour(line) {
  return spansOf(line)
    .map(({ text }) => text)
    .join('')
}

/** A line as runs of text of one style. */
function spansOf(line) {
  const spans = []
  let style = {}
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
  for (const part of line.split(/(\u001b\[[\d;]*m)/)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
    const [, codes] = /^\u001b\[([\d;]*)m$/.exec(part) ?? []
    if (codes !== undefined) for (const code of codes.split(';')) style = changed(style, Number(code))
    else if (part !== '') spans.push({ text: part, ...style })
  }
  return spans
}

function changed(style, code) {
  if (code === 0) return {}
  if (code === 1) return { ...style, bold: true }
  if (code === 2) return { ...style, faint: true }
  if (code === 22) return { ...style, bold: false, faint: false }
  return { ...style, colour: colours[code] }
}

function svgOf(lines) {
  const width = Math.round(columns * cell.width + 2 * padding.x)
  const height = lines.length * cell.height + padding.top + padding.bottom
  const dots = ['#ff5f57', '#febc2e', '#28c840'].map(
    (fill, index) => `<circle cx="${24 + 20 * index}" cy="20" r="6" fill="${fill}"/>`,
  )
  const rows = lines.map((line, index) => rowOf(line, padding.top + index * cell.height))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="tattletype on a terminal">
<rect width="${width}" height="${height}" rx="10" fill="${ground.paper}"/>
<path d="M0 40V10A10 10 0 0 1 10 0H${width - 10}A10 10 0 0 1 ${width} 10V40Z" fill="${ground.bar}"/>
<path d="M0 40H${width}" stroke="${ground.edge}"/>
${dots.join('')}
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace" font-size="14" fill="${ground.text}">
${rows.filter(Boolean).join('\n')}
</g>
</svg>
`
}

/** Each run has its place and its length, so that the columns meet whatever font is at hand. */
function rowOf(line, y) {
  let column = 0
  const runs = spansOf(line).flatMap(({ text, ...style }) => {
    const start = column
    column += text.length
    // Viewers fold several blanks into one.
    const pieces = [...text.matchAll(/\S+(?: \S+)*/g)]
    return pieces.map((piece) => runOf({ ...style, text: piece[0] }, padding.x + (start + piece.index) * cell.width, y))
  })
  return runs.join('')
}

function runOf({ text, colour, bold, faint }, x, y) {
  const fill = faint && !colour ? ground.faint : colour
  const weight = bold ? ' font-weight="600"' : ''
  const paint = fill ? ` fill="${fill}"` : ''
  const length = (text.length * cell.width).toFixed(1)
  return `<text x="${x.toFixed(1)}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs"${paint}${weight}>${escaped(text)}</text>`
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
