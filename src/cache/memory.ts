import { join } from 'node:path'
import type { Journal } from '../model/journal.js'
import type { Memory } from '../model/memory.js'
import { holds } from './holds.js'
import { createRecord, type Record } from './record.js'
import { openStamps } from './stamps.js'
import { openStore } from './store.js'
import { toolOf } from './tool.js'

/**
 * A memory on disk, shared by all runs on a project. In: the project's root and the folder to keep it in, both absolute. Nothing that
 * goes wrong with the folder is an error: what is not remembered is read anew.
 */
export function openMemory(root: string, folder: string): Memory {
  const stamps = openStamps(join(folder, 'answers', 'stamps.json'))
  const store = openStore(join(folder, 'answers'))
  const records = new WeakMap<Journal, Record>()
  let tool: string | undefined
  return {
    async recall({ kind, settings, snapshot, journal, read, isKept }) {
      const outer = journal && records.get(journal)
      // A journal of somebody else's could not be told what an answer out of memory was read from.
      if (journal !== undefined && outer === undefined) return read(journal)
      tool ??= toolOf(stamps)
      const asked = JSON.stringify([kind, tool, root, snapshot === undefined ? 'folder' : 'snapshot', settings])
      for (const entry of store.entries(kind, asked)) {
        if (!(await holds(entry.trace, { root, snapshot }, stamps))) continue
        entry.served()
        outer?.include(entry.trace)
        stamps.save()
        // What is kept under a question was given by its `read`, whose answers have this type.
        return entry.answer() as Awaited<ReturnType<typeof read>>
      }
      const record = createRecord(snapshot)
      records.set(record, record)
      const answer = await read(record)
      const trace = record.trace()
      if (trace === undefined) outer?.saw({ kind: 'elsewhere' })
      else outer?.include(trace)
      if (trace !== undefined && isKept(answer)) store.put(kind, asked, trace, answer)
      stamps.save()
      return answer
    },
  }
}
