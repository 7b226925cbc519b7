import { expect, test } from "vitest"
import { importText } from "../../main/import/import.ts"
import { linesOfHtml } from "../../main/import/rich/html.ts"

function lines(html: string): readonly string[] {
  return linesOfHtml(html, () => null)
}

/** The paragraphs of a text. */
function storyOf(text: string): readonly string[] {
  const read = importText(text)
  if (!read.ok) throw new Error(read.say.en)
  return read.value.articles.flatMap(({ story }) => story.map((one) => one.text))
}

test("characters that nobody sees are left out, and those that join others stay", () => {
  const said = "满载\u200b茶叶\u2060的货\u00ad轮\ufeff驶出瑞河港。"
  expect(storyOf(said)).toEqual(["满载茶叶的货轮驶出瑞河港。"])
  const family = "两岸的👨\u200d👩\u200d👧一家人前来送行。"
  expect(storyOf(family)).toEqual([family])
})

test("every line end ends a line, mixed as they may be", () => {
  const ends = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029", "\v", "\f"]
  const lines = ends.map((_, i) => `第${i + 1}段说的是瑞河港。`)
  expect(storyOf(lines.map((line, i) => line + ends[i]!).join(""))).toEqual(lines)
})

test("characters of four bytes in GB18030 stay, and an editor's name ends a paragraph", () => {
  expect(storyOf("站长陈𠮷䶮到任。\n检测结果良好（责任编辑：高远）\n瑞河网的说明文字在此")).toEqual(
    ["站长陈𠮷䶮到任。", "检测结果良好（责任编辑：高远）", "瑞河网的说明文字在此"],
  )
})

test("a page is read that is shown only when it has loaded: a WeChat article and its pictures", () => {
  const late = `<div id="js_content" style="visibility: hidden; opacity: 0;"><section>满载茶叶的<span>货轮</span></section>
      <p><img data-src="https://ruihe.example/a.jpg" src="data:image/svg+xml,%3Csvg/%3E"></p></div>`
  expect(lines(late).filter((line) => line !== "")).toEqual([
    "满载茶叶的货轮",
    "![](<https://ruihe.example/a.jpg>)",
  ])
  const told = `<span class="rich_media_meta">林一川</span><em class="rich_media_meta">2026-11-23</em>`
  expect(lines(told)).toEqual(["林一川 2026-11-23"])
  expect(lines('<p>甲<span style="visibility: hidden">藏</span></p>')).toEqual(["甲"])
})
