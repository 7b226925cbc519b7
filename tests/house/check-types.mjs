// Type-checks every room with the room's own tsconfig, the rooms side by side.
import { spawn } from "node:child_process"

const rooms = ["fonts", "layouts", "main", "renderer", "tests"]
const compiler = "node_modules/typescript7/bin/tsc"
const check = (room) =>
  new Promise((settle) => {
    spawn(process.execPath, [compiler, "-p", room], { stdio: "inherit" }).on("close", settle)
  })

const codes = await Promise.all(rooms.map(check))
process.exit(codes.some((code) => code !== 0) ? 1 : 0)
