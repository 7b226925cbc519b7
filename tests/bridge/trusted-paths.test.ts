import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { serve, type Machine } from "../../main/bridge/serve.ts"
import { ownFolder } from "../build/folder.ts"

const home = ownFolder()
const date = { year: 2031, month: 5, day: 4 }

/** A machine of Electron's shell whose dialog answers with these paths. */
function machineWith(chosen: readonly string[]): Machine {
  return serve(
    { home: join(home, "program"), version: "0.0.0", open: null },
    { kind: "electron", chooseFiles: () => Promise.resolve(chosen), tell: () => undefined },
  )
}

const ask = { title: "开", save: false, folder: false, many: true, endings: [], name: "" }

function copyAt(name: string): string {
  const path = join(home, name)
  writeFileSync(path, "瑞河港昨日开港，首班货轮靠岸，码头上灯火通明。")
  return path
}

describe("what is read for the page", () => {
  test("is what the person chose in the dialog, and no file beside it", async () => {
    const chosen = copyAt("来稿.txt")
    const other = copyAt("私信.txt")
    const machine = machineWith([chosen])
    const read = (path: string) => machine.answer("importCopy", [[{ path }], {}])
    expect(await read(chosen)).toMatchObject({ ok: false, say: { en: /not chosen/ } })
    await machine.answer("chooseFiles", [ask])
    expect(await read(chosen)).toMatchObject({ ok: true })
    expect(await read(other)).toMatchObject({ ok: false })
    expect(await read(join(chosen, "..", "私信.txt"))).toMatchObject({ ok: false })
    const issue = await machine.answer("createIssue", ["", "瑞河日报", date])
    const { path } = (issue as { value: { path: string } }).value
    expect(await machine.answer("adoptPicture", [path, "/etc/hostname"])).toMatchObject({
      ok: false,
      say: { en: "/etc/hostname was not chosen here and is not read." },
    })
    await machine.close()
  })

  test("is all of a folder that was chosen", async () => {
    const machine = machineWith([home])
    await machine.answer("chooseFiles", [ask])
    const path = copyAt("文件夹里.txt")
    expect(await machine.answer("importCopy", [[{ path }], {}])).toMatchObject({ ok: true })
    expect(await machine.answer("openIssue", [`${home}-other`])).toMatchObject({
      say: { en: /not chosen/ },
    })
    await machine.close()
  })

  test("is an issue made here, named from outside, or opened lately", async () => {
    const path = join(home, "早刊.issue")
    const first = machineWith([])
    const open = (machine: Machine) => machine.answer("openIssue", [path])
    expect(await first.answer("createIssue", [path, "瑞河早刊", date])).toMatchObject({ ok: true })
    expect(await open(first)).toMatchObject({ ok: true })
    await first.close()

    const second = machineWith([])
    expect(await open(second)).toMatchObject({ ok: false })
    expect(await second.answer("hello", [])).toMatchObject({
      value: { recent: expect.arrayContaining([path]) as unknown },
    })
    expect(await open(second)).toMatchObject({ ok: true })
    await second.answer("forgetRecent", [])
    await second.close()

    const third = machineWith([])
    third.trust(path)
    expect(await open(third)).toMatchObject({ ok: true })
    await third.close()
  })
})
