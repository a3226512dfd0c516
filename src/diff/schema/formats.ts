/** Spellings of formats that mean the same. */
const aliases: Readonly<Record<string, string>> = {
  datetime: 'date-time',
  dateTime: 'date-time',
  'iso-date-time': 'date-time',
  'iso-date': 'date',
  'iso-time': 'time',
  guid: 'uuid',
  uuid4: 'uuid',
  uuidv4: 'uuid',
  'e-mail': 'email',
  'host-name': 'hostname',
  url: 'uri',
  'ip-address': 'ipv4',
}

/** Formats that a value can break. All others, `int32` or `password` or one's own, only annotate. */
const checked: ReadonlySet<string> = new Set([
  'date',
  'date-time',
  'duration',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'json-pointer',
  'regex',
  'relative-json-pointer',
  'time',
  'uri',
  'uri-reference',
  'uri-template',
  'uuid',
])

/** The common name of a format that restricts values, or undefined where it only annotates. */
export function meaningOf(format: string | undefined): string | undefined {
  if (format === undefined) return undefined
  const name = aliases[format] ?? format
  return checked.has(name) ? name : undefined
}
