// Shows how far a workbook has been sent and worked on; the pages work without it.
(function () {
  "use strict";

  const JSON_TYPE = "application/json";
  const ASK_EVERY = 700; // milliseconds

  function follow(place, sender) {
    const bar = place.querySelector("progress");
    const words = place.querySelector("[data-sending-words]");
    let said = -1;
    sender.upload.addEventListener("progress", function (event) {
      const percent = event.lengthComputable ? Math.floor((100 * event.loaded) / event.total) : 0;
      bar.value = percent;
      // Not every step is said: a screen reader would never come to an end.
      if (percent - said >= 20) {
        said = percent;
        words.textContent = words.dataset.percent.replace("{}", percent);
      }
    });
    sender.upload.addEventListener("load", function () {
      bar.removeAttribute("value");
      words.textContent = words.dataset.sent;
    });
  }

  function show(sender) {
    const type = sender.getResponseHeader("Content-Type") || "";
    if (type.startsWith(JSON_TYPE)) {
      window.location.assign(JSON.parse(sender.responseText).next);
      return;
    }
    document.open();
    document.write(sender.responseText);
    document.close();
  }

  // A screen reader is told every fifth of the way, and whenever something else begins.
  function isWorthSaying(before, after) {
    return after.percent - before.percent >= 20 || after.words.split(":")[0] !== before.words.split(":")[0];
  }

  function ask(place, said) {
    fetch(place.dataset.working, { headers: { Accept: JSON_TYPE } })
      .then(function (answer) { return answer.json(); })
      .then(function (found) {
        if (found.next) {
          window.location.replace(found.next);
          return;
        }
        place.querySelector("progress").value = found.percent;
        const isSaid = isWorthSaying(said, found);
        place.querySelector("[data-working-words]").textContent = found.words;
        if (isSaid) place.querySelector("[data-working-said]").textContent = found.words;
        window.setTimeout(ask, ASK_EVERY, place, isSaid ? found : said);
      })
      // Signed out, or the server stopped for a moment: the page itself will say so.
      .catch(function () { window.setTimeout(function () { window.location.reload(); }, 5 * ASK_EVERY); });
  }

  const place = document.querySelector("[data-working]");
  if (place) {
    const words = place.querySelector("[data-working-words]").textContent;
    window.setTimeout(ask, ASK_EVERY, place, { percent: place.querySelector("progress").value, words: words });
  }

  document.querySelectorAll("form").forEach(function (form) {
    const sending = form.querySelector("[data-sending]");
    if (!sending) return;
    form.addEventListener("submit", function (event) {
      const button = form.querySelector("button[type=submit]");
      if (!form.querySelector("input[type=file]").files.length) return;
      event.preventDefault();
      const sender = new XMLHttpRequest();
      follow(sending, sender);
      sender.addEventListener("load", function () { show(sender); });
      // What the script cannot send, the browser may: it says what is wrong.
      sender.addEventListener("error", function () { form.submit(); });
      sender.open("POST", form.action);
      sender.setRequestHeader("Accept", JSON_TYPE + ", text/html;q=0.9");
      sender.send(new FormData(form));
      button.disabled = true;
      sending.hidden = false;
    });
  });
})();
