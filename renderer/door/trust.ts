/** What this file needs of Trusted Types; lib.dom does not have them yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown
}

/**
 * Lets workers start from this program's own files, and nothing else: the page's CSP demands Trusted
 * Types, under which `new Worker(address)` asks the default policy. There is no rule for HTML or
 * script text, so those stay forbidden. Does nothing where the browser lacks Trusted Types.
 */
export function trustOwnWorkers(): void {
  const { trustedTypes } = globalThis as {
    trustedTypes?: TrustedTypes & { defaultPolicy: unknown }
  }
  if (!trustedTypes || trustedTypes.defaultPolicy) return
  trustedTypes.createPolicy("default", {
    createScriptURL(address) {
      const { protocol, host } = new URL(address, location.href)
      if (protocol === location.protocol && host === location.host) return address
      throw new TypeError(`no script from ${address}`)
    },
  })
}
