import { useEffect, useState } from "react"
import type { ConditionEntry, Door } from "../../main/bridge/contract.ts"
import { tell } from "./means.ts"

/** The conditions to choose from; `reload` asks again after one was added or removed. */
export function useConditions(door: Door) {
  const [conditions, setConditions] = useState<readonly ConditionEntry[]>([])
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let wanted = true
    void door.call("conditions").then((answer) => {
      if (!wanted) return
      if (answer.ok) setConditions(answer.value.conditions)
      else tell(answer.say, true)
    })
    return () => {
      wanted = false
    }
  }, [door, asked])
  return { conditions, reload: () => setAsked((times) => times + 1) }
}

/** Printing conditions as a list to choose from, by their names in a language. */
export function conditionOptions(conditions: readonly ConditionEntry[], language: string) {
  return conditions.map(({ id, name }) => ({
    value: id,
    label: language === "en" ? name.en : name.zh,
  }))
}
