// Shows one message after another and asks for new ones; when the network is gone, what is there stays.
const SECONDS_EACH = 15;
const SECONDS_BETWEEN_QUESTIONS = 60;
const board = document.getElementById("bang");
let place = -1;

function next() {
  const all = board.querySelectorAll("article");
  place = (place + 1) % all.length;
  all.forEach((one, index) => one.classList.toggle("now", index === place));
}

async function refresh() {
  try {
    const answer = await fetch(location.href, { cache: "no-store" });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("bang");
    if (fresh && fresh.innerHTML !== board.dataset.shown) {
      board.dataset.shown = fresh.innerHTML;
      board.replaceChildren(...fresh.children);
      place = -1;
      next();
    }
  } catch {
    // No network: the last content stays on the screen.
  }
}

board.dataset.shown = board.innerHTML;
board.classList.add("turning");
next();
setInterval(next, SECONDS_EACH * 1000);
setInterval(refresh, SECONDS_BETWEEN_QUESTIONS * 1000);
