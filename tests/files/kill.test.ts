import { spawn } from "node:child_process"
import { join } from "node:path"
import { expect, test } from "vitest"
import { ownFolder } from "../build/folder.ts"
import { made, opened, told } from "../build/store.ts"

const ROUNDS = 20
const home = ownFolder()

/** Runs the writer until it has acknowledged something, then kills it; returns the last acknowledged number. */
function writeAndKill(folder: string, from: number, linger: number): Promise<number> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, ["tests/files/writer.ts", folder, String(from)])
    let said = ""
    child.stdout.on("data", (text: Buffer) => {
      if (said === "") setTimeout(() => child.kill("SIGKILL"), linger)
      said += text.toString()
    })
    child.stderr.on("data", (text: Buffer) => fail(new Error(text.toString())))
    child.on("close", () => settle(Number(said.trim().split("\n").at(-1))))
  })
}

test(`no acknowledged update is lost over ${ROUNDS} kills of a writing process`, async () => {
  const folder = join(home, "killed.issue")
  made(folder)
  let acknowledged = 0
  for (let round = 0; round < ROUNDS; round++) {
    acknowledged = await writeAndKill(folder, acknowledged + 1, round * 7)
    const store = opened(folder)
    const numbers = told(store.documents().content).slice(1).split(";").slice(0, -1).map(Number)
    expect(store.notices).toEqual([])
    expect(numbers.length).toBeGreaterThanOrEqual(acknowledged)
    expect(numbers.every((number, i) => number === i + 1)).toBe(true)
    acknowledged = numbers.length
    await store.close()
  }
  expect(acknowledged).toBeGreaterThan(ROUNDS)
}, 120_000)
