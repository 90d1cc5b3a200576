/** Questions of a thread to whoever started it, each waiting for its answer. */
export class Pending<Answer> {
  readonly #waiting = new Map<number, PromiseWithResolvers<Answer>>();
  #last = 0;

  /** @param send with the number under which the answer will come */
  ask(send: (id: number) => void): Promise<Answer> {
    const id = ++this.#last;
    const answer = Promise.withResolvers<Answer>();
    this.#waiting.set(id, answer);
    send(id);
    return answer.promise;
  }

  /** Takes the question out, to be settled; `undefined` when nobody asked. */
  take(id: number): PromiseWithResolvers<Answer> | undefined {
    const answer = this.#waiting.get(id);
    this.#waiting.delete(id);
    return answer;
  }
}
