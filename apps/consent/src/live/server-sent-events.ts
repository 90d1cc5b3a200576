export interface ServerSentEvent {
  readonly id: string | undefined;
  readonly data: string;
}

/**
 * Makes whole events of pieces of a stream (HTML Living Standard §9.2). Reads lines that end in a line feed, and of
 * the fields `id` and `data`: what the authority sends.
 */
export function createEventReader(): (piece: string) => ServerSentEvent[] {
  let text = '';
  return (piece) => {
    const blocks = (text + piece).split('\n\n');
    text = blocks.pop() ?? '';
    return blocks.flatMap((block) => {
      const fields = block.split('\n').map((line) => /^(\w+): ?(.*)$/.exec(line));
      const values = (name: string) =>
        fields.flatMap((field) => (field?.[1] === name ? [field[2] ?? ''] : []));
      const data = values('data');
      return data.length === 0 ? [] : [{ id: values('id').at(-1), data: data.join('\n') }];
    });
  };
}
