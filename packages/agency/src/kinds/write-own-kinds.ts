import { type WrittenKinds, writeKinds } from './write-kinds.ts';
import { readKitThemes } from './write-kit-kinds.ts';

/**
 * Writes an agency's own kinds of fact as TypeScript, with their shapes, for `createAgency({ kinds })`.
 *
 * @param shapes SHACL, Turtle; they may name the themes of the kit
 * @throws {TypeError} when a shape is no kind of fact, or a name cannot be one in TypeScript
 */
export function writeOwnKinds(shapes: readonly string[]): Promise<WrittenKinds> {
  return writeKinds({ shapes, themes: [readKitThemes()] });
}
