// What a truth file says must not be reported, as far as an entry can be asked without reading it: the endpoint that it names, with
// statuses, security, a whole body, or fields that findings name too. All else is for a person, with what is reported there.

const alarming = ({ severity }) => severity === 'error' || severity === 'warning'
const lastStep = ({ pointer }) => pointer.split('/').findLast((step) => step !== '' && step !== '*')

/** Why a finding is one that the entry forbids; null where the entry says nothing of it that can be asked. */
function forbids({ about }, finding) {
  const statuses = [...about.matchAll(/\b[1-5]\d\d\b/g)].map(([status]) => status)
  const isStatus = finding.rule === 'undocumented-status' || finding.rule === 'unsent-status'
  if (isStatus && statuses.includes(finding.status)) return `status ${finding.status}`
  if (finding.rule === 'security-mismatch' && /\bsecurity\b|\bToken\b|401/.test(about)) return 'security'
  if (finding.part === 'request' && /no request drift|body equals spec/.test(about)) return 'the request body'
  if (finding.part === 'response' && /^(\d{3}) identical/.exec(about)?.[1] === finding.status) return 'the response'
  // Only an entry that speaks of reporting names fields that must not be; others tell where something stands.
  const part = /\bbody field\b|\brequest field\b/.test(about) ? 'request' : 'response'
  const name = finding.part === part && /report/i.test(about) ? lastStep(finding) : undefined
  return name !== undefined && about.match(/[A-Za-z_]\w*/g)?.includes(name) ? `"${name}"` : null
}

/** Whether an entry says anything that `forbids` can ask. */
const isAsked = ({ about }) =>
  /\b[1-5]\d\d\b|\bsecurity\b|\bToken\b|no request drift|body equals spec|report/i.test(about)

/**
 * Findings that an entry of `not_drift` forbids, and the entries that only a person can judge, each with the errors and
 * warnings at its endpoints. What the truth itself lists as drift (`isKnown`) is no violation.
 */
export function checkNotDrift(entries, findings, { isSamePath, isKnown }) {
  const violations = []
  const toRead = []
  for (const entry of entries) {
    const at = findings
      .filter(alarming)
      .filter((finding) => finding.method !== '' && !isKnown(finding))
      .filter(({ method }) => entry.method === '*' || entry.method === method)
      .filter(({ path }) => entry.path === '*' || isSamePath(entry.path, path))
    for (const finding of at) {
      const reason = forbids(entry, finding)
      if (reason !== null) violations.push({ entry, finding, reason })
    }
    if (!isAsked(entry)) toRead.push({ entry, at })
  }
  return { violations, toRead }
}
