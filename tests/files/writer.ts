// A child that keeps updates as fast as they are acknowledged, and says each one's text once it is.
import { writeSync } from "node:fs"
import { opened, update } from "../build/store.ts"

const [folder, from] = process.argv.slice(2)
const store = opened(folder!)
for (let number = Number(from); ; number += 3) {
  const batch = [number, number + 1, number + 2]
  const kept = await Promise.all(batch.map((n) => store.keep("content", update(`${n};`))))
  if (kept.some(({ ok }) => !ok)) process.exit(3)
  writeSync(1, `${number + 2}\n`)
}
