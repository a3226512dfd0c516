// action/main.ts
import { appendFileSync, existsSync as existsSync2, mkdtempSync, readFileSync as readFileSync2 } from "node:fs";
import { tmpdir } from "node:os";
import { join as join2, relative, resolve } from "node:path";

// action/command.ts
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
function commandOf(folder, workspace, version) {
  for (let at = folder; ; at = dirname(at)) {
    const own = join(at, "node_modules/tattletype/dist/cli.js");
    if (existsSync(own)) return [process.execPath, own];
    if (at === workspace || at === dirname(at)) break;
  }
  return version === "" ? null : ["npx", "--yes", `tattletype@${version}`];
}
function runTool([program = "", ...before], args, cwd) {
  return new Promise((resolve2, reject) => {
    const child = spawn(program, [...before, ...args], { cwd, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", reject);
    child.on("close", (code) => resolve2(code ?? 2));
  });
}

// action/comment.ts
var mostPages = 30;
async function putComment(thread, text, hasFindings) {
  const { marker, number } = thread;
  const body = `${marker}
${text}`;
  const found = await find(thread);
  if (found === "refused") return "refused";
  if (found === null && !hasFindings) return "none";
  if (found !== null && found.body?.trim() === body.trim()) return "unchanged";
  const answer = found === null ? await ask(thread, "POST", `issues/${number}/comments`, { body }) : await ask(thread, "PATCH", `issues/comments/${found.id}`, { body });
  if (answer === "refused") return "refused";
  return found === null ? "created" : "updated";
}
async function find(thread) {
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await ask(thread, "GET", `issues/${thread.number}/comments?per_page=100&page=${page}`);
    if (answer === "refused") return answer;
    const comments = await answer.json();
    const own = comments.find(({ body }) => body?.startsWith(thread.marker));
    if (own !== void 0) return own;
    if (comments.length < 100) return null;
  }
  return null;
}
async function ask({ api, repository, token }, method, path, content) {
  const answer = await fetch(`${api}/repos/${repository}/${path}`, {
    method,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${token}`,
      "user-agent": "tattletype",
      "x-github-api-version": "2022-11-28",
      ...content === void 0 ? {} : { "content-type": "application/json" }
    },
    ...content === void 0 ? {} : { body: JSON.stringify(content) },
    signal: AbortSignal.timeout(3e4)
  });
  if ([401, 403, 404].includes(answer.status)) return "refused";
  if (!answer.ok) throw new Error(`the GitHub API answered ${answer.status} to ${method} ${path}`);
  return answer;
}

// action/event.ts
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
function readEvent(file) {
  const event = file ? JSON.parse(readFileSync(file, "utf8")) : {};
  return typeof event === "object" && event !== null ? event : {};
}
function baseOf(base, event, workspace) {
  if (base === "none") return void 0;
  if (base !== "auto") return base;
  if (event.pull_request !== void 0) return isMerge(workspace) ? "HEAD^1" : event.pull_request.base.sha;
  return event.merge_group?.base_sha;
}
function isMerge(workspace) {
  if (!/^refs\/pull\/\d+\/merge$/.test(process.env.GITHUB_REF ?? "")) return false;
  try {
    const printed = execFileSync("git", ["rev-parse", "HEAD", "HEAD^1", "HEAD^2"], {
      cwd: workspace,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"]
    });
    const [head] = printed.split("\n");
    return head === process.env.GITHUB_SHA;
  } catch {
    return false;
  }
}

// action/inputs.ts
function inputsOf(env2) {
  const input = (name) => (env2[`INPUT_${name.toUpperCase()}`] ?? "").trim();
  const lines = (name) => input(name).split(/\s*\n\s*/).filter(Boolean);
  const flag = (name) => input(name) === "" ? [] : [`--${name}`, input(name)];
  const list = (name) => lines(name).length === 0 ? [] : [`--${name}`, ...lines(name)];
  return {
    workspace: env2.GITHUB_WORKSPACE ?? process.cwd(),
    folder: input("working-directory").replace(/^\.?\/+|^\.$|\/+$/g, ""),
    args: [...list("spec"), ...list("project"), ...["config", "baseline", "fail-on"].flatMap(flag)],
    base: input("base") || "auto",
    version: input("version"),
    sarif: input("sarif"),
    comment: input("comment") !== "false",
    token: input("token")
  };
}

// action/main.ts
var { env } = process;
var print = (line) => process.stdout.write(`${line}
`);
var escaped = (text) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
async function main() {
  const inputs = inputsOf(env);
  const folder = resolve(inputs.workspace, inputs.folder);
  const command = commandOf(folder, inputs.workspace, inputs.version);
  if (command === null) {
    print(
      "::error title=tattletype::tattletype is not installed: add it to devDependencies and run npm ci before, or give a version"
    );
    return 2;
  }
  const event = readEvent(env.GITHUB_EVENT_PATH);
  const base = baseOf(inputs.base, event, inputs.workspace);
  const drafts = mkdtempSync(join2(env.RUNNER_TEMP ?? tmpdir(), "tattletype-"));
  const [report, text] = [join2(drafts, "report.json"), join2(drafts, "report.md")];
  const sarif = inputs.sarif === "" ? null : resolve(inputs.workspace, inputs.sarif);
  const formats = [
    "pretty",
    "github",
    `json:${report}`,
    `markdown:${text}`,
    ...sarif === null ? [] : [`sarif:${sarif}`]
  ];
  const args = [...inputs.args, ...base === void 0 ? [] : ["--base", base], "--format", ...formats];
  const code = await runTool(command, args, folder);
  const output = (name, value) => env.GITHUB_OUTPUT ? appendFileSync(env.GITHUB_OUTPUT, `${name}=${value}
`) : void 0;
  output("exit-code", code);
  if (!existsSync2(report)) {
    print("::error title=tattletype::the audit could not run; the log says why");
    return code === 0 ? 2 : code;
  }
  const { summary, since } = JSON.parse(readFileSync2(report, "utf8"));
  output("errors", summary.findings.error);
  output("warnings", summary.findings.warning);
  output("mended", since?.mended ?? 0);
  output("report", report);
  if (sarif !== null) output("sarif", relative(inputs.workspace, sarif));
  const found = summary.findings.error + summary.findings.warning + summary.findings.info > 0;
  await comment(inputs, event, readFileSync2(text, "utf8"), found);
  return code;
}
async function comment({ comment: comment2, token, folder }, event, text, found) {
  const number = event.pull_request?.number;
  if (!comment2 || token === "" || number === void 0) return;
  const { GITHUB_API_URL: api = "https://api.github.com", GITHUB_REPOSITORY: repository = "" } = env;
  const marker = `<!-- tattletype: ${encodeURIComponent(`${env.GITHUB_WORKFLOW ?? ""}/${env.GITHUB_JOB ?? ""}/${folder}`)} -->`;
  try {
    const posted = await putComment({ api, repository, number, token, marker }, text, found);
    if (posted !== "refused") return;
    print(
      "::notice title=tattletype::this token may not write comments (that of a fork never may; else set permissions: pull-requests: write); the job summary says the same"
    );
  } catch (error) {
    print(`::warning title=tattletype::no comment: ${escaped(error instanceof Error ? error.message : String(error))}`);
  }
}
try {
  process.exitCode = await main();
} catch (error) {
  print(`::error title=tattletype::${escaped(error instanceof Error ? error.message : String(error))}`);
  process.exitCode = 2;
}
