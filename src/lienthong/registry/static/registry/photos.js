// Photos of one document: shown in order, moved, dropped, sent together. They stay in the list until the server has
// them. Without this script the form sends what was chosen, in the order in which it was chosen.

const form = document.getElementById("chup");
const list = document.getElementById("cac-trang");
const button = form.querySelector("button.primary:not([type=button])");
const words = form.dataset;
let photos = [];

const icon = { up: "↑", down: "↓", drop: "✕" };

const act = (name, number, disabled, change) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.textContent = icon[name];
  made.setAttribute("aria-label", `${words[name]}: ${words.page} ${number}`);
  made.disabled = disabled;
  made.addEventListener("click", () => {
    change();
    draw();
    const same = list.children[Math.min(number - 1, photos.length - 1)];
    (same?.querySelector("button:not([disabled])") ?? form.querySelector("input[type=file]")).focus();
  });
  return made;
};

const swap = (one, other) => {
  [photos[one], photos[other]] = [photos[other], photos[one]];
};

const pageOf = (photo, index) => {
  const item = document.createElement("li");
  const label = document.createElement("span");
  label.textContent = `${words.page} ${index + 1}`;
  const picture = document.createElement("img");
  picture.alt = photo.file.name;
  picture.src = photo.address;
  const acts = document.createElement("div");
  acts.className = "cluster";
  acts.append(
    act("up", index + 1, index === 0, () => swap(index, index - 1)),
    act("down", index + 1, index === photos.length - 1, () => swap(index, index + 1)),
    act("drop", index + 1, false, () => {
      URL.revokeObjectURL(photo.address);
      photos.splice(index, 1);
    }),
  );
  item.append(picture, label, acts);
  return item;
};

const draw = () => {
  list.replaceChildren(...photos.map(pageOf));
  button.disabled = !photos.length;
  button.querySelector("span").textContent = `${words.send} ${photos.length}`;
};

form.addEventListener("change", (event) => {
  const input = event.target.closest("input[type=file]");
  if (!input) return;
  photos.push(...[...input.files].map((file) => ({ file, address: URL.createObjectURL(file) })));
  input.value = "";
  draw();
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const sent = photos;
  button.disabled = true;
  const done = (taken) => {
    if (taken) photos = photos.filter((photo) => !sent.includes(photo));
    draw();
  };
  const name = `${words.page} 1–${sent.length}`;
  document.dispatchEvent(new CustomEvent("gui-anh", { detail: { photos: sent.map((photo) => photo.file), name, done } }));
});

draw();
