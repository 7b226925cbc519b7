import { rm } from "node:fs/promises"
import { join } from "node:path"
import { conditionsIn } from "../conditions/kept.ts"
import { faultOf, reportFault } from "../files/crash-log.ts"
import { platesFor, type PicturePlates } from "../pictures/plates.ts"
import { fault } from "../result.ts"
import { ARGUMENTS } from "./arguments.ts"
import type { Answer, CallName } from "./contract.ts"
import { exporter } from "./export.ts"
import { handlersFor, type Handlers } from "./handlers.ts"
import { openIssues } from "./open-issues.ts"
import type { Asker, Setting, ShellPort } from "./shell-port.ts"
import { trustedPaths, type TrustedPaths } from "./trusted-paths.ts"

/** The machine's side of the door, whichever shell carries the calls. */
export interface Machine {
  /** Answers a call of a window as it came; never throws, whatever came. */
  answer(name: unknown, args: unknown, asker?: Asker): Promise<Answer<unknown>>
  /** A window is gone. */
  left(asker: Asker): void
  /** A path that the person named outside of the desk, as on the command line. */
  trust(path: string): void
  /** A picture by its address; null when there is none. */
  picture(key: string, id: string): { readonly file: string; readonly kind: string } | null
  /** The plates of a printing condition, by its id; null where nobody knows it. */
  plates(condition: string): PicturePlates | null
  /** Closes every issue; what was acknowledged is on the disk before. */
  close(): Promise<void>
}

/** Serves the calls of the contract from one table. */
export function serve(setting: Setting, shell: ShellPort): Machine {
  const { home } = setting
  const issues = openIssues(home)
  const exports = exporter(setting.home, (progress) => shell.tell("exportProgress", progress))
  const trays = join(home, "dropped", String(process.pid))
  let drops = 0
  const nextTray = (): string => join(trays, String(++drops))
  const works = { setting, shell, issues, exports, nextTray }
  const named = trustedPaths(home)
  const trusted = shell.kind === "electron" ? named : null
  return {
    answer: (name, args, asker) =>
      answered(handlersFor(works, asker), { name, args, home, trusted }),
    left: (asker) => issues.left(asker),
    trust: named.trust,
    picture: (key, id) => issues.picture(key, id),
    plates(condition) {
      const known = conditionsIn(home).conditions.find(({ id }) => id === condition)
      return known ? platesFor(known) : null
    },
    async close() {
      await issues.closeAll()
      await rm(trays, { recursive: true, force: true })
    },
  }
}

/** A call as it came; nothing about it is known to be true. */
interface Asked {
  readonly name: unknown
  readonly args: unknown
  /** The program's own folder, whose crash log takes our bugs. */
  readonly home: string
  /** The paths that may be read; null where that cannot be told. */
  readonly trusted: TrustedPaths | null
}

/** Checks name and arguments, and turns a bug of ours into a sentence: the other side gets data only. */
async function answered(
  handlers: Handlers,
  { name, args, home, trusted }: Asked,
): Promise<Answer<unknown>> {
  if (typeof name !== "string" || !Object.hasOwn(handlers, name))
    return fault("没有这个调用。", "There is no such call.")
  const call = name as CallName
  const checked = ARGUMENTS[call].safeParse(args)
  if (!checked.success) {
    const where = checked.error.issues.map(({ path }) => path.join(".")).join(", ")
    return fault(
      `调用 ${call} 的参数不对（${where}）。`,
      `The arguments of ${call} are wrong (${where}).`,
    )
  }
  const stranger = trusted?.strangerIn(call, checked.data) ?? null
  if (stranger !== null)
    return fault(
      `${stranger} 不是在这里选定的，没有读。`,
      `${stranger} was not chosen here and is not read.`,
    )
  try {
    const handler = handlers[call] as (
      ...given: unknown[]
    ) => Answer<unknown> | Promise<Answer<unknown>>
    const answer = await handler(...checked.data)
    if (answer.ok) trusted?.learn(call, answer.value)
    return answer
  } catch (cause) {
    console.error(cause)
    reportFault(home, faultOf(cause, `call ${call}`), new Date())
    return fault(
      `程序出错，这是版心的缺陷：${String(cause)}`,
      `This is a bug in Banxin: ${String(cause)}`,
    )
  }
}
