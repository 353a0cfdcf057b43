// Makes the lists of sources and programs quicker; every form works without it.
// It says what a picked code means, and offers one more input without a new page.
(function () {
  "use strict";

  function wordsOf(input) {
    const list = input.list;
    if (!list || !input.value) return "";
    for (const option of list.options) {
      if (option.value === input.value) return option.label;
    }
    return "";
  }

  function explain(input) {
    const place = input.parentElement.querySelector(".pick-words");
    if (place) place.textContent = wordsOf(input);
  }

  function addRow(picks) {
    const rows = picks.querySelectorAll(".pick");
    const last = rows[rows.length - 1];
    const row = last.cloneNode(true);
    const input = row.querySelector("input");
    const label = row.querySelector("label");
    const stem = input.name.replace(/\d+$/, "");
    input.name = input.id = stem + rows.length;
    input.value = "";
    label.htmlFor = input.id;
    label.textContent = label.textContent.replace(/\d+$/, rows.length + 1);
    row.querySelector(".pick-words").textContent = "";
    last.after(row);
    input.focus();
  }

  document.querySelectorAll("[data-picks]").forEach(function (picks) {
    picks.addEventListener("input", function (event) {
      if (event.target.matches(".pick input")) explain(event.target);
    });
    picks.querySelector("[data-more]").addEventListener("click", function (event) {
      // After the last row the form is sent, and the page says how many it takes.
      if (picks.querySelectorAll(".pick").length >= Number(picks.dataset.most)) return;
      event.preventDefault();
      addRow(picks);
    });
  });
})();
