import type { Means } from "./means.ts"
import { tell } from "./means.ts"

/** Characters of a fault that the crash log takes; more would be refused, and then nothing written. */
const LONGEST = { message: 2000, stack: 20_000 } as const

let means: Means | null = null

/** Listens for faults of ours that nothing caught, from now on. */
export function watchFaults(over: Means): void {
  means = over
  window.addEventListener("error", ({ error, message }) =>
    faultHappened(error instanceof Error ? error : new Error(message), "window"),
  )
  window.addEventListener("unhandledrejection", ({ reason }) =>
    faultHappened(reason instanceof Error ? reason : new Error(String(reason)), "promise"),
  )
}

/** Tells the person of a fault of ours, and writes it into the crash log. */
export function faultHappened(fault: Error, where: string): void {
  const { message, stack = "" } = fault
  tell(
    {
      zh: `程序出错，稿件没有丢：${message}`,
      en: `Something in Banxin failed; nothing of the issue is lost: ${message}`,
    },
    true,
  )
  void means?.door.call("reportFault", {
    message: message.slice(0, LONGEST.message),
    stack: stack.slice(0, LONGEST.stack),
    where: where.slice(0, LONGEST.stack),
  })
}
