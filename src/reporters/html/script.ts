/** What the page can do beside being read: sort and filter what stands there already. It makes no HTML from text. */
export const script = `
'use strict';
const root = document.documentElement;
root.classList.add('scripted');
const $ = (id) => document.getElementById(id);

const theme = $('theme');
const dark = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches);
const nameTheme = () => { theme.textContent = isDark() ? 'Light' : 'Dark'; };
theme.hidden = false;
theme.addEventListener('click', () => { root.dataset.theme = isDark() ? 'light' : 'dark'; nameTheme(); });
dark.addEventListener('change', nameTheme);
nameTheme();

const table = $('endpoints');
const body = table.tBodies[0];
const rows = [...body.rows].map((row) => ({ row, text: row.cells[0].textContent.toLowerCase() }));
const heads = [...table.tHead.rows[0].cells];
heads.forEach((head, column) => head.firstElementChild.addEventListener('click', () => {
  const numbers = head.dataset.kind === 'number';
  const was = head.getAttribute('aria-sort');
  const way = was ? (was === 'ascending' ? 'descending' : 'ascending') : numbers ? 'descending' : 'ascending';
  heads.forEach((each) => each.removeAttribute('aria-sort'));
  head.setAttribute('aria-sort', way);
  const key = ({ row }) => (numbers ? Number(row.cells[column].dataset.value) : row.cells[column].dataset.value);
  const sign = way === 'ascending' ? 1 : -1;
  const keyed = rows.map((each) => ({ each, value: key(each) }));
  keyed.sort((a, b) => (a.value < b.value ? -sign : a.value > b.value ? sign : 0));
  body.append(...keyed.map(({ each }) => each.row));
}));
const filterEndpoints = () => {
  const words = $('endpoint-search').value.toLowerCase().split(/\\s+/).filter(Boolean);
  const state = $('endpoint-state').value;
  const drift = $('endpoint-drift').checked;
  let shown = 0;
  for (const { row, text } of rows) {
    const fits = words.every((word) => text.includes(word)) && (!state || row.dataset.state === state) && (!drift || row.dataset.drift !== '0');
    row.hidden = !fits;
    if (fits) shown += 1;
  }
  $('endpoint-count').value = shown + ' of ' + rows.length;
};
for (const id of ['endpoint-search', 'endpoint-state', 'endpoint-drift']) $(id).addEventListener('input', filterEndpoints);
filterEndpoints();

const groups = [...document.querySelectorAll('.group')].map((group) => ({
  group,
  title: group.querySelector('h3').textContent,
  causes: [...group.querySelectorAll('.cause')].map((cause) => ({ cause, text: '' })),
}));
if (groups.length > 0) {
  const boxes = [...document.querySelectorAll('input[data-severity]')];
  const fresh = $('finding-fresh');
  const total = groups.reduce((sum, { causes }) => sum + causes.length, 0);
  const filterFindings = () => {
    const wanted = $('finding-search').value.toLowerCase().trim();
    const rule = $('finding-rule').value;
    const levels = new Set(boxes.filter((box) => box.checked).map((box) => box.dataset.severity));
    let shown = 0;
    for (const { group, title, causes } of groups) {
      let here = 0;
      for (const each of causes) {
        if (wanted && !each.text) each.text = (title + ' ' + each.cause.firstElementChild.textContent).toLowerCase();
        const { cause } = each;
        const fits = levels.has(cause.dataset.severity) && (!rule || cause.dataset.rule === rule) && (!wanted || each.text.includes(wanted)) && (!fresh || !fresh.checked || 'fresh' in cause.dataset);
        cause.hidden = !fits;
        if (fits) here += 1;
      }
      group.hidden = here === 0;
      shown += here;
    }
    $('finding-count').value = shown + ' of ' + total;
    $('finding-none').hidden = shown > 0;
  };
  for (const control of [$('finding-search'), $('finding-rule'), ...boxes, fresh]) if (control) control.addEventListener('input', filterFindings);
  body.addEventListener('click', (event) => {
    const link = event.target.closest('[data-find]');
    if (!link) return;
    $('finding-search').value = link.dataset.find;
    filterFindings();
  });
  filterFindings();
}

const opened = new Set();
addEventListener('beforeprint', () => {
  for (const cause of document.querySelectorAll('.cause.error:not([open]):not([hidden])')) { cause.open = true; opened.add(cause); }
});
addEventListener('afterprint', () => { for (const cause of opened) cause.open = false; opened.clear(); });
`
