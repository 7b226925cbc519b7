import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  clusterBefore,
  isClusterEdge,
  nextCluster,
  nextWord,
  wordAround,
  wordBefore,
} from "../../renderer/text/segment.ts"

const clusters = new Intl.Segmenter("zh", { granularity: "grapheme" })

/** The edges of a text's characters as Unicode has them. */
function edgesOf(text: string): readonly number[] {
  return [...[...clusters.segment(text)].map(({ index }) => index), text.length]
}

/** Edges as we find them. */
function foundIn(text: string): readonly number[] {
  return Array.from({ length: text.length + 1 }, (_, i) => i).filter((i) => isClusterEdge(text, i))
}

describe("a reader's characters", () => {
  test("are Unicode's, for every character beside Chinese", () => {
    const wrong: string[] = []
    for (let code = 0x20; code < 0x1_0000; code += 1) {
      if (code >= 0xd800 && code < 0xe000) continue
      const text = `字${String.fromCharCode(code)}`
      const edge = clusters.segment(text).containing(1)?.index === 1
      if (isClusterEdge(text, 1) !== edge) wrong.push(text)
    }
    expect(wrong).toEqual([])
    expect(foundIn("字a\u0301👩‍🚒🇨🇳𠮷")).toEqual([0, 1, 3, 8, 12, 14])
  })

  test("are Unicode's in any text, forwards and backwards", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const edges = text === "" ? [0] : edgesOf(text)
        expect(foundIn(text)).toEqual(edges)
        edges.slice(1).forEach((edge, i) => {
          expect(nextCluster(text, edges[i]!)).toBe(edge)
          expect(clusterBefore(text, edge)).toBe(edges[i])
        })
      }),
    )
  })
})

describe("words", () => {
  test("of Chinese and Latin text, with the blanks behind them", () => {
    const text = "瑞河 Ruihe 开航。"
    expect(wordAround(text, 4)).toEqual({ from: 3, to: 8 })
    expect(nextWord(text, 3)).toBe(9)
    expect(wordBefore(text, 9)).toBe(3)
    expect(nextWord(text, text.length)).toBe(text.length)
    expect(wordBefore(text, 0)).toBe(0)
    expect(wordAround("", 0)).toEqual({ from: 0, to: 0 })
  })
})
