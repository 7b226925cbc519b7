import { spawn, type ChildProcess } from "node:child_process"

/** Starts the program for the browser shell, its files under `home`, without a window. */
export function startHost(home: string): ChildProcess {
  return spawn(process.execPath, ["main/cli/banxin.mjs", "start", "--shell", "browser"], {
    env: { ...process.env, BANXIN_HOME: home, BANXIN_NO_OPEN: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  })
}

/** The address that a started program prints. */
export function addressOf(host: ChildProcess): Promise<string> {
  let said = ""
  return new Promise((settle) =>
    host.stdout!.on("data", (text: Buffer) => {
      said += text.toString()
      const address = /http:\S+#ticket=\S+/.exec(said)
      if (address) settle(address[0])
    }),
  )
}
