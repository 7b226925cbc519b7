/** What of electron-builder's context the hook reads. */
export interface PackedProgram {
  readonly appOutDir: string
  readonly electronPlatformName: string
  readonly packager: {
    readonly executableName: string
    readonly appInfo: { readonly productFilename: string }
    readonly config: { readonly electronFuses: object | null | undefined }
  }
}

/** Decides every fuse of a packed Electron; throws where one is left undecided. */
export function afterPack(program: PackedProgram): Promise<void>
