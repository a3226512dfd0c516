import { createHash } from 'node:crypto'
import { costSection } from './html/cost-section.js'
import { coverageSection } from './html/coverage-section.js'
import { endpointTable } from './html/endpoint-table.js'
import { findingsSection } from './html/findings-section.js'
import { footer } from './html/footer.js'
import { headline } from './html/headline.js'
import { html as markup } from './html/markup.js'
import { projectsSection } from './html/projects-section.js'
import { script } from './html/script.js'
import { style } from './html/style.js'
import { viewOf } from './html/view.js'
import { weeklySection } from './html/weekly-section.js'
import type { Reporter } from './reporter.js'

/**
 * A page that holds all it needs: it opens from disk without a network, and its own policy forbids everything but the style
 * and the script that were written here.
 */
export const html: Reporter = (report, context) => {
  const view = viewOf(report, context)
  const policy = `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'; base-uri 'none'; form-action 'none'`
  const title = `API drift: ${view.documents}`
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="tattletype ${report.tool.version}">
<title>${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
<header class="top"><span class="brand">tattletype</span><span class="where">${view.documents}</span><button type="button" id="theme" hidden>Dark</button></header>
<main>
${headline(view)}
${projectsSection(view)}
${weeklySection(view)}
${costSection(view)}
${endpointTable(view)}
${findingsSection(view)}
${coverageSection(view)}
</main>
${footer(view)}
<script>${{ markup: script }}</script>
</body>
</html>
`
  return page.markup
}

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`
