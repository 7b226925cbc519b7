import { join } from "node:path"
import sharp from "sharp"
import { openDocument } from "../../layouts/issue/document.ts"
import { docxOf, drawing, paragraph } from "../build/docx.ts"
import { good } from "../build/machine.ts"
import { expect, test } from "./desk.ts"

const LEAD = "本报讯（记者 林一川）11月20日，满载茶叶的货轮驶出瑞河港，两岸市民前来送行。"
const MORE = "据港口负责人介绍，新航线每周往返三次，沿途停靠青崖镇和茶山，全程只要四个小时。"

/** A Word document with a headline, a subhead, a picture and its caption. */
async function wordCopy(): Promise<Uint8Array> {
  const plate = { width: 600, height: 400, channels: 3 as const, background: "#777" }
  const body = [
    paragraph("瑞河港首航茶山", { size: 22, bold: true }),
    paragraph(LEAD, { size: 12 }),
    paragraph("四小时到茶山", { bold: true, size: 12 }),
    paragraph(MORE, { size: 12 }),
    drawing(1),
    paragraph("图为货轮驶出瑞河港。林一川 摄", { size: 12 }),
  ]
  return docxOf(body.join(""), { "a.png": await sharp({ create: plate }).png().toBuffer() })
}

test(
  "Word, HTML and text dropped together are one review, and the document's picture comes onto the page",
  { tag: "@shells" },
  async ({ page, door }) => {
    await expect(page.getByRole("button", { name: /打开样例/ })).toBeVisible()
    const html = `<h1>茶山春早</h1><script>document.title = "偷"</script><p>${MORE}</p>`
    const files = {
      "首航.docx": Buffer.from(await wordCopy()).toString("base64"),
      "春早.html": Buffer.from(html).toString("base64"),
      "渡口.txt": Buffer.from(`渡口添新船\n\n${MORE}\n`).toString("base64"),
    }
    await page.evaluate((held) => {
      const data = new DataTransfer()
      for (const [name, coded] of Object.entries(held)) {
        const bytes = Uint8Array.from(atob(coded), (char) => char.charCodeAt(0))
        data.items.add(new File([bytes], name))
      }
      const desk = document.querySelector(".desk")!
      desk.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }))
    }, files)
    const review = page.getByRole("dialog")
    await expect(review.locator(".review-file")).toHaveText(Object.keys(files))
    await page.screenshot({ path: join("test-results", "import-review.png") })
    await page.getByRole("button", { name: /^上\s?版$/ }).click()
    for (const headline of ["瑞河港首航茶山", "茶山春早", "渡口添新船"])
      await expect(page.locator(".tray .entry", { hasText: headline })).toBeVisible()
    await expect(page.getByTestId("saving")).toHaveText("已保存")

    const { recent } = good(await door.call("hello"))
    const stored = good(await door.call("openIssue", recent[0]!))
    const issue = openDocument(stored.documents.content, stored.documents.marks).issue()
    const voyage = issue.articles.find(({ headline }) => headline === "瑞河港首航茶山")!
    expect(voyage.story.map(({ role }) => role)).toContain("subhead")
    const [kept] = good(await door.call("pictures", recent[0]!))
    expect(kept).toMatchObject({ width: 600, height: 400 })
    const placed = issue.articles.flatMap(({ pictures }) => pictures.map(({ id }) => id))
    expect(placed).toEqual([kept!.id])
  },
)
