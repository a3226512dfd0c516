import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('worker.mjs', import.meta.url))

/** Gives each file to the next free worker; one that dies or takes too long is a crash, and another takes its place. */
export async function work(files, { root, workers, seconds, done }) {
  const queue = [...files]
  await Promise.all(Array.from({ length: workers }, () => drain(queue, { root, seconds, done })))
}

/** Megabytes past which a process is not given another document. */
const largest = 600

async function drain(queue, { root, seconds, done }) {
  let child
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    child ??= fork(script, { execArgv: ['--expose-gc'], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    const outcome = await ask(child, { root, file }, seconds)
    // What a process remembers of a large document would count as memory of the next one.
    if (!outcome.dead && outcome.peak > largest) child.kill()
    if (outcome.dead || outcome.peak > largest) child = undefined
    done(outcome)
  }
  child?.kill()
}

function ask(child, task, seconds) {
  return new Promise((resolve) => {
    const started = performance.now()
    let errors = ''
    const end = (outcome) => {
      clearTimeout(timer)
      child.off('message', onMessage).off('exit', onExit)
      child.stderr.off('data', onError)
      resolve({ file: task.file, ms: performance.now() - started, peak: 0, ...outcome })
    }
    const onMessage = (outcome) => end(outcome)
    const onError = (chunk) => {
      errors = `${errors}${chunk}`.slice(-2000)
    }
    const onExit = (code, signal) =>
      end({ kind: 'crash', dead: true, message: `the process ended (${signal ?? code}): ${errors}` })
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      end({ kind: 'crash', dead: true, message: `took longer than ${seconds} s` })
    }, seconds * 1000)
    child.on('message', onMessage).on('exit', onExit)
    child.stderr.on('data', onError)
    child.send(task)
  })
}
