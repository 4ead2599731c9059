/** A command as the palette lists it; `why` says why it is not possible now, null where it is. */
export interface PaletteCommand {
  readonly name: string;
  readonly key: string;
  readonly why: string | null;
  readonly run: () => void;
}

/** Commands of one kind, under its name. */
export interface PaletteGroup {
  readonly name: string;
  readonly commands: readonly PaletteCommand[];
}

/** What a palette that is not shown has: always the same, so that it is not drawn again with what is around it. */
export const noGroups: readonly PaletteGroup[] = [];
