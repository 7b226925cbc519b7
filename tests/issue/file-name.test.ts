import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fileNameOf, NAME_TOKENS, type NameWords } from "../../layouts/issue/file-name.ts"
import { planFiles, type FileWish } from "../../layouts/issue/file-plan.ts"

const WORDS: NameWords = {
  ...{
    paper: "瑞河日报",
    date: "2031-05-04",
    page: "A1",
    section: "要闻",
    state: "清样",
    proof: "",
  },
}

function named(pattern: string, words: Partial<NameWords> = {}): string {
  const made = fileNameOf(pattern, { ...WORDS, ...words })
  if (!made.ok) throw new Error(made.token)
  return made.name
}

describe("a file's name", () => {
  it("is made of the issue's words, in either language", () => {
    expect(named("{paper}-{date}-{page}")).toBe("瑞河日报-2031-05-04-A1")
    expect(named("{报名} {日期} {版次} {版名} {进度}")).toBe("瑞河日报 2031-05-04 A1 要闻 清样")
    expect(named("{ PAGE }")).toBe("A1")
  })

  it("leaves out a word that is not known, with the mark before it", () => {
    expect(named("{page}-{proof}")).toBe("A1")
    expect(named("{proof}-{page}")).toBe("A1")
    expect(named("{page}_{proof}_{state}")).toBe("A1_清样")
    expect(named("{proof}{proof}")).toBe("页")
  })

  it("says which placeholder is none", () => {
    expect(fileNameOf("{page}-{issue}", WORDS)).toEqual({ ok: false, token: "issue" })
    expect(fileNameOf("{}", WORDS)).toEqual({ ok: false, token: "" })
  })

  it("is one that every system takes", () => {
    expect(named("{paper}", { paper: 'a<b>c:d"e/f\\g|h?i*j' })).toBe("a_b_c_d_e_f_g_h_i_j")
    expect(["con", "NUL.txt", "com1", "Lpt9 .", "console"].map((name) => named(name))).toEqual([
      ...["con_", "NUL_.txt", "com1_", "Lpt9_", "console"],
    ])
    expect(named("  版面.. ")).toBe("版面")
    expect(named("{page}", { page: "../../etc" })).toBe(".._.._etc")
    expect(named("..")).toBe("页")
  })

  it("holds those laws whatever it is made of", () => {
    const word = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.constantFrom("con", ".", ""),
    )
    const pattern = fc.oneof(
      word,
      fc.constantFrom(...Object.values(NAME_TOKENS).flatMap((names) => names.map((n) => `{${n}}`))),
    )
    fc.assert(
      fc.property(
        fc.array(pattern, { maxLength: 4 }),
        fc.array(word, { minLength: 6, maxLength: 6 }),
        (parts, six) => {
          const [paper, date, page, section, state, proof] = six as [
            string,
            string,
            string,
            string,
            string,
            string,
          ]
          const made = fileNameOf(parts.join("-"), { paper, date, page, section, state, proof })
          if (!made.ok) return
          const { name } = made
          expect(name).not.toBe("")
          expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|[\s.]$|^\s/u)
          expect(name.split(".")[0]).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)$/i)
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(181)
        },
      ),
    )
  })
})

describe("the files of an export", () => {
  const page = (id: string, section = "") => ({ id, words: { section } }) as never
  const issue = {
    paper: "瑞河日报",
    date: { year: 2031, month: 5, day: 4 },
    pages: [page("A1", "要闻"), page("A2", "本埠"), page("A3"), page("B2")],
  }
  const wish: FileWish = {
    ...{
      out: "/出/{版次}.pdf",
      kind: "pdf",
      pages: ["A1", "A2", "A3"],
      each: true,
      spreads: false,
    },
    ...{ state: "", proof: "" },
  }
  const paths = (change: Partial<FileWish>): readonly string[] | string => {
    const plan = planFiles(issue, { ...wish, ...change })
    return plan.ok ? plan.files.map(({ path }) => path) : plan.say.en
  }

  it("are one for all, or one a page, or one a sheet", () => {
    expect(paths({ each: false })).toEqual(["/出/A1-A3.pdf"])
    expect(paths({})).toEqual(["/出/A1.pdf", "/出/A2.pdf", "/出/A3.pdf"])
    expect(paths({ spreads: true })).toEqual(["/出/A1.pdf", "/出/A2-A3.pdf"])
    expect(paths({ out: "/出/{版名}{page}" })).toEqual([
      "/出/要闻A1.pdf",
      "/出/本埠A2.pdf",
      "/出/A3.pdf",
    ])
  })

  it("have their page in their names where the name says none", () => {
    expect(paths({ out: "C:\\出\\版面.PDF" })).toEqual([
      ...["C:\\出\\版面-A1.pdf", "C:\\出\\版面-A2.pdf", "C:\\出\\版面-A3.pdf"],
    ])
    expect(paths({ out: "/出/版面", pages: ["A2"] })).toEqual(["/出/版面.pdf"])
  })

  it("are refused where two would have one name, to Windows too", () => {
    expect(paths({ pages: ["A1", "a1"] })).toMatch(/Pages A1 and a1 would be one file, a1\.pdf/)
    expect(paths({ pages: ["A/1", "A:1"] })).toMatch(/would be one file/)
    expect(paths({ out: "/出/{版}" })).toMatch(/^\{版\} in the file name is unknown/)
  })
})
