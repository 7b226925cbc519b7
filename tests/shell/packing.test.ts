import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { getCurrentFuseWire } from "@electron/fuses"
import { getConfig, validateConfiguration } from "app-builder-lib/out/util/config/config.js"
import { DebugLogger } from "builder-util"
import { describe, expect, test } from "vitest"
import { afterPack } from "../../main/setup/fuses.mjs"
import { ownFolder } from "../build/folder.ts"

const home = ownFolder()
const packing = await getConfig(process.cwd(), null, null)

/** How the fuses stand that electron-builder.yml names. */
const FUSES = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
}

/** A program file that holds a fuse wire, every fuse as Electron ships it: on. Source: @electron/fuses. */
function programWith(fuses: number): Buffer {
  const wire = Buffer.concat([Buffer.from([1, fuses]), Buffer.alloc(fuses, "1")])
  const sentinel = Buffer.from("dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX")
  return Buffer.concat([Buffer.alloc(100), sentinel, wire, Buffer.alloc(100)])
}

/** Packs such a program for a platform and flips its fuses; where the wire stands. */
async function packed(platform: string, path: string, fuses: number): Promise<string> {
  const out = join(home, `${platform}-${fuses}`)
  const program = join(out, path)
  mkdirSync(join(program, ".."), { recursive: true })
  writeFileSync(program, programWith(fuses))
  await afterPack({
    appOutDir: out,
    electronPlatformName: platform,
    packager: {
      executableName: "banxin",
      appInfo: { productFilename: "Banxin" },
      config: { electronFuses: packing.electronFuses },
    },
  })
  return program
}

describe("the packed program", () => {
  test("is described in electron-builder's own words", async () => {
    await validateConfiguration(packing, new DebugLogger(false))
    expect(packing.afterPack).toBe("./main/setup/fuses.mjs")
    expect(packing.electronFuses).toEqual(FUSES)
    expect(packing.asar).toBe(true)
  })

  test("goes to Windows, macOS and Linux, with one set of fuses", () => {
    const targets = [packing.win, packing.mac, packing.linux].map(
      (platform) => platform?.target as readonly { readonly target: string }[],
    )
    expect(targets.map((all) => all.map(({ target }) => target))).toEqual([
      ["nsis", "zip"],
      ["dmg"],
      ["AppImage", "deb"],
    ])
    expect(packing.mac?.hardenedRuntime).toBe(true)
  })

  test.each([
    ["win32", "Banxin.exe"],
    ["linux", "banxin"],
    ["darwin", "Banxin.app/Contents/Frameworks/Electron Framework.framework/Electron Framework"],
  ])("has every fuse decided on %s", async (platform, path) => {
    const program = await packed(platform, path, 9)
    const where = platform === "darwin" ? join(home, "darwin-9", "Banxin.app") : program
    const wire = Object.entries(await getCurrentFuseWire(where)).filter(([n]) => n !== "version")
    expect(wire.map(([, state]) => String.fromCharCode(Number(state)))).toEqual(
      [...Object.values(FUSES), true].map((on) => (on ? "1" : "0")),
    )
  })

  test("is not packed with a fuse that nobody decided", async () => {
    await expect(packed("linux", "banxin", 10)).rejects.toThrow(/strictlyRequireAllFuses/)
  })

  test("is made with one exact Electron", () => {
    const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
      readonly devDependencies: Readonly<Record<string, string>>
    }
    expect(devDependencies["electron"]).toMatch(/^\d+\.\d+\.\d+$/)
  })
})
