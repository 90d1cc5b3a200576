const shapes = {
  good: 'M5 12.500l4.500 4.500L19 7.500',
  bad: 'M12 6v8M12 18h.010',
} as const;

/** Small sign beside words that say the same; not read aloud. */
export function Icon({ name }: { readonly name: keyof typeof shapes }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="10.500" />
      <path d={shapes[name]} />
    </svg>
  );
}
