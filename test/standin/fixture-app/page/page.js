// The page of the fixture: shows what main answers and pushes.
const { fixture } = window;
const place = (name) => document.querySelector(`[data-testid="${name}"]`);

async function showAbout() {
  const about = await fixture.about();
  for (const [name, text] of Object.entries(about)) place(name).textContent = text;
}

document.querySelector('#ask').addEventListener('click', () => void showAbout());
document.querySelector('#count').addEventListener('click', () => fixture.count(3));
fixture.onCounted(({ number, at, bytes }) => {
  const arrived = at instanceof Date && bytes instanceof Uint8Array && bytes[1] === 255;
  place('counted').textContent += arrived ? `${number}@${at.getTime()} ` : 'wrong ';
});
