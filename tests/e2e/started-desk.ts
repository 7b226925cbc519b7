import type { Page } from "@playwright/test"
import type { KnockedDoor } from "../build/knock.ts"

/** In what the desk runs: real Electron, Electron's double on Chromium, or a browser. */
export type Mode = "electron" | "double" | "web"

/** A program that was started for a test, and its first window. */
export interface StartedDesk {
  readonly page: Page
  /** `scheme://host` of the desk's page. */
  readonly origin: string
  /** Chooses files in the dialog that is open or comes next: the platform's, or the desk's own. */
  choose(...paths: string[]): Promise<void>
  /** A second door of the same session, from the test. */
  openDoor(): Promise<KnockedDoor>
  /** Everything that the program printed so far. */
  printed(): string
  /** Ends the program as a user does; its exit code. */
  stop(): Promise<number | null>
  /** Ends the program as a power cut does. */
  kill(): Promise<void>
}
