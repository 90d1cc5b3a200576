import { ageMs, type Moment, takeMoment } from '../moment.ts';

/** From the beginning of an evaluation; what is left of a second is for serving the request. */
const REMEMBERED_MS = 900;

/** Who controls what by the vault's own rules, asked anew when the answer is older than 900 ms. */
export interface ControlMemory {
  /** Questions at the same time share one evaluation. */
  isControlled(webId: string, resource: string): Promise<boolean>;
  /** Something changed that answers depend on: those of before, and those being made, count no more. */
  forgetAll(): void;
}

interface Evaluation {
  readonly begunAt: Moment;
  readonly isControlled: Promise<boolean>;
}

/** @param evaluate - Asks the vault's own rules. A rejection is not remembered. */
export function createControlMemory(
  evaluate: (webId: string, resource: string) => Promise<boolean>,
): ControlMemory {
  const evaluations = new Map<string, Evaluation>();

  function prune(): void {
    for (const [key, { begunAt }] of evaluations) {
      if (ageMs(begunAt) < REMEMBERED_MS) return; // the rest is younger
      evaluations.delete(key);
    }
  }

  return {
    isControlled(webId, resource) {
      prune();
      const key = JSON.stringify([webId, resource]);
      const known = evaluations.get(key);
      if (known) return known.isControlled;
      const evaluation = { begunAt: takeMoment(), isControlled: evaluate(webId, resource) };
      evaluations.set(key, evaluation);
      evaluation.isControlled.catch(() => {
        if (evaluations.get(key) === evaluation) evaluations.delete(key);
      });
      return evaluation.isControlled;
    },
    forgetAll: () => evaluations.clear(),
  };
}
