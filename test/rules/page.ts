import type { Rule } from '../../src/model/rule.js'

/** The page of a rule, printed from the rule itself. */
export function pageOf(id: string, rule: Rule): string {
  return `# ${id}

${rule.summary}

**Severity:** ${rule.severity} by default. A finding may weigh more where clients break, and less where nobody is harmed; the configuration can set it.

**Why it matters.** ${rule.why}

**How to mend it.** ${rule.fix}

## Example

The document:

\`\`\`yaml
${rule.example.spec.trimEnd()}
\`\`\`

The code:

\`\`\`ts
${rule.example.code.trimEnd()}
\`\`\`
`
}
