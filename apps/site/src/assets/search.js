// Comes behind `entries`: heading, address, and the page when it is another one.
(() => {
  const form = document.querySelector('form[role=search]');
  const input = form.querySelector('input');
  const status = form.querySelector('[role=status]');
  const list = form.querySelector('ul');
  const { root } = document.documentElement.dataset;
  const most = 20;
  const plain = (text) => text.toLowerCase().replaceAll('-', '');

  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    list.querySelector('a')?.click();
  });
  input.addEventListener('input', () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    const found =
      words.length === 0
        ? []
        : entries.filter(([heading, , page = '']) => {
            const text = plain(`${heading} ${page}`);
            return words.every((word) => text.includes(word));
          });
    const count =
      found.length > most ? `${found.length} found, the first ${most}:` : `${found.length} found`;
    status.textContent = words.length === 0 ? '' : count;
    list.replaceChildren(
      ...found.slice(0, most).map(([heading, address, page]) => {
        const link = document.createElement('a');
        link.href = root + address;
        link.textContent = page === undefined ? heading : `${heading} (${page})`;
        const item = document.createElement('li');
        item.append(link);
        return item;
      }),
    );
  });
})();
