// Upload with a bar per file: each file is sent by itself, in order, and its row comes back from the server.
// Without this script the form sends all files at once and shows the same rows. Photos are sent from here too:
// photos.js asks with the event "gui-anh".

const form = document.getElementById("tai-len");
const drop = document.getElementById("tha-tep");
const input = document.getElementById("tep");
const rows = document.getElementById("ket-qua");

let queue = Promise.resolve();

const addRow = (name) => {
  document.getElementById("chua-co")?.remove();
  const row = document.createElement("li");
  row.className = "row";
  const what = document.createElement("span");
  what.className = "what";
  what.textContent = name;
  const bar = document.createElement("progress");
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-label", `${form.dataset.busy}: ${name}`);
  row.append(what, bar);
  rows.append(row);
  return row;
};

const send = (files, row, settings) =>
  new Promise((resolve) => {
    const data = new FormData();
    data.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    data.append("direction", settings.direction);
    if (settings.twice) data.append("keep_duplicates", "1");
    if (settings.document) data.append("document", settings.document);
    for (const file of files) data.append(settings.field, file);
    const request = new XMLHttpRequest();
    request.open("POST", form.action || location.href);
    request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
    const bar = row.querySelector("progress");
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) bar.value = (100 * event.loaded) / event.total;
    });
    request.addEventListener("loadend", () => resolve(show(request, files, row, settings)));
    request.send(data);
  });

// Puts the server's row in place; a duplicate gets a button that sends the same file again, wanted twice.
const show = (request, files, row, settings) => {
  if (request.status !== 200) {
    const notice = document.createElement("div");
    notice.className = "notice errors";
    notice.textContent = form.dataset.failed;
    row.querySelector("progress").replaceWith(notice);
    return "";
  }
  const answer = document.createElement("template");
  answer.innerHTML = request.responseText;
  const fresh = answer.content.querySelector("li");
  if (!fresh) return "";
  row.replaceWith(fresh);
  window.htmx?.process(fresh);
  if (fresh.hasAttribute("data-duplicate")) {
    const again = document.createElement("button");
    again.type = "button";
    again.className = "button";
    again.textContent = form.dataset.again;
    again.addEventListener("click", () => {
      const next = addRow(fresh.querySelector(".what").textContent);
      fresh.remove();
      enqueue(files, next, { ...settings, twice: true });
    });
    fresh.append(again);
  }
  return fresh.dataset.document ?? "";
};

const enqueue = (files, row, settings) => {
  queue = queue.then(async () => {
    const document = await send(files, row, settings.batch ? { ...settings, document: settings.batch.document } : settings);
    if (settings.batch && document) settings.batch.document = document;
    return document;
  });
  return queue;
};

const settingsNow = (field) => ({
  field,
  direction: form.elements.direction.value,
  twice: form.elements.keep_duplicates.checked,
});

const sendAll = (files) => {
  const batch = form.elements.together.value === "one" ? { document: "" } : null;
  for (const file of files) enqueue([file], addRow(file.name), { ...settingsNow("files"), batch });
};

document.addEventListener("gui-anh", async (event) => {
  const { photos, name, done } = event.detail;
  done(await enqueue(photos, addRow(name), settingsNow("photos")));
});

form.addEventListener("submit", (event) => {
  if (!input.files.length) return;
  event.preventDefault();
  sendAll([...input.files]);
  input.value = "";
});
for (const name of ["dragenter", "dragover"]) {
  drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
drop.addEventListener("dragleave", () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  sendAll([...event.dataTransfer.files]);
});
