// Keeps how the reader wants to see pages, on his own device only. Without scripts the choice holds for one page.
for (const box of document.querySelectorAll(".looks input")) {
  try {
    box.checked = localStorage.getItem(box.id) === "1";
    box.addEventListener("change", () => localStorage.setItem(box.id, box.checked ? "1" : "0"));
  } catch {
    // A browser that keeps nothing still shows the page.
  }
}
