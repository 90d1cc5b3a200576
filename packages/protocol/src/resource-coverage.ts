/**
 * Whether a grant on `granted` reaches `resource`: the same resource, or inside the granted container
 * unless the grant says `inherit: false`.
 *
 * Both are compared as normalised URLs, so that `..` or an escaped dot cannot leave the container.
 */
export function covers(granted: string, resource: string, inherit = true): boolean {
  const outer = new URL(granted).href;
  const inner = new URL(resource).href;
  if (outer === inner) return true;
  return inherit && outer.endsWith('/') && inner.startsWith(outer);
}
