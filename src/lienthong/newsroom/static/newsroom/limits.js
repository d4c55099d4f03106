// How many characters are left of what a channel takes, said while one writes. The server checks again.
for (const field of document.querySelectorAll("[data-most]")) {
  if (!field.matches("input, textarea")) continue;
  const most = Number(field.dataset.most);
  const said = document.createElement("p");
  said.className = "help";
  field.after(said);
  const count = () => {
    const length = field.value.length;
    said.textContent = `${length}/${most}`;
    said.classList.toggle("count-over", length > most);
    field.setAttribute("aria-invalid", length > most ? "true" : "false");
  };
  field.addEventListener("input", count);
  count();
}
