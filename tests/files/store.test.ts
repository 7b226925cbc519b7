import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import sharp from "sharp"
import { describe, expect, test } from "vitest"
import { appFolder } from "../../main/files/app-folder.ts"
import { openIssueFolder } from "../../main/files/open-issue.ts"
import { createIssueFolder } from "../../main/files/issue-store.ts"
import { recentIssues, rememberIssue } from "../../main/files/recent.ts"
import { ownFolder } from "../build/folder.ts"
import { joined, made, opened, told, update } from "../build/store.ts"

const home = ownFolder()
let count = 0

/** A new issue folder with `texts` kept in its content. */
async function issueWith(...texts: readonly string[]): Promise<string> {
  const folder = join(home, `${++count}.issue`)
  made(folder)
  await edited(folder, ...texts)
  return folder
}

async function edited(folder: string, ...texts: readonly string[]): Promise<void> {
  const store = opened(folder)
  for (const kept of await Promise.all(texts.map((text) => store.keep("content", update(text)))))
    expect(kept.ok).toBe(true)
  await store.close()
}

/** Changes an issue's database behind the store's back. */
function tamper(folder: string, sql: string): void {
  const database = new DatabaseSync(join(folder, "issue.db"))
  database.exec(sql)
  database.close()
}

function contentOf(folder: string): { readonly text: string; readonly notices: readonly string[] } {
  const store = opened(folder)
  const text = told(store.documents().content)
  void store.close()
  return { text, notices: store.notices.map(({ en }) => en) }
}

describe("the issue folder", () => {
  test("gives back what it was told, document by document, in order", async () => {
    const folder = await issueWith("瑞", "河", "港")
    const store = opened(folder)
    expect((await store.keep("marks", update("改"))).ok).toBe(true)
    expect(told(store.documents().content)).toBe("初瑞河港")
    expect(told(store.documents().marks)).toBe("改")
    await store.close()
    expect(contentOf(folder)).toEqual({ text: "初瑞河港", notices: [] })
  })

  test("answers numbers that rise, also after compaction took the rows away", async () => {
    const folder = await issueWith(...Array.from({ length: 250 }, () => "茶"))
    await edited(folder, ...Array.from({ length: 250 }, () => "山"))
    const store = opened(folder)
    const kept = await store.keep("content", update("终"))
    expect(kept.ok && kept.value).toBe(503)
    expect(told(store.documents().content)).toBe(`初${"茶".repeat(250)}${"山".repeat(250)}终`)
    expect(store.documents().content.length).toBeLessThan(5)
    await store.close()
  })

  test("a folder that holds something is refused, and so is one without an issue", async () => {
    const folder = join(home, "taken")
    mkdirSync(folder)
    writeFileSync(join(folder, "稿.txt"), "稿")
    expect(createIssueFolder(folder, { content: update(""), marks: update("") }).ok).toBe(false)
    expect(openIssueFolder(folder, joined).ok).toBe(false)
    expect(readdirSync(folder)).toEqual(["稿.txt"])
  })

  test("a second opener gets a sentence that names the first", async () => {
    const folder = await issueWith("一")
    const first = opened(folder)
    const second = openIssueFolder(folder, joined)
    expect(second.ok).toBe(false)
    if (!second.ok) expect(second.say.en).toMatch(/is open by .+ on .+ since \d\d:\d\d/)
    await first.close()
    expect(contentOf(folder).text).toBe("初一")
  })

  test("is copied whole, pictures too", async () => {
    const folder = await issueWith("原")
    const store = opened(folder)
    const png = await sharp({ create: { width: 3, height: 2, channels: 3, background: "red" } })
      .png()
      .toBuffer()
    const kept = await store.keepPicture("港.png", png)
    expect(kept.ok && kept.value).toMatchObject({ name: "港.png", width: 3, height: 2 })
    const again = await store.keepPicture("又.png", png)
    expect(again.ok && kept.ok && again.value.id === kept.value.id).toBe(true)
    expect(store.pictures()).toHaveLength(1)
    const copy = join(home, "copy.issue")
    expect(store.copyTo(copy).ok).toBe(true)
    expect(store.copyTo(copy).ok).toBe(false)
    await store.close()
    const other = opened(copy)
    expect(told(other.documents().content)).toBe("初原")
    const found = other.picture(other.pictures()[0]!.id)
    expect(readFileSync(found!.file).equals(png)).toBe(true)
    expect((await other.keepPicture("x.png", update("不是图片"))).ok).toBe(false)
    await other.close()
  })
})

describe("damage", () => {
  test("a row whose sum fails is left out, counted and told", async () => {
    const folder = await issueWith("甲", "乙", "丙")
    tamper(folder, "UPDATE updates SET data = x'00' WHERE seq = 4")
    const { text, notices } = contentOf(folder)
    expect(text).toBe("初甲丙")
    expect(notices).toEqual(["1 changes are damaged on the disk and were left out."])
  })

  test("a damaged newest checkpoint costs nothing", async () => {
    const folder = await issueWith(...Array.from({ length: 120 }, () => "甲"))
    await edited(folder, ...Array.from({ length: 120 }, () => "乙"))
    tamper(
      folder,
      "UPDATE checkpoints SET data = x'00' WHERE id = (SELECT max(id) FROM checkpoints)",
    )
    const { text, notices } = contentOf(folder)
    expect(text).toBe(`初${"甲".repeat(120)}${"乙".repeat(120)}`)
    expect(notices).toHaveLength(1)
  })

  test("a file that is no database any more is replaced by the backup, and set aside", async () => {
    const folder = await issueWith("甲", "乙")
    writeFileSync(join(folder, "issue.db"), new Uint8Array(9000).fill(7))
    const { text, notices } = contentOf(folder)
    expect(text).toBe("初甲乙")
    expect(notices[0]).toMatch(/opened from the backup/)
    expect(readdirSync(folder).some((name) => name.startsWith("damaged-"))).toBe(true)
  })

  test("without a backup the files stay as they are", async () => {
    const folder = join(home, "bare.issue")
    mkdirSync(folder)
    const bytes = new Uint8Array(9000).fill(7)
    writeFileSync(join(folder, "issue.db"), bytes)
    const store = openIssueFolder(folder, joined)
    expect(!store.ok && store.say.en).toMatch(/no usable backup/)
    expect(new Uint8Array(readFileSync(join(folder, "issue.db")))).toEqual(bytes)
  })

  test("another program's database, and a newer Banxin's, are refused untouched", async () => {
    const foreign = await issueWith()
    tamper(foreign, "PRAGMA application_id = 7")
    const newer = await issueWith()
    tamper(newer, "PRAGMA user_version = 99")
    for (const folder of [foreign, newer]) expect(openIssueFolder(folder, joined).ok).toBe(false)
  })

  test("no picture row without its file", async () => {
    const folder = await issueWith()
    const store = opened(folder)
    writeFileSync(join(folder, "assets"), "a file where the folder should be")
    const png = await sharp({ create: { width: 1, height: 1, channels: 3, background: "red" } })
      .png()
      .toBuffer()
    expect((await store.keepPicture("港.png", png)).ok).toBe(false)
    expect(store.pictures()).toEqual([])
    await store.close()
  })
})

describe("the program's own folder", () => {
  test("is where the platform keeps such things", () => {
    const at = (env: Record<string, string>, platform: NodeJS.Platform) =>
      appFolder(env, platform, "/home/rui").replaceAll("\\", "/")
    expect(at({}, "linux")).toBe("/home/rui/.local/share/banxin")
    expect(at({ XDG_DATA_HOME: "/x" }, "linux")).toBe("/x/banxin")
    expect(at({}, "darwin")).toBe("/home/rui/Library/Application Support/Banxin")
    expect(at({ APPDATA: "/roaming" }, "win32")).toBe("/roaming/Banxin")
    expect(at({ BANXIN_HOME: "/own" }, "win32")).toBe("/own")
  })

  test("remembers issues newest first, and forgets those that are gone", async () => {
    const one = await issueWith()
    const two = await issueWith()
    for (const path of [one, join(home, "gone.issue"), two, one]) rememberIssue(home, path)
    expect(recentIssues(home)).toEqual([one, two])
    writeFileSync(join(home, "recent.json"), "{")
    expect(recentIssues(home)).toEqual([])
  })
})
