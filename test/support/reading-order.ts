import type { Page } from 'playwright-core';

interface Node {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly childIds?: readonly string[];
  readonly parentId?: string;
}
const READ = ['heading', 'button', 'link', 'checkbox', 'radio', 'textbox', 'StaticText'];

/** What a screen reader says of the main part, one thing after another: from Chromium's accessibility tree. */
export async function readingOrder(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node as Node]));
  const said: string[] = [];
  const visit = (node: Node | undefined) => {
    if (!node) return;
    const role = String(node.role?.value ?? '');
    if (!node.ignored && READ.includes(role)) {
      const name = String(node.name?.value ?? '').trim();
      if (name) said.push(role === 'StaticText' ? name : `${role}: ${name}`);
      // Its text is its name.
      if (role !== 'StaticText') return;
    }
    for (const id of node.childIds ?? []) visit(byId.get(id));
  };
  visit(nodes.find(({ role }) => role?.value === 'main') as Node | undefined);
  return said;
}
