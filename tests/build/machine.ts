import type { Answer, CallName, Calls, EventName, Events } from "../../main/bridge/contract.ts"
import { serve, type Machine } from "../../main/bridge/serve.ts"

/** A machine in a folder of its own, and what it told its windows. */
export interface TriedMachine extends Machine {
  heard<N extends EventName>(name: N): readonly Events[N][]
  /** A call, typed as the desk makes it. */
  call<N extends CallName>(name: N, ...args: Parameters<Calls[N]>): Promise<ReturnType<Calls[N]>>
}

/** A machine without a shell: no dialogs, and events kept for the test. */
export function machineIn(home: string): TriedMachine {
  const told: (readonly [EventName, Events[EventName]])[] = []
  const machine = serve(
    { home, version: "0.0.0", open: null },
    {
      kind: "browser",
      chooseFiles: () => Promise.resolve(null),
      tell: (name, event) => void told.push([name, event]),
    },
  )
  return {
    ...machine,
    heard: <N extends EventName>(name: N) =>
      told.filter(([told]) => told === name).map(([, event]) => event as Events[N]),
    call: async (name, ...args) => (await machine.answer(name, args)) as never,
  }
}

/** Sits somebody down at a machine: its profile is theirs. */
export async function sitDown(
  machine: Pick<TriedMachine, "call">,
  name: string,
  role: string,
): Promise<void> {
  const { preferences } = good(await machine.call("preferences"))
  good(await machine.call("keepPreferences", { ...preferences, person: { name, role } }))
}

/** The value of a good answer; throws the sentence of any other. */
export function good<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.say.en)
  return answer.value
}

/** The English sentence of an answer that must not be good. */
export function said(answer: Answer<unknown>): string {
  if (answer.ok) throw new Error("the answer was good")
  return answer.say.en
}
