// Small helps that every page may use; without them every page still works.

// "Sao chép tin nhắn": copies the text of the element that data-copy names, and says so.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  const said = button.parentElement.querySelector("[data-copied]");
  try {
    await navigator.clipboard.writeText(source.value ?? source.textContent);
    if (said) said.hidden = false;
  } catch {
    // Without TLS there is no clipboard to ask for; the old way works there.
    source.focus();
    source.select?.();
    if (document.execCommand?.("copy") && said) said.hidden = false;
  }
});

// Open menus close with Escape and on a click elsewhere.
const closeMenus = (except) => {
  for (const menu of document.querySelectorAll("details.me[open], .rooms .more details[open]")) {
    if (menu !== except) menu.open = false;
  }
};
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeMenus(null);
  if (event.key === "/" && !event.target.closest("input, textarea, select")) {
    event.preventDefault();
    document.getElementById("tim")?.focus();
  }
});
document.addEventListener("click", (event) => closeMenus(event.target.closest("details")));

// "Choose all" and print buttons.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});
