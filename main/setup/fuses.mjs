// Flips the fuses of a packed Electron, just before electron-builder signs it. electron-builder.yml says
// how eight of them stand, and electron-builder flips those itself; what its schema has no word for is
// done here: every fuse of the binary must be decided, so that one which a new Electron brings is met
// by a person and not by its default.
import { join } from "node:path"

/** Endings of the packed program, by Electron's names of the platforms. */
const ENDINGS = { darwin: ".app", mas: ".app", win32: ".exe", linux: "" }

export async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const { flipFuses } = await import("@electron/fuses")
  const name =
    electronPlatformName === "linux" ? packager.executableName : packager.appInfo.productFilename
  const program = join(appOutDir, `${name}${ENDINGS[electronPlatformName]}`)
  await flipFuses(program, await allFuses(packager.config.electronFuses))
}

/** How all fuses stand: as electron-builder.yml says, and WebAssembly's trap handlers as they come. */
async function allFuses(fuses) {
  const { FuseV1Options, FuseVersion } = await import("@electron/fuses")
  const named = { ...fuses, wasmTrapHandlers: true }
  const wire = Object.entries(named).map(([name, on]) => [
    FuseV1Options[name[0].toUpperCase() + name.slice(1)],
    on,
  ])
  return { version: FuseVersion.V1, strictlyRequireAllFuses: true, ...Object.fromEntries(wire) }
}
