import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"

type Words = { readonly [key: string]: string | Words }

const areas = (language: string): readonly string[] => readdirSync(`renderer/words/${language}`)

/** An area's words by their whole keys; English has a singular and a plural of what Chinese says once. */
function wordsOf(language: string, area: string): ReadonlyMap<string, string> {
  const words = JSON.parse(readFileSync(`renderer/words/${language}/${area}`, "utf8")) as Words
  const all = (some: Words, before: string): readonly (readonly [string, string])[] =>
    Object.entries(some).flatMap(([key, word]) =>
      typeof word === "string"
        ? [[`${before}${key}`.replace(/_(?:one|other)$/, ""), word] as const]
        : all(word, `${before}${key}.`),
    )
  return new Map(all(words, ""))
}

/** What is filled into a sentence. */
function blanks(word: string): readonly string[] {
  return [...new Set([...word.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!))].toSorted()
}

describe("the words of the interface", () => {
  it("are of the same areas in both languages", () => {
    expect(areas("en")).toEqual(areas("zh-CN"))
  })

  it("say nothing twice: no key is of two areas", () => {
    const keys = areas("zh-CN").flatMap((area) => [...wordsOf("zh-CN", area).keys()])
    expect(keys.filter((key, i) => keys.indexOf(key) < i)).toEqual([])
  })

  it.each(areas("zh-CN"))("of %s are all there in both, with the same blanks", (area) => {
    const [zh, en] = [wordsOf("zh-CN", area), wordsOf("en", area)]
    expect([...en.keys()].toSorted()).toEqual([...zh.keys()].toSorted())
    expect([...zh, ...en].filter(([, word]) => word.trim() === "")).toEqual([])
    for (const [key, word] of zh)
      expect([key, ...blanks(en.get(key)!)]).toEqual([key, ...blanks(word)])
  })
})
