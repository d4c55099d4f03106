// A large file in parts: begin, put each part at its offset, finish with the hash of the whole. What arrived stays, so
// after a lost line or a reload the same file goes on from there.
import { Sha256 } from "./sha256.js";

const panel = document.getElementById("tai-lon");
const form = document.getElementById("tai");
const bar = document.getElementById("tien-do");
const said = document.getElementById("loi-tai");
const csrf = document.querySelector("[name=csrfmiddlewaretoken]").value;
const PART = Number(panel.dataset.part);

async function ask(url, body) {
  const answer = await fetch(url, { method: "POST", body, headers: { "X-CSRFToken": csrf }, credentials: "same-origin" });
  const told = await answer.json();
  if (!answer.ok && told.received === undefined) throw new Refusal(told.sentence);
  return told;
}

class Refusal extends Error {}

// Ask again until the line is there; waits a little longer each time.
async function surely(url, body) {
  for (let wait = 1000; ; wait = Math.min(wait * 2, 30000)) {
    try {
      return await ask(url, body);
    } catch (wrong) {
      if (wrong instanceof Refusal) throw wrong;
      said.textContent = panel.dataset.lost;
      await new Promise((later) => { setTimeout(later, wait); });
    }
  }
}

function fields(values) {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.append(name, value);
  return data;
}

async function send(file) {
  const begun = await surely(panel.dataset.begin, fields({ name: file.name, size: file.size }));
  const hash = new Sha256();
  let received = begun.received;
  for (let at = 0; at < file.size; at += PART) {
    const part = new Uint8Array(await file.slice(at, at + PART).arrayBuffer());
    hash.add(part);
    if (at + part.length > received) received = (await surely(`${begun.url}?o=${at}`, part)).received;
    bar.value = Math.round(((at + part.length) / file.size) * 100);
    said.textContent = `${panel.dataset.sending} ${bar.value}%`;
  }
  const values = { sha256: hash.hex(), alt: form.alt.value, credit: form.credit.value, rights: form.rights.value };
  return surely(begun.finish, fields(values));
}

function show(media) {
  const line = document.createElement("li");
  const label = document.createElement("label");
  const box = Object.assign(document.createElement("input"), { type: "checkbox", name: "kept", value: media.pk, checked: true });
  label.append(box, ` ${media.kind}: ${form.alt.value}`);
  line.append(label);
  document.getElementById("tep").append(line);
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = form.querySelector("button");
  button.disabled = true;
  bar.hidden = false;
  try {
    show(await send(form.large.files[0]));
    said.textContent = panel.dataset.done;
    form.reset();
  } catch (wrong) {
    if (!(wrong instanceof Refusal)) throw wrong;
    said.textContent = wrong.message;
  } finally {
    button.disabled = false;
    bar.hidden = true;
  }
});
