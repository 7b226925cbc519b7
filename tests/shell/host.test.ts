import { mkdirSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import sharp from "sharp"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { handOver, leaveNote } from "../../main/shell/browser/hand-over.ts"
import { openHost, type Host } from "../../main/shell/browser/host.ts"
import { openSession } from "../../main/shell/browser/session.ts"
import { loadPictures } from "../../main/pictures/print.ts"
import { articleOf } from "../build/article.ts"
import { ownFolder } from "../build/folder.ts"
import { knock, openNodeDoor, redeem, type KnockedDoor } from "../build/knock.ts"
import { good, machineIn, said } from "../build/machine.ts"

const home = ownFolder()
const desk = join(home, "desk")
const machine = machineIn(home)
let host: Host
let stolen = 0
const wanted: string[] = []

beforeAll(() => {
  mkdirSync(join(desk, "assets"), { recursive: true })
  writeFileSync(join(desk, "index.html"), "<!doctype html><title>desk</title>")
  writeFileSync(join(desk, "assets", "desk.js"), "void 0")
  writeFileSync(join(home, "secret.txt"), "outside")
})

beforeEach(async () => {
  wanted.length = 0
  host = await openHost({
    desk,
    machine,
    onStolen: () => stolen++,
    onHandOver: (issue) => wanted.push(issue),
  })
  return () => host.close()
})

afterAll(() => machine.close())

async function door(): Promise<KnockedDoor> {
  const opened = await openNodeDoor(host.origin, (await redeem(host.addressFor(null))).secret)
  if (typeof opened === "number") throw new Error(`refused: ${opened}`)
  return opened
}

describe("the loopback host", () => {
  test("stands on 127.0.0.1 alone and serves the desk with every header", async () => {
    expect(host.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const { status, headers, body } = await knock(host.origin, "/")
    expect([status, body.toString()]).toEqual([200, "<!doctype html><title>desk</title>"])
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'self'/)
    expect(headers).toMatchObject({
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    })
    expect(headers).not.toHaveProperty("access-control-allow-origin")
    expect((await knock(host.origin, "/assets/desk.js")).headers["content-type"]).toMatch(
      /^text\/javascript/,
    )
  })

  test("serves faces as fonts, to be kept", async () => {
    for (const id of ["song-400", "kai-500"]) {
      const { status, headers, body } = await knock(host.origin, `/faces/${id}`)
      expect(status).toBe(200)
      expect(headers["cache-control"]).toMatch(/immutable/)
      expect(body.readUInt32BE(0)).toBe(0x00010000)
    }
    expect((await knock(host.origin, "/faces/none")).status).toBe(404)
  })

  test("serves a picture by its issue's address only", async () => {
    const issue = good(
      await machine.call("createIssue", "", "瑞河日报", { year: 2031, month: 5, day: 4 }),
    )
    const dot = { create: { width: 2, height: 2, channels: 3 as const, background: "red" } }
    const tiff = new Uint8Array(await sharp(dot).tiff().toBuffer())
    const { id } = good(await machine.call("keepPicture", issue.path, "港.tif", tiff))
    const { status, headers } = await knock(host.origin, `${issue.pictures}/${id}`)
    expect([status, headers["content-type"]]).toEqual([200, "image/png"])
    expect((await knock(host.origin, `/pictures/${id}`)).status).toBe(404)
    expect((await knock(host.origin, `/pictures/${"0".repeat(32)}/${id}`)).status).toBe(404)
    good(await machine.call("closeIssue", issue.path))
    expect((await knock(host.origin, `${issue.pictures}/${id}`)).status).toBe(404)
  })

  test("serves proofs of a picture: upright, small, grey as the plate's or in colour", async () => {
    const issue = good(
      await machine.call("createIssue", "", "瑞河日报", { year: 2031, month: 5, day: 5 }),
    )
    const red = { create: { width: 300, height: 200, channels: 3 as const, background: "red" } }
    const turned = await sharp(red).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { id } = good(await machine.call("keepPicture", issue.path, "港.jpg", turned))
    const proof = (rest: string) => knock(host.origin, `${issue.pictures}/${id}/${rest}`)
    const { file } = machine.picture(issue.pictures.split("/").at(-1)!, id)!
    const pictures = [{ id: file, alt: "", aspect: null }]
    const printed = await loadPictures([articleOf("a1", [], { pictures })])
    const grey = sharp([...printed.values()][0]!.bytes)
    const seen = sharp((await proof("print/100")).body)
    expect(await seen.metadata()).toMatchObject({ width: 100, height: 150, channels: 1 })
    const [own, plate] = [(await seen.stats()).channels[0]!, (await grey.stats()).channels[0]!]
    expect(Math.abs(own.mean - plate.mean)).toBeLessThan(1)
    const colour = await sharp((await proof("colour/1000")).body).stats()
    expect(colour.channels.map(({ mean }) => Math.round(mean / 100))).toEqual([3, 0, 0])
    expect(await sharp((await proof("colour/1000")).body).metadata()).toMatchObject({ width: 200 })
    // The plates of a condition stand one below the other: red has no cyan, much magenta and yellow.
    const plates = sharp((await proof("plates-newsprint-ifra26s/100")).body)
    expect(await plates.metadata()).toMatchObject({ width: 100, height: 600, channels: 1 })
    const inks = await Promise.all(
      [0, 150, 300, 450].map(async (top) => {
        const part = plates.clone().extract({ left: 0, top, width: 100, height: 150 })
        return 255 - (await sharp(await part.png().toBuffer()).stats()).channels[0]!.mean
      }),
    )
    expect(inks.map((ink) => ink > 180)).toEqual([false, true, true, false])
    expect((await proof("plates-nowhere/100")).status).toBe(404)
    for (const rest of ["print/0", "print/1e9", "print/99.5", "print", "sepia/100", "print/x"])
      expect((await proof(rest)).status).toBe(404)
  })

  test.each([
    ["a foreign Host", "GET", { Host: "evil.example" }, 421],
    ["localhost as Host", "GET", { Host: "localhost:80" }, 421],
    ["a foreign Origin", "GET", { Origin: "https://evil.example" }, 403],
    ["the origin null", "GET", { Origin: "null" }, 403],
    ["another site's fetch", "GET", { "Sec-Fetch-Site": "cross-site" }, 403],
    ["another port's fetch", "GET", { "Sec-Fetch-Site": "same-site" }, 403],
    ["a preflight", "OPTIONS", {}, 405],
    ["a write", "PUT", {}, 405],
  ])("refuses %s", async (_what, method, headers, status) => {
    expect((await knock(host.origin, "/", { method, headers })).status).toBe(status)
  })

  test.each([
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/..%5csecret.txt",
    "/%00",
    "/%",
    "//etc/passwd.txt",
    "/assets",
    "/faces/..%2f..%2fsecret.txt",
  ])("serves nothing outside the desk: %s", async (path) => {
    const { status, body } = await knock(host.origin, path)
    expect(status).toBe(404)
    expect(body.toString()).not.toContain("outside")
  })
})

describe("the session", () => {
  test("a ticket is good once, and only from the desk's own origin", async () => {
    const address = host.addressFor(null)
    const ticket = new URL(address).hash.slice("#ticket=".length)
    const guess = await knock(host.origin, "/session", { method: "POST", body: ticket })
    expect(guess.status).toBe(403)
    expect((await redeem(`${host.origin}/#ticket=guessed`)).status).toBe(403)
    expect((await redeem(`${host.origin}/#ticket=${"x".repeat(5000)}`)).status).toBe(403)
    expect(stolen).toBe(0)
    expect((await redeem(address)).status).toBe(200)
    expect((await redeem(address)).status).toBe(403)
    expect(stolen).toBe(1)
    expect((await redeem(host.addressFor(null))).status).toBe(200)
  })

  test("a ticket runs out", () => {
    let clock = 0
    const session = openSession(() => clock)
    const ticket = session.newTicket()
    clock = 61_000
    expect(session.redeem(ticket)).toBeNull()
    expect(session.redeem(session.newTicket())).toHaveProperty("secret")
  })

  test("a door without the secret, or from elsewhere, stays shut", async () => {
    const { secret } = await redeem(host.addressFor(null))
    const { origin } = host
    expect(await openNodeDoor(origin, "")).toBe(403)
    expect(await openNodeDoor(origin, "guessed")).toBe(403)
    expect(await openNodeDoor(origin, secret, {})).toBe(403)
    expect(await openNodeDoor(origin, secret, { Origin: "https://evil.example" })).toBe(403)
    expect(await openNodeDoor(origin, secret, { Origin: origin, Host: "evil.example" })).toBe(421)
    const opened = await openNodeDoor(origin, secret)
    expect(typeof opened).toBe("object")
  })
})

describe("a second start", () => {
  const issue = join(home, "港 #1.issue")

  test("has the running desk open a window, with an issue in it or empty", async () => {
    const folder = join(home, "notes")
    expect(await handOver(folder, issue)).toBe(false)
    const takeBack = leaveNote(folder, host)
    if (process.platform !== "win32")
      expect(statSync(join(folder, "desk-running.json")).mode & 0o777).toBe(0o600)
    expect(await handOver(folder, issue)).toBe(true)
    expect(await handOver(folder, null)).toBe(true)
    expect(wanted).toEqual([issue, ""])
    takeBack()
    expect(await handOver(folder, issue)).toBe(false)
  })

  test("starts by itself where the note is of a desk that is gone", async () => {
    const folder = join(home, "stale")
    const gone = await openHost({ desk, machine })
    const takeBack = leaveNote(folder, gone)
    await gone.close()
    expect(await handOver(folder, issue)).toBe(false)
    leaveNote(folder, host)
    takeBack()
    expect(await handOver(folder, null)).toBe(true)
    writeFileSync(join(folder, "desk-running.json"), "{")
    expect(await handOver(folder, null)).toBe(false)
  })

  test("is refused without the secret, from a page, and with what is no path", async () => {
    const ask = async (body: string, headers: Record<string, string>): Promise<number> =>
      (await knock(host.origin, "/window", { method: "POST", headers, body })).status
    const right = { Authorization: `Bearer ${host.handOverSecret}` }
    expect(await ask(issue, {})).toBe(403)
    expect(await ask(issue, { Authorization: "Bearer guessed" })).toBe(403)
    expect(await ask(issue, { ...right, Origin: host.origin })).toBe(403)
    expect(await ask("relative.issue", right)).toBe(400)
    expect(await ask(`/${"x".repeat(20_000)}`, right)).toBe(400)
    expect(wanted).toEqual([])
  })

  test("gets an address that names its issue", () => {
    const { hash } = new URL(host.addressFor(issue))
    expect(new URLSearchParams(hash.slice(1)).get("issue")).toBe(issue)
  })
})

describe("the door", () => {
  test("carries calls, answers and bytes; counts windows", async () => {
    const counts: number[] = []
    host.sockets.onCount((count) => counts.push(count))
    const one = await door()
    expect(good(await one.call("hello")).shell).toBe("browser")
    expect(said(await one.call("openIssue", "relative"))).toMatch(/arguments/)
    const bytes = new TextEncoder().encode("瑞河港昨日开港，首班货轮靠岸。")
    const copy = good(await one.call("importCopy", [{ name: "港.txt", bytes }], {}))
    expect(copy.articles).toHaveLength(1)
    const many = await Promise.all(Array.from({ length: 200 }, () => one.call("hello")))
    expect(many.every(({ ok }) => ok)).toBe(true)
    one.close()
    await expect.poll(() => counts).toEqual([1, 0])
  })

  test("tells every window", async () => {
    const one = await door()
    const event = { issue: "/x", done: 1, pages: 2 }
    host.sockets.tell("exportProgress", event)
    await expect.poll(() => one.events).toEqual([{ event: "exportProgress", value: event }])
  })
})
