// Marks the sentence that is heard, and plays from a sentence that is chosen.
const sound = document.getElementById("tieng");
const sentences = [...document.querySelectorAll(".sentence")];
if (sound) {
  const mark = () => {
    const at = sound.currentTime;
    for (const one of sentences) {
      const heard = at >= Number(one.dataset.from) && at < Number(one.dataset.to);
      if (heard) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
    }
  };
  sound.addEventListener("timeupdate", mark);
  for (const one of sentences) {
    one.addEventListener("click", () => {
      sound.currentTime = Number(one.dataset.from) + 0.01;
      sound.play();
    });
  }
}
