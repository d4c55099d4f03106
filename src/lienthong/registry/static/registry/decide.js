// A phrase goes to where the opinion ends.
for (const bar of document.querySelectorAll(".phrases")) {
  const box = document.getElementById(bar.dataset.for);
  bar.hidden = false;
  bar.addEventListener("click", (event) => {
    const phrase = event.target.closest("[data-phrase]")?.dataset.phrase;
    if (!phrase) return;
    box.value = box.value.trim() ? `${box.value.trim()} ${phrase}` : phrase;
    box.focus();
  });
}
