/** How many objects a JSON value holds, itself included; never counts much further than `limit`. */
export function countObjects(json: unknown, limit = Number.POSITIVE_INFINITY): number {
  const waiting: unknown[] = [json];
  let count = 0;
  for (let one = waiting.pop(); one !== undefined && count <= limit; one = waiting.pop()) {
    if (typeof one !== 'object' || one === null) continue;
    if (!Array.isArray(one)) count++;
    for (const member of Object.values(one)) {
      if (typeof member === 'object' && member !== null) waiting.push(member);
    }
  }
  return count;
}
