// Asks every three seconds whether there is a decision, and then shows it. Without script the page refreshes itself.
const EVERY_MILLISECONDS = 3000;
const { status } = document.querySelector('[data-status]').dataset;

async function look() {
  try {
    const response = await fetch(status, { headers: { accept: 'application/json' } });
    if (response.ok && (await response.json()).decided) {
      location.reload();
      return;
    }
  } catch {
    // The next look may succeed.
  }
  setTimeout(look, EVERY_MILLISECONDS);
}

setTimeout(look, EVERY_MILLISECONDS);
