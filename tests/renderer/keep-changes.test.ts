import fc from "fast-check"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import type { Answer } from "../../main/bridge/contract.ts"
import { AGAIN, changeKeeper, type Saving } from "../../renderer/state/keep-changes.ts"

const GOOD: Answer<number> = { ok: true, value: 1 }
const BAD: Answer<number> = { ok: false, say: { zh: "磁盘满。", en: "The disk is full." } }

/** A keeper over a disk that answers as it is told, in order, then well. */
function kept(answers: readonly Answer<number>[]) {
  const onDisk: number[] = []
  const heard: (readonly [Saving, string | null])[] = []
  const rest = [...answers]
  const keep = changeKeeper({
    async send(_document, update) {
      const answer = rest.shift() ?? GOOD
      await Promise.resolve()
      if (answer.ok) onDisk.push(update[0]!)
      return answer
    },
    heard: (saving, why) => void heard.push([saving, why?.en ?? null]),
  })
  return {
    onDisk,
    heard,
    keep: (number: number) => keep({ document: "content", update: Uint8Array.of(number) }),
  }
}

describe("changes are kept", () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it("and saved is said once all are on the disk", async () => {
    const { onDisk, heard, keep } = kept([])
    keep(1)
    keep(2)
    expect(heard).toEqual([["saving", null]])
    await vi.runAllTimersAsync()
    expect(onDisk).toEqual([1, 2])
    expect(heard).toEqual([
      ["saving", null],
      ["saved", null],
    ])
  })

  it("again until they are, where the disk refuses; the reason is said once", async () => {
    const { onDisk, heard, keep } = kept([BAD, GOOD, BAD])
    keep(1)
    keep(2)
    await vi.advanceTimersByTimeAsync(0)
    expect(onDisk).toEqual([2])
    expect(heard.at(-1)).toEqual(["failed", "The disk is full."])
    keep(3)
    await vi.advanceTimersByTimeAsync(AGAIN)
    await vi.runAllTimersAsync()
    expect(onDisk.toSorted()).toEqual([1, 2, 3])
    expect(heard.filter(([, why]) => why !== null)).toHaveLength(1)
    expect(heard.at(-1)).toEqual(["saved", null])
  })

  it("all of them, whatever the disk answers meanwhile, and saved is never said too early", async () => {
    const answers = fc.array(fc.constantFrom(GOOD, BAD), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(answers, fc.integer({ min: 1, max: 8 }), async (given, count) => {
        const { onDisk, heard, keep } = kept(given)
        const numbers = Array.from({ length: count }, (_, i) => i)
        for (const number of numbers) {
          keep(number)
          await vi.advanceTimersByTimeAsync(AGAIN / 3)
          if (heard.at(-1)?.[0] === "saved") expect(onDisk).toHaveLength(number + 1)
        }
        await vi.runAllTimersAsync()
        expect(onDisk.toSorted((a, b) => a - b)).toEqual(numbers)
        expect(heard.at(-1)).toEqual(["saved", null])
      }),
    )
  })
})
