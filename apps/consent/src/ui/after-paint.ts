/** Ends when the page as it is now has been drawn, or would have been: a page that is not seen is not drawn. */
export function afterPaint(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 100);
  });
}
