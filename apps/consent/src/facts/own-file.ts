import type { Listed } from './list-container.ts';

/** A file that the citizen put in the vault; nobody vouches for it. */
export type OwnFile = Listed;

/** Name of a file as people say its type. */
export type FileKind = 'pdf' | 'picture' | 'text' | 'other';

/** What kind of file it is, by its media type. */
export function fileKindOf({ mediaType = '' }: OwnFile): FileKind {
  if (mediaType === 'application/pdf') return 'pdf';
  if (mediaType.startsWith('image/')) return 'picture';
  return mediaType.startsWith('text/') ? 'text' : 'other';
}
