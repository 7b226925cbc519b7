import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { clipOf, inOneLine, paragraphsOfText } from "../../renderer/text/clip.ts"
import { paragraphsOfMarkup } from "../../renderer/text/read-rich.ts"
import { articleOf, para, paraAs } from "../build/article.ts"
import { at } from "../build/text-page.ts"

const article = articleOf("a", [
  para("江上清风，山间<明月>。"),
  paraAs("subhead", "风从江上来"),
  para("水清了 & 鱼回来了。"),
  paraAs("credit", "（江水）"),
])

describe("copying", () => {
  test("gives words a line a paragraph, and markup by role", () => {
    const { plain, rich } = clipOf(article, at(0, 5), at(3, 4))
    expect(plain).toBe("山间<明月>。\n风从江上来\n水清了 & 鱼回来了。\n（江水）")
    expect(rich).toBe(
      '<p>山间&lt;明月&gt;。</p>\n<h3>风从江上来</h3>\n<p>水清了 &amp; 鱼回来了。</p>\n<p data-role="credit">（江水）</p>',
    )
  })

  test("part of a paragraph and of a heading", () => {
    expect(clipOf(article, at(2, 0), at(2, 3)).plain).toBe("水清了")
    const [from, to] = [at(0, 2, { words: "headline" }), at(0, 4, { words: "headline" })]
    expect(clipOf(article, from, to)).toEqual({ plain: "新灯", rich: "<h1>新灯</h1>" })
  })

  test("what was copied is pasted as it was", () => {
    const { rich } = clipOf(article, at(0, 0), at(3, 4))
    const roles = article.story.map(({ role, text }) => ({ role, text }))
    expect(paragraphsOfMarkup(rich)).toEqual(roles)
    fc.assert(
      fc.property(
        fc.array(
          fc
            .string({ unit: "grapheme" })
            .filter((s) => s.trim() === s && s !== "" && !/\s/.test(s) && !s.includes("\0")),
        ),
        (texts) => {
          const story = texts.map((text) => para(text))
          if (story.length === 0) return
          const loose = articleOf("a", story)
          const last = story.length - 1
          const clip = clipOf(loose, at(0, 0), at(last, story[last]!.text.length))
          expect(paragraphsOfMarkup(clip.rich).map(({ text }) => text)).toEqual(texts)
        },
      ),
    )
  })
})

describe("pasting markup", () => {
  const read = (html: string): readonly string[] =>
    paragraphsOfMarkup(html).map(({ role, text }) => (role === "body" ? text : `${role}:${text}`))

  test("tabs stay tabs, as this desk and as Word write them", () => {
    const { rich } = clipOf(articleOf("a", [para("茶饼\t9.5元")]), at(0, 0), at(0, 7))
    expect(read(rich)).toEqual(["茶饼\t9.5元"])
    expect(read("<p>茶<span style='mso-tab-count:1'>&nbsp; </span>9元</p>")).toEqual(["茶\t9元"])
  })

  test("headings are subheads, blocks and breaks are paragraphs, everything else is words", () => {
    expect(
      read(
        "<h2>江上</h2><div>清风<b>山间</b>的<a href=x>明月</a><br>声与色</div><ul><li>一<li>二</ul>",
      ),
    ).toEqual(["subhead:江上", "清风山间的明月", "声与色", "一", "二"])
    expect(read("<table><tr><td>水位<td>18.4米<tr><td>流速<td>0.9米</table>")).toEqual([
      "水位\t18.4米",
      "流速\t0.9米",
    ])
  })

  test("line feeds in the markup are no words, blanks between Latin words are", () => {
    expect(read("<p>江上\n  清风 Ruihe\n  Daily&nbsp;报</p>")).toEqual(["江上清风 Ruihe Daily 报"])
    expect(read("<pre>江上\n清风</pre>")).toEqual(["江上", "清风"])
    expect(read("<p>　　两格缩进。</p><p> </p>")).toEqual(["两格缩进。"])
  })

  test("nothing that runs, loads or hides comes through", () => {
    const bad = [
      "<script>alert(1)</script><p onclick=alert(1)>字</p>",
      "<p>字</p><style>p{}</style><img src=x onerror=alert(1)>",
      "<svg><script>alert(1)</script></svg><p>字</p><iframe src=javascript:alert(1)>x</iframe>",
      '<p>字<span style="display:none">藏</span><span hidden>藏</span></p><!--注-->',
      "<template><p>藏</p></template><p>字",
    ]
    for (const html of bad) expect(read(html)).toEqual(["字"])
    expect(read("<p>&lt;script&gt;是字&lt;/script&gt;</p>")).toEqual(["<script>是字</script>"])
  })

  test("any nesting and any text is read without failing", () => {
    expect(read(`${"<div>".repeat(20_000)}深${"</div>".repeat(20_000)}`)).toEqual(["深"])
    fc.assert(
      fc.property(fc.string(), (html) => {
        for (const { text } of paragraphsOfMarkup(html)) {
          expect(text).not.toMatch(/\n|^\s|\s$/)
          expect(text).not.toBe("")
        }
      }),
    )
  })
})

describe("pasting plain text", () => {
  const read = (text: string): readonly string[] => paragraphsOfText(text).map((one) => one.text)

  test("blank lines part paragraphs, and wrapped lines are joined", () => {
    expect(read("江上\n清风\n\n山间\r\n明月\n")).toEqual(["江上清风", "山间明月"])
    expect(read("Ruihe\nDaily\n\n报")).toEqual(["Ruihe Daily", "报"])
  })

  test("without blank lines every line is a paragraph; indents are left off", () => {
    expect(read("　　江上清风\n　　山间明月\n")).toEqual(["江上清风", "山间明月"])
    expect(read("一句话")).toEqual(["一句话"])
    expect(read("")).toEqual([])
  })

  test("a heading takes it in one line", () => {
    expect(inOneLine(paragraphsOfText("江上\n清风"))).toBe("江上 清风")
  })
})
