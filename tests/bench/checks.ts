import { readFileSync } from "node:fs"
import { checkText } from "../../layouts/proof/checks/check-article.ts"
import { medianMs } from "./clock.ts"

/** Characters that are checked. */
const CHARACTERS = 100_000

/** Milliseconds in which the checks read a hundred thousand characters of a text, the tables open. */
export function checkFigure(source: string): number {
  const lines = readFileSync(source, "utf8").split("\n")
  const length = lines.reduce((sum, line) => sum + line.length, 0)
  const rounds = Math.ceil(CHARACTERS / length)
  const copy = Array.from({ length: rounds }, () => lines).flat()
  const check = (): void => copy.forEach((line) => checkText(line, { today: null, house: null }))
  check()
  return medianMs(3, check) * (CHARACTERS / (rounds * length))
}
