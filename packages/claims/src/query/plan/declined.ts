/** The planned join leaves a question to Comunica: there is something in it of which it does not know the same answer. */
export class Declined extends Error {
  override readonly name = 'Declined';
}
