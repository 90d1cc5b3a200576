/** An empty list: says what is not there, and what would be. */
export function Empty({ what, hint }: { readonly what: string; readonly hint: string }) {
  return (
    <div className="empty">
      <p>{what}</p>
      <p className="quiet">{hint}</p>
    </div>
  );
}
