import type { Question } from '../decide/question.ts';
import { article6Of } from '../law/article-6.ts';
import type { Article9 } from '../law/article-9.ts';

/** The ground of Article 9(2) that goes with a basis. */
export function findGroundLetter({ ask }: Question): Article9 {
  const letter = article6Of(ask.basis);
  if (letter === 'a') return 'a';
  // "pursuant to contract with a health professional"
  if (letter === 'b') return 'h';
  return letter === 'd' ? 'c' : 'g';
}
