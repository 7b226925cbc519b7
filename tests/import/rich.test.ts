import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import fc from "fast-check"
import sharp from "sharp"
import { describe, expect, it } from "vitest"
import type { Article } from "../../layouts/issue/article.ts"
import { importText } from "../../main/import/import.ts"
import { blocksOf } from "../../main/import/lines/blocks.ts"
import { plainInline } from "../../main/import/lines/inline.ts"
import { importFiles } from "../../main/import/open.ts"
import { hintedLine } from "../../main/import/rich/hints.ts"
import { linesOfHtml } from "../../main/import/rich/html.ts"
import { docxOf, docxParts, drawing, paragraph, table } from "../build/docx.ts"
import { ownFolder } from "../build/folder.ts"
import { gb18030 } from "../build/import-encode.ts"
import { zipOf } from "../build/zip.ts"

const folder = ownFolder()
const tray = join(folder, "tray")

function lines(html: string): readonly string[] {
  return linesOfHtml(html, () => null)
}

/** Lays down a file and imports it. */
async function imported(name: string, bytes: Uint8Array | string) {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return importFiles([path], { tray })
}

async function articlesOf(name: string, bytes: Uint8Array | string): Promise<readonly Article[]> {
  const read = await imported(name, bytes)
  if (!read.ok) throw new Error(read.say.en)
  return read.value.articles
}

/** The sentence that refuses a file. */
async function refusal(name: string, bytes: Uint8Array): Promise<string> {
  const read = await imported(name, bytes)
  if (read.ok) throw new Error("it was read")
  expect(read.say.zh).toMatch(/。$/)
  return read.say.en
}

const LEAD = "本报讯（记者 林一川）9月14日，满载茶叶的货轮驶出瑞河港，两岸市民前来送行。"
const MORE = "据港口负责人介绍，新航线每周往返三次，沿途停靠青崖镇和茶山，全程只要四个小时。"

describe("HTML as lines", () => {
  it("keeps headings, bold paragraphs, breaks, rules and pictures in their places", () => {
    const html = `<h1>瑞河港<br>首航</h1><p>第一段，<b>不全</b>加粗。</p><p><b>小标</b><strong>题</strong></p>
      <p>甲<br>\u3000\u3000乙</p><hr><p><img src="a b.jpg" alt="码头[上]">图在文中<img src="c.png">仍是一段</p>`
    expect(lines(html)).toEqual([
      "# 瑞河港 首航",
      "第一段，不全加粗。",
      "**小标题**",
      "甲",
      "　　乙",
      "---",
      "![码头［上］](<a%20b.jpg>)",
      "图在文中仍是一段",
      "![](<c.png>)",
    ])
  })

  it("leaves out programs, looks, controls and what the page hides", () => {
    const html = `<head><title>站名</title><style>p{}</style></head><script>偷()</script>
      <nav>首页</nav><p>正文<span style="display: none">藏</span></p><template>样</template>
      <svg><text>图</text></svg><button>点</button><p hidden>隐</p><!-- 注 --><iframe>框</iframe>`
    expect(lines(html)).toEqual(["正文"])
  })

  it("collapses blanks as a browser does, and line ends between Chinese characters to nothing", () => {
    expect(lines("<p>瑞河\n    港口  New\n  Port 开港&nbsp;了</p>")).toEqual([
      "瑞河港口 New Port 开港\u00a0了",
    ])
    expect(lines("<pre>一\n  二</pre>")).toEqual(["一", "  二"])
  })

  it("reads short rows of a table as lines, and cells that hold paragraphs one after another", () => {
    expect(
      lines("<table><tr><th>姓名</th><th>单位</th></tr><tr><td>江望</td><td></td></tr></table>"),
    ).toEqual(["姓名\t单位", "江望"])
    expect(
      lines(
        "<table><tr><td><h2>左题</h2><p>左文</p></td><td><p>右一</p><p>右二</p></td></tr></table>",
      ),
    ).toEqual(["## 左题", "左文", "右一", "右二"])
  })

  it("keeps each cell of a row in its column: empty ones, and those under a cell that spans", () => {
    const rows = (inner: string): readonly string[] =>
      blocksOf(lines(`<table>${inner}</table>`).join("\n"), "markdown").map(({ text }) => text)
    expect(
      rows(`<tr><td></td><td>上午</td><td>下午</td></tr><tr><td>&nbsp;</td><td>甲|乙\\</td><td>*丙</td></tr>
        <tr><td colspan=2>合计</td><td>三</td></tr>`),
    ).toEqual(["\t上午\t下午", "\t甲|乙\\\t*丙", "合计\t\t三"])
    expect(
      rows(`<tr><td rowspan=3>青崖镇</td><td>首班</td><td rowspan=2>8元</td></tr>
        <tr><td>末班</td></tr><tr><td>夜班</td><td>9元</td></tr><tr><td>茶山</td><td>首班</td></tr>`),
    ).toEqual(["青崖镇\t首班\t8元", "\t末班", "\t夜班\t9元", "茶山\t首班"])
    expect(rows("<tr><td colspan=9999999 rowspan=9999999>甲</td><td>乙</td></tr>")).toHaveLength(1)
    const wide = rows(`<tr>${"<td colspan=1000>甲</td>".repeat(60)}</tr>`)
    expect(wide[0]!.length).toBeLessThan(1200)
    expect(wide[0]!.match(/甲/g)).toHaveLength(60)
  })

  it("reads a cell of any number of parts", () => {
    const many = "<i></i>".repeat(150_000)
    expect(lines(`<table><tr><td><p>${many}甲</p></td><td>乙</td></tr></table>`)).toEqual([
      "甲\t乙",
    ])
  })

  it("reads a row of short lines in cells as a row, and one of running text paragraph by paragraph", () => {
    expect(
      lines("<table><tr><td><p>首班</p><p>8时</p></td><td>东门<br>西门</td></tr></table>"),
    ).toEqual(["首班 8时\t东门 西门"])
    expect(
      lines(
        `<table><tr><td width=9></td><td>\u3000\u3000${LEAD}<br>\u3000\u3000${MORE}</td></tr></table>`,
      ).map((line) => line.trim()),
    ).toEqual([LEAD, MORE])
  })

  it("reads a table that lays out a page block by block, whatever blank cells stand beside", () => {
    expect(
      lines(
        `<table><tr><td width=9>&nbsp;</td><td><font size=5><b>望津桥“体检”</b></font></td><td></td></tr>
        <tr><td></td><td>2026-11-23 来源：瑞河日报</td></tr></table>`,
      ),
    ).toEqual(["**望津桥“体检”**", "2026-11-23 来源：瑞河日报"])
  })

  it("numbers the items of an ordered list", () => {
    expect(lines("<ol start=3><li>甲<li>乙<ul><li>丙</ul></ol>")).toEqual(["3. 甲", "4. 乙", "丙"])
  })

  it("reads any depth of nesting", () => {
    expect(lines(`${"<div>".repeat(60_000)}底`)).toEqual(["底"])
  })

  it("is escaped so that words are words: any text comes back as one paragraph of itself", () => {
    const mark = fc.constantFrom(..."*_#>-!\\[]()`瑞河 1.。")
    const text = fc.string({ unit: mark, minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(text, fc.boolean(), (words, strong) => {
        const bare = words.trim()
        fc.pre(bare !== "")
        const line = hintedLine(words, { level: 0, strong })
        const [first, ...rest] = importText(`瑞河港，开港了。\n${line}`, { format: "markdown" }).ok
          ? [plainInline(line)]
          : []
        expect(rest).toEqual([])
        expect(first).toBe(bare)
      }),
    )
  })
})

describe("an imported page of HTML", () => {
  it("is an article with headline, subhead and picture", async () => {
    const html = `<meta charset="gb2312"><h1>瑞河港首航</h1><p>${LEAD}</p><p><b>航线通四方</b></p>
      <p>${MORE}</p><p><img src="img/港%20口.jpg" alt="港口"></p>`
    const [article] = await articlesOf("page.html", gb18030(html))
    expect(article).toMatchObject({ headline: "瑞河港首航" })
    expect(article!.story.map(({ role }) => role)).toEqual(["body", "subhead", "body"])
    expect(article!.pictures.map(({ id }) => id)).toEqual([join(folder, "img", "港 口.jpg")])
  })

  it("keeps pictures that stand in the page itself as files", async () => {
    const png = await sharp({
      create: { width: 2, height: 2, channels: 3, background: "red" },
    })
      .png()
      .toBuffer()
    const source = `data:image/png;base64,${png.toString("base64")}`
    const [article] = await articlesOf(
      "inline.htm",
      `<h1>题</h1><p>${LEAD}</p><img src="${source}">`,
    )
    const [picture] = article!.pictures
    expect(dirname(picture!.id)).toBe(tray)
    expect(readFileSync(picture!.id)).toEqual(png)
  })

  it("is known by its beginning under another ending, and by its declared encoding", async () => {
    const big5 = Buffer.concat([
      Buffer.from('<html><meta charset="big5"><h1>'),
      Buffer.from([0xb4, 0xe4, 0xa4, 0x66]),
      Buffer.from("</h1><p>ok</p>"),
    ])
    const read = await imported("export.doc", big5)
    if (!read.ok) throw new Error(read.say.en)
    expect(read.value.encoding).toBe("big5")
    expect(read.value.articles[0]?.headline).toBe("港口")
  })
})

describe("an imported Word document", () => {
  it("keeps headings by style, bold paragraphs as subheads, tables as lines, blank lines", async () => {
    const body = [
      paragraph("瑞河港\n首航", { style: "1" }),
      paragraph(LEAD),
      paragraph("航线通四方", { bold: true }),
      paragraph(MORE),
      paragraph(""),
      table([
        ["首班", "早上8时10分", "每人20元"],
        ["末班", "下午5时40分", "每人15元"],
      ]),
    ].join("")
    const [article] = await articlesOf("styled.docx", docxOf(body))
    expect(article).toMatchObject({ headline: "瑞河港 首航", headlineParts: ["瑞河港", "首航"] })
    expect(article!.story.map(({ role, text }) => [role, text.slice(0, 5)])).toEqual([
      ["body", LEAD.slice(0, 5)],
      ["subhead", "航线通四方"],
      ["body", MORE.slice(0, 5)],
      ["body", "首班\t早上"],
      ["body", "末班\t下午"],
    ])
  })

  it("keeps a table's cells in their columns, with empty ones first and lines in cells", async () => {
    const rows = table([
      ["", "上午", "下午"],
      ["首班", "8时\n10分", ""],
      ["", "", "5时40分"],
    ])
    const [article] = await articlesOf("columns.docx", docxOf(paragraph(LEAD) + rows))
    expect(article!.story.slice(1).map(({ text }) => text)).toEqual([
      "\t上午\t下午",
      "首班\t8时 10分",
      "\t\t5时40分",
    ])
  })

  it("keeps the columns of rows pasted as plain text, and takes a tab before words for an indent", () => {
    const read = importText(`${LEAD}\n\t上午\t下午\n首班\t8时\t5时\n末班\t\t9时\n\t${MORE}\n`)
    if (!read.ok) throw new Error(read.say.en)
    expect(read.value.articles[0]!.story.map(({ text }) => text)).toEqual([
      LEAD,
      "\t上午\t下午",
      "首班\t8时\t5时",
      "末班\t\t9时",
      MORE,
    ])
  })

  it("keeps the words of links that lead nowhere, of tracked insertions, fields and formulas", async () => {
    const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`
    const math = `xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`
    const body = [
      `<w:p>${run("货轮")}<w:hyperlink r:id="none" w:history="1">${run("驶出")}</w:hyperlink>${run("港口。")}</w:p>`,
      `<w:p><w:ins w:id="1">${run("满载")}</w:ins><w:del w:id="2"><w:r><w:delText>空的</w:delText></w:r></w:del>${run("茶叶。")}</w:p>`,
      `<w:p>${run("挠度")}<m:oMath ${math}><m:r><m:t>x&lt;1</m:t></m:r></m:oMath>${run("毫米。")}</w:p>`,
      `<w:p><m:oMathPara ${math}><m:oMathParaPr><m:jc/></m:oMathParaPr><m:oMath><m:r><m:t>y=2</m:t></m:r></m:oMath></m:oMathPara></w:p>`,
    ]
    const read = await imported("odd.docx", docxOf(body.join("")))
    if (!read.ok) throw new Error(read.say.en)
    const texts = read.value.articles.flatMap(({ story }) => story.map(({ text }) => text))
    expect(texts).toEqual(["货轮驶出港口。", "满载茶叶。", "挠度x<1毫米。", "y=2"])
    expect(read.value.notices.map(({ zh }) => zh)[0]).toContain("2 处公式")
  })

  it("keeps its tabs", async () => {
    const body = [paragraph(LEAD), paragraph("桂花糕\t一盒\t28元"), paragraph("茶饼\t半斤\t9.5元")]
    const [article] = await articlesOf("prices.docx", docxOf(body.join("")))
    expect(article!.story.slice(1).map(({ text }) => text)).toEqual([
      "桂花糕\t一盒\t28元",
      "茶饼\t半斤\t9.5元",
    ])
  })

  it("keeps readings, dots under characters, superscripts and subscripts, and no underlines", async () => {
    const run = (words: string, look: string) =>
      `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
    const ruby = `<w:r><w:ruby><w:rubyPr/><w:rt>${run("Hù chéng", "")}</w:rt><w:rubyBase>${run("沪城", "")}</w:rubyBase></w:ruby></w:r>`
    const marked = [
      run("　　本次展出的", ""),
      ruby,
      run("藏品共", "") + run("只此一件", '<w:em w:val="underDot"/>'),
      run("，占地300m", "") + run("2", '<w:vertAlign w:val="superscript"/>'),
      run("，水为H", "") + run("2", '<w:vertAlign w:val="subscript"/>') + run("O", ""),
      run("，观众可凭票入馆。", '<w:u w:val="single"/>'),
    ]
    const body = [paragraph(LEAD), `<w:p>${marked.join("")}</w:p>`, paragraph(MORE)]
    const [article] = await articlesOf("marked.docx", docxOf(body.join("")))
    const [plain, story] = article!.story
    expect(plain!.spans).toBeUndefined()
    expect(story!.text).toBe("本次展出的沪城藏品共只此一件，占地300m2，水为H2O，观众可凭票入馆。")
    expect(
      story!.spans!.map(({ from, to, ...look }) => [story!.text.slice(from, to), look]),
    ).toEqual([
      ["沪城", { ruby: "Hù chéng", rubyItem: 1 }],
      ["只此一件", { emphasis: "dot" }],
      ["2", { script: "super" }],
      ["2", { script: "sub" }],
    ])
  })

  it("finds headlines by the size of their letters, the larger the higher", async () => {
    const body = [
      paragraph("茶山春早", { size: 22, bold: true }),
      paragraph("——青崖镇采茶见闻", { size: 16 }),
      paragraph(LEAD, { size: 12 }),
      paragraph(MORE, { size: 12 }),
    ].join("")
    const [article] = await articlesOf("sized.docx", docxOf(body))
    expect(article).toMatchObject({ headline: "茶山春早", deck: "——青崖镇采茶见闻" })
  })

  it("keeps its pictures as files and says which could not be kept", async () => {
    const png = await sharp({
      create: { width: 3, height: 2, channels: 3, background: "blue" },
    })
      .png()
      .toBuffer()
    const body = [paragraph("瑞河港首航", { style: "a3" }), paragraph(LEAD), drawing(1), drawing(2)]
    const read = await imported(
      "pictures.docx",
      docxOf(body.join(""), { "a.png": png, "b.emf": new Uint8Array(20) }),
    )
    if (!read.ok) throw new Error(read.say.en)
    const pictures = read.value.articles.flatMap((article) => article.pictures)
    expect(pictures).toMatchObject([{ alt: "码头" }])
    expect(readFileSync(pictures[0]!.id)).toEqual(png)
    expect(read.value.notices.map(({ en }) => en)).toEqual([
      expect.stringMatching(/pictures\.docx: 1 pictures .* EMF/),
    ])
  })

  it("is refused with a sentence when it is damaged, locked, no document or a bomb", async () => {
    const sound = docxOf(paragraph(LEAD))
    expect(await refusal("cut.docx", sound.subarray(0, sound.length - 40))).toMatch(/damaged/)
    const holed = Uint8Array.from(sound)
    holed.fill(0xff, 60, 140)
    expect(await refusal("holed.docx", holed)).toMatch(/damaged|understood/)
    expect(await refusal("locked.docx", zipOf(docxParts(""), { flags: 0x801 }))).toMatch(/password/)
    expect(
      await refusal("sheet.xlsx", zipOf({ "[Content_Types].xml": "", "xl/a.xml": "" })),
    ).toMatch(/no Word document/)
    const empty = { ...docxParts(""), "word/document.xml": "<not-word/>" }
    expect(await refusal("odd.docx", zipOf(empty))).toMatch(/understood|no text/)
    const bomb = { ...docxParts(""), "word/document.xml": new Uint8Array(64 * 1024 * 1024) }
    expect(await refusal("bomb.docx", zipOf(bomb))).toMatch(/unpacks to more/)
    const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)
    expect(await refusal("old.doc", old)).toMatch(/old Word file/)
    expect(await refusal("blank.docx", docxOf(paragraph("")))).toMatch(/no text/)
  })

  it("whatever its bytes, ends as copy or as a sentence", async () => {
    const sound = docxOf(paragraph("瑞河港首航", { style: "1" }) + paragraph(LEAD))
    const hurt = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 12,
    })
    await fc.assert(
      fc.asyncProperty(hurt, async (changes) => {
        const bytes = Uint8Array.from(sound)
        for (const [at, byte] of changes) bytes[at] = byte
        expect(typeof (await imported("hurt.docx", bytes)).ok).toBe("boolean")
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})

describe("files of all kinds in one import", () => {
  it("come as one review, their decisions told apart and flippable", async () => {
    const paths = ["one.txt", "two.md", "three.docx", "four.html"].map((name) => join(folder, name))
    writeFileSync(paths[0]!, `瑞河港首航\n\n${LEAD}\n`)
    writeFileSync(paths[1]!, `# 茶山春早\n\n${LEAD}\n`)
    writeFileSync(
      paths[2]!,
      docxOf(paragraph("青崖镇开茶节", { style: "1" }) + paragraph(LEAD) + paragraph(MORE)),
    )
    writeFileSync(paths[3]!, `<h1>老站长退休</h1><p>${LEAD}</p>`)
    const read = await importFiles(paths, { tray })
    if (!read.ok) throw new Error(read.say.en)
    const { articles, decisions } = read.value
    expect(articles.map(({ id, headline }) => [id, headline])).toEqual([
      ["a1", "瑞河港首航"],
      ["a2", "茶山春早"],
      ["a3", "青崖镇开茶节"],
      ["a4", "老站长退休"],
    ])
    const dated = decisions.find(({ id }) => id.startsWith("3/dateline:"))!
    const flipped = await importFiles(paths, { tray, choices: { [dated.id]: "text" } })
    if (!flipped.ok) throw new Error(flipped.say.en)
    expect(flipped.value.articles.map(({ dateline }) => dateline === null)).toEqual([
      false,
      false,
      true,
      false,
    ])
    expect(existsSync(join(folder, "one.txt"))).toBe(true)
  })
})
